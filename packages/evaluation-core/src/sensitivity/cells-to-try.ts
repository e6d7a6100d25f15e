import { reportedText, splitCellKey } from '../items/cells.ts';
import type { Cells } from '../items/cells.ts';
import type { ItemDefinition } from '../items/item-definition.ts';
import { countyReport, distinctCells } from '../items/missing-cell.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import type { Outcome } from '../outcome.ts';
import { assessUnit } from '../verdicts/county.ts';
import { assessRequirement } from '../verdicts/requirement.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { readableText } from './cell-under-test.ts';
import type { CellUnderTest } from './cell-under-test.ts';
import type { Context } from './context.ts';
import { placesOf } from './observer.ts';

/**
 * The cells on which the verdict may hang, school by school in the order of their ids, each in form order, the county report last. Empty ones only
 * where the verdict is undetermined, and then those that it lacks.
 */
export function* cellsToTry(context: Context, outcome: Outcome): Iterable<CellUnderTest> {
  const { session } = context;
  const { indexed, units } = session.county;
  const items = indexed.edition.items.filter((item) => isRead(context, indexed, item));
  for (let unit = 0; unit < units.length; unit += 1) {
    const own = session.unitAt(unit);
    const lacking = outcome === 'undetermined' ? missingOf(context, unit) : [];
    for (const { schoolId, cells } of own.members) {
      if (session.placeOf(schoolId) !== unit) continue;
      yield* cellsOfRecord(items, cells, schoolId, unit);
      yield* emptyCells(
        indexed.items,
        cells,
        lacking.filter((each) => each.schoolId === schoolId),
        schoolId,
        unit,
      );
    }
  }
  if (context.target === 'resource-allocation') return;
  const { countyItems } = indexed.edition;
  const read = countyItems.filter(
    (item) => isTried(item) && context.requirements.some(({ reads }) => reads.countyItems.has(item.id)),
  );
  const cells = session.countyCells();
  yield* cellsOfRecord(read, cells, null, null);
  const byId = new Map<string, ItemDefinition>(countyItems.map((item) => [item.id, item]));
  if (outcome === 'undetermined') yield* emptyCells(byId, cells, missingOfCounty(context), null, null);
}

/** Numbers and answers; a date or a text has no nearest other value. */
function isTried({ value }: ItemDefinition): boolean {
  return value.kind === 'number' || value.kind === 'choice' || value.kind === 'flag';
}

function isRead(context: Context, indexed: IndexedEdition, item: ItemDefinition): boolean {
  const { edition } = indexed;
  return (
    isTried(item) &&
    (item.id === edition.pupilsItem ||
      item.id === edition.schoolTypeItem ||
      (item.id === edition.scope.ownershipItem && !edition.scope.includePrivate) ||
      placesOf(indexed, item.id).length > 0 ||
      indexed.indicators.some((indicator) => indicator.kind === 'answer' && indicator.item.id === item.id) ||
      [...context.conditionCells].some((key) => splitCellKey(key).itemId === item.id) ||
      context.requirements.some(({ reads }) => reads.items.has(item.id)))
  );
}

function* cellsOfRecord(
  items: readonly ItemDefinition[],
  cells: Cells,
  schoolId: string | null,
  unit: number | null,
): Iterable<CellUnderTest> {
  const byItem = new Map<string, string[]>();
  for (const key of Object.keys(cells)) {
    const { itemId } = splitCellKey(key);
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), key]);
  }
  for (const item of items) {
    for (const key of byItem.get(item.id) ?? []) {
      const text = readableText(item, reportedText(cells, key));
      if (text !== undefined) yield { schoolId, key, item, stage: splitCellKey(key).stage, unit, text };
    }
  }
}

function* emptyCells(
  items: ReadonlyMap<string, ItemDefinition>,
  cells: Cells,
  lacking: readonly MissingCell[],
  schoolId: string | null,
  unit: number | null,
): Iterable<CellUnderTest> {
  for (const { key } of distinctCells(lacking)) {
    const { itemId, stage } = splitCellKey(key);
    const item = items.get(itemId);
    // A text that cannot be read is missing too, but it stands there: it is the school's to correct.
    if (item === undefined || !isTried(item) || reportedText(cells, key) !== undefined) continue;
    yield { schoolId, key, item, stage, unit, text: null };
  }
}

function missingOf(context: Context, unit: number): readonly MissingCell[] {
  const { session } = context;
  const { indexed, method } = session.county;
  const { schoolStages } = assessUnit(indexed, method, session.unitAt(unit));
  const ofSchools = schoolStages.flatMap((each) => each.missing);
  const figures = session.requirements.figures();
  const own = figures.schools[unit];
  if (context.target === 'resource-allocation' || own === undefined) return ofSchools;
  const ofRequirements = context.requirements
    .filter(({ requirement }) => requirement.per !== 'county')
    .flatMap(
      ({ requirement }) =>
        assessRequirement(requirement, { ...figures, schools: [own] }, session.requirements.verdicts()).missing,
    );
  return [...ofSchools, ...ofRequirements];
}

function missingOfCounty({ session, requirements }: Context): readonly MissingCell[] {
  const figures = session.requirements.figures();
  return requirements
    .flatMap(({ requirement }) => assessRequirement(requirement, figures, session.requirements.verdicts()).missing)
    .filter((each) => each.schoolId === countyReport);
}
