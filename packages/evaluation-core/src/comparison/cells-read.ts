import type { EvaluationMethod } from '../indicators/evaluation-method.ts';
import { cellsOf } from '../indicators/measurement.ts';
import { cellKey } from '../items/cells.ts';
import type { CellKey, StageId } from '../items/cells.ts';
import { conditionCells } from '../items/condition.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { IndexedIndicator } from '../standards/indicator-index.ts';
import type { SpecialRule } from '../standards/special-rule.ts';
import { assessUnit } from '../verdicts/county.ts';
import type { IndicatorAssessment } from '../verdicts/indicator.ts';

/** The cells of one school and its campuses that an evaluation looked at. */
export interface CellsRead {
  /** They decide whether the school takes part, and with which stages. */
  readonly presence: readonly MissingCell[];
  /** By `readKey`: they enter the value of the indicator, and so its CV. */
  readonly values: ReadonlyMap<string, readonly MissingCell[]>;
  /** By `readKey`: they decide on a changed threshold, which no CV knows of. */
  readonly thresholds: ReadonlyMap<string, readonly MissingCell[]>;
}

export function readKey(stage: StageId, indicatorId: string): string {
  return `${stage}\n${indicatorId}`;
}

/** The sums come from the trace of the assessment; what decides about them (types, pupils, conditions) from the edition. */
export function cellsRead(indexed: IndexedEdition, method: EvaluationMethod, unit: SchoolUnit): CellsRead {
  const ofMembers = (keys: readonly CellKey[]) =>
    unit.members.flatMap(({ schoolId }) => keys.map((key) => ({ schoolId, key })));
  const values = new Map<string, readonly MissingCell[]>();
  const thresholds = new Map<string, readonly MissingCell[]>();
  for (const { indicators, stage } of assessUnit(indexed, method, unit).schoolStages) {
    for (const own of indicators) {
      const key = readKey(stage, own.indicator.definition.id);
      const decisive = ofMembers(decisiveKeys(indexed, own.indicator, stage));
      values.set(key, distinctCells([...decisive, ...cellsInAmount(own)]));
      thresholds.set(key, ofMembers(thresholdKeys(indexed, own.indicator, stage)));
    }
  }
  return { presence: ofMembers(presenceKeys(indexed)), values, thresholds };
}

function presenceKeys({ edition }: IndexedEdition): readonly CellKey[] {
  const { ownershipItem, includePrivate } = edition.scope;
  return [
    edition.schoolTypeItem,
    ...(ownershipItem === null || includePrivate ? [] : [ownershipItem]),
    ...edition.stages.map((stage) => cellKey(edition.pupilsItem, stage.id)),
  ];
}

function decisiveKeys(
  { edition, items }: IndexedEdition,
  indicator: IndexedIndicator,
  stage: StageId,
): readonly CellKey[] {
  const { quantities } = indicator;
  // Facilities are split by the pupils of every stage.
  const isSplit = quantities.some((quantity) => quantity.level === 'school');
  const stages = isSplit ? edition.stages.map((each) => each.id) : [stage];
  const extra = edition.specialRules.filter((rule) =>
    rule.effects.some(
      (effect) => effect.kind === 'extra-parts' && quantities.some((quantity) => quantity.id === effect.quantity),
    ),
  );
  const parts = quantities.flatMap((quantity) => quantity.parts.map((part) => part.item));
  const read = indicator.kind === 'answer' ? [indicator.item.id] : parts;
  return [
    edition.schoolTypeItem,
    ...stages.map((each) => cellKey(edition.pupilsItem, each)),
    ...read.flatMap((id) => conditionCells(items.get(id)?.condition ?? null, stage)),
    ...conditionKeys(extra, stage),
  ];
}

function thresholdKeys(
  { edition }: IndexedEdition,
  { definition }: IndexedIndicator,
  stage: StageId,
): readonly CellKey[] {
  const changing = edition.specialRules.filter((rule) =>
    rule.effects.some((effect) => effect.kind === 'changed-threshold' && effect.indicator === definition.id),
  );
  return conditionKeys(changing, stage);
}

function conditionKeys(rules: readonly SpecialRule[], stage: StageId): readonly CellKey[] {
  return rules.filter((rule) => rule.enabled).flatMap((rule) => conditionCells(rule.condition, stage));
}

/** With those of which it is open whether they count. */
function cellsInAmount(own: IndicatorAssessment): readonly MissingCell[] {
  const perhaps = own.amounts.flatMap((amount) => amount.members.flatMap((member) => member.openTerms));
  return [...cellsOf(own), ...perhaps.map((term) => term.cell), ...own.missing];
}
