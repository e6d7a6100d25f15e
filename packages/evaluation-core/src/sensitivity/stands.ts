import { unmet } from '../kernel/outcome-codes.ts';
import type { CellUnderTest } from './cell-under-test.ts';
import type { Context, SchoolContext } from './context.ts';
import { placesOf } from './observer.ts';

/**
 * The verdict is unmet: is it so whatever this cell says? Where another school is unmet, or a CV that the cell does not enter. Most cells of most
 * counties that fail are done with this.
 */
export function standsWhatever(context: Context, school: SchoolContext | null, cell: CellUnderTest): boolean {
  const { session, target } = context;
  const schoolsStand = school === null || resourcesStand(context, school, cell);
  if (target === 'resource-allocation') return schoolsStand;
  return session.requirements.standsUnmet(cell.unit, cell.item.id, schoolsStand);
}

function resourcesStand(
  { session, conditionCells, base }: Context,
  school: SchoolContext,
  cell: CellUnderTest,
): boolean {
  const { county } = session;
  const { indexed, units } = county;
  const own = county.stages.filter((_, stage) => county.outcomes[stage * units.length + school.place] === unmet).length;
  const all = base.stages.reduce((sum, stage) => sum + stage.unmetCount, 0);
  if (all > own) return true;
  const { edition } = indexed;
  const amountsOnly =
    cell.item.value.kind === 'number' && cell.item.id !== edition.pupilsItem && !conditionCells.has(cell.key);
  if (!amountsOnly) return false;
  const entered = new Set(placesOf(indexed, cell.item.id).map((place) => indexed.indicators[place]?.definition.id));
  return base.stages.some((stage) =>
    edition.balanceRule?.kind === 'composite-cv'
      ? stage.balanceOutcome === 'unmet' && entered.size === 0
      : stage.cvs.some((cv) => cv.outcome === 'unmet' && !entered.has(cv.indicatorId)),
  );
}
