import { cellKey, reportedText, splitCellKey } from '../items/cells.ts';
import type { CellKey, SchoolRecord, StageId } from '../items/cells.ts';
import { conditionCells } from '../items/condition.ts';
import type { ItemDefinition } from '../items/item-definition.ts';
import { parseCell } from '../items/parse-cell.ts';
import { cellsOf } from '../indicators/measurement.ts';
import type { AmountTerm, MemberAmount } from '../indicators/member-amount.ts';
import { memberPupils } from '../schools/stage-pupils.ts';
import { isOfLargestCampus } from '../indicators/stage-amount.ts';
import type { StageAmount } from '../indicators/stage-amount.ts';
import { schoolTypeOf } from '../standards/applicable-cells.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { SchoolRule } from '../standards/school-and-balance-rule.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';
import type { LoadedCounty } from './load-county.ts';
import { amountAt } from './school-stage-rows.ts';

/**
 * How the numbers of a school's rows follow from its cells as long as nothing else changes: which cells are reported, which stages have
 * pupils, the type, the answers. By school id (campuses have their own) and cell. A cell without a link, and any change that is not from a
 * number to a number, needs the whole school assessed anew.
 */
export type UnitLinks = ReadonlyMap<string, ReadonlyMap<CellKey, CellLink>>;

export type CellLink = AmountLink | PupilsLink;

interface CellLinkBase {
  readonly item: ItemDefinition;
  /** Digits after the point. */
  readonly scale: number;
  /** The integer in the cell, at its scale. */
  value: number;
}

export interface AmountLink extends CellLinkBase {
  readonly kind: 'amount';
  readonly parts: SlotPart[];
}

export interface PupilsLink extends CellLinkBase {
  readonly kind: 'pupils';
  readonly stage: StageId;
}

/** A signed sum of cells of one record: a part of the amount of one indicator in these stages (several where it is divided between them). */
export interface Slot {
  readonly column: number;
  readonly stages: number[];
  /** At the scale of the row; a negative one is a contradiction. */
  value: number;
}

export interface SlotPart {
  readonly slot: Slot;
  /** What one unit of the cell adds to the slot. */
  readonly times: number;
}

/** Cells that conditions look at: what is asked of a school, and which special rules are on for it, may hang on their values. */
export function conditionKeys({ edition }: IndexedEdition): ReadonlySet<CellKey> {
  // What changes only a requirement's comparison is nothing to the rows.
  const rules = edition.specialRules.filter(
    (rule) => rule.enabled && rule.effects.some((effect) => effect.kind !== 'changed-comparison'),
  );
  const conditions = [...edition.items.map((item) => item.condition), ...rules.map((rule) => rule.condition)];
  const stages = [null, ...edition.stages.map((stage) => stage.id)];
  return new Set(conditions.flatMap((each) => stages.flatMap((stage) => conditionCells(each, stage))));
}

export function linkUnit(
  county: LoadedCounty,
  unit: number,
  records: readonly SchoolRecord[],
  schoolStages: readonly SchoolStageAssessment[],
  keysOfConditions: ReadonlySet<CellKey>,
): UnitLinks {
  const draft: Draft = { county, unit, records, links: new Map(), blocked: new Set(), slots: new Map() };
  const { indicators, edition } = county.indexed;
  const { schoolRule } = edition;
  // Of other school rules the kernel knows nothing, nor of indicators that no row holds.
  const followed = schoolRule === null || schoolRule.kind === 'at-least-m-of-n';
  if (
    !followed ||
    indicators.length > county.columns.length ||
    !schoolStages.every((each) => isFollowed(each, schoolRule))
  )
    return draft.links;
  for (const own of schoolStages) linkAmounts(draft, own);
  if (schoolStages.length > 0 && pupilsMayBeLinked(draft, schoolStages)) linkPupils(draft);
  for (const [schoolId, own] of draft.links) {
    for (const key of own.keys())
      if (keysOfConditions.has(key) || draft.blocked.has(nameOf(schoolId, key))) own.delete(key);
  }
  return draft.links;
}

/** In scope, and judged by something. */
function isFollowed({ scope, rule }: SchoolStageAssessment, schoolRule: SchoolRule | null): boolean {
  return scope.state === 'in' && (schoolRule === null || rule.counted.length > 0);
}

interface Draft {
  readonly county: LoadedCounty;
  readonly unit: number;
  readonly records: readonly SchoolRecord[];
  readonly links: Map<string, Map<CellKey, CellLink>>;
  /** Cells that also enter something that is not followed. */
  readonly blocked: Set<string>;
  readonly slots: Map<string, Slot>;
}

function nameOf(schoolId: string, key: CellKey): string {
  return `${schoolId} ${key}`;
}

function linkAmounts(draft: Draft, own: SchoolStageAssessment): void {
  const { stages, units } = draft.county;
  const stage = stages.indexOf(own.stage);
  const row = stage * units.length + draft.unit;
  draft.county.columns.forEach((place, column) => {
    const each = own.indicators[place];
    if (each === undefined) return;
    const slots = each.kind === 'per-pupil' ? slotsInRow(draft, stage, row, column, each.amount) : null;
    if (slots === null) for (const cell of cellsOf(each)) draft.blocked.add(nameOf(cell.schoolId, cell.key));
  });
}

/** Null where the number of the row is not the sum of its cells, or there is none. */
function slotsInRow(
  draft: Draft,
  stage: number,
  row: number,
  column: number,
  amount: StageAmount,
): readonly Slot[] | null {
  const { indexed, rows } = draft.county;
  const bit = 1 << column;
  const held = ((rows.gaps?.missing[row] ?? 0) & bit) === 0 && !amount.contradiction;
  const divided = ((rows.splits?.mask[row] ?? 0) & bit) !== 0;
  if (!held || divided !== (amount.share !== null) || isOfLargestCampus(indexed, amount.quantity)) return null;
  const slots = slotsOf(draft, stage, column, amount.members);
  const total = slots?.reduce((sum, slot) => sum + slot.value, 0);
  return total === rows.numbers[amountAt(rows, row, column)] ? slots : null;
}

/** The signed sums of one indicator, linked with their cells; null where one does not follow from numbers alone. */
function slotsOf(
  draft: Draft,
  stage: number,
  column: number,
  members: readonly MemberAmount[],
): readonly Slot[] | null {
  const result: Slot[] = [];
  for (const member of members) {
    // Summed over stages, the difference of each must not be negative; that is not kept here.
    const isSummed = member.origin === 'stages' && member.terms.some((term) => term.sign < 0);
    if (member.contradiction || isSummed) return null;
    for (const terms of sumsOf(member)) {
      const slot = slotOf(draft, stage, column, terms);
      if (slot === null) return null;
      result.push(slot);
    }
  }
  return result;
}

/** What must not be negative by itself: the quantity as the standard has it, and each thing that a special rule adds. */
function sumsOf({ terms }: MemberAmount): readonly (readonly AmountTerm[])[] {
  return [
    terms.filter((term) => term.rule === null),
    ...terms.filter((term) => term.rule !== null).map((term) => [term]),
  ];
}

function slotOf(draft: Draft, stage: number, column: number, terms: readonly AmountTerm[]): Slot | null {
  const name = `${column} ${terms.map(({ cell, sign }) => `${sign} ${nameOf(cell.schoolId, cell.key)}`).join()}`;
  const known = draft.slots.get(name);
  const slot: Slot = known ?? { column, stages: [], value: 0 };
  slot.stages.push(stage);
  if (known !== undefined) return known;
  draft.slots.set(name, slot);
  for (const { cell, sign } of terms) {
    const link = linkOf(draft, cell.schoolId, cell.key);
    if (link === null || link.kind !== 'amount') return null;
    const times = (sign * Number(draft.county.scales[column] ?? 1n)) / 10 ** link.scale;
    link.parts.push({ slot, times });
    slot.value += times * link.value;
  }
  return slot.value < 0 ? null : slot;
}

/**
 * Pupils enter the amounts only by the shares, and the scope only where the type has a least number. Then every stage's pupils and every
 * amount must be known: what is certain of a missing amount may hang on them.
 */
function pupilsMayBeLinked({ county, unit, records }: Draft, schoolStages: readonly SchoolStageAssessment[]): boolean {
  const { rows, units, stages, pupilsBeyond, indexed } = county;
  // Numbers that are not per pupil may hang on the pupils in other ways.
  if (indexed.indicators.some((each) => each.kind !== 'per-pupil' && each.kind !== 'answer')) return false;
  const type = records[0] === undefined ? undefined : schoolTypeOf(indexed.edition, records[0].cells);
  return (
    type !== undefined &&
    !indexed.edition.scope.minimumPupils.some((each) => each.types.includes(type.id)) &&
    schoolStages.every((own) => {
      const row = stages.indexOf(own.stage) * units.length + unit;
      return (
        own.allPupils.every((each) => each.missing.length === 0) &&
        (rows.gaps?.missing[row] ?? 0) === answersOf(county) &&
        !pupilsBeyond.has(row)
      );
    })
  );
}

/** The mask of the columns that hold answers: they have no number and are always marked as missing. */
function answersOf({ indexed, columns }: LoadedCounty): number {
  return columns.reduce(
    (mask, place, column) => (indexed.indicators[place]?.kind === 'answer' ? mask | (1 << column) : mask),
    0,
  );
}

function linkPupils(draft: Draft): void {
  const { indexed } = draft.county;
  for (const record of draft.records) {
    // Pupils of a stage that the type does not have are not looked at.
    for (const { id } of indexed.edition.stages)
      if (memberPupils(indexed, record, id).asked)
        linkOf(draft, record.schoolId, cellKey(indexed.edition.pupilsItem, id));
  }
}

/** The link of a cell that holds a number; null where it holds none that a double could. */
function linkOf(draft: Draft, schoolId: string, key: CellKey): CellLink | null {
  const own = draft.links.get(schoolId) ?? new Map<CellKey, CellLink>();
  draft.links.set(schoolId, own);
  const known = own.get(key);
  if (known !== undefined) return known;
  const { itemId, stage } = splitCellKey(key);
  const { indexed } = draft.county;
  const item = indexed.items.get(itemId);
  const text = reportedText(draft.records.find((each) => each.schoolId === schoolId)?.cells ?? {}, key);
  if (item === undefined || text === undefined || item.value.kind !== 'number') return null;
  const parsed = parseCell(item, text);
  const { scale } = item.value;
  const value = parsed.ok ? scaledInteger(parsed.value, scale) : null;
  if (value === null) return null;
  const link: CellLink =
    itemId === indexed.edition.pupilsItem && stage !== null
      ? { kind: 'pupils', item, scale, value, stage }
      : { kind: 'amount', item, scale, value, parts: [] };
  own.set(key, link);
  return link;
}

/** A canonical decimal as an integer at its scale, or null where a double does not hold it. */
export function scaledInteger(canonical: string, scale: number): number | null {
  const dot = canonical.indexOf('.');
  const digits = dot < 0 ? canonical : canonical.slice(0, dot) + canonical.slice(dot + 1);
  // A true product beyond 2^53 rounds to 2^53 or more, so a safe integer is exact.
  const value = Number(digits) * 10 ** (dot < 0 ? scale : scale - (canonical.length - dot - 1));
  return Number.isSafeInteger(value) ? value : null;
}
