import type { SchoolInCounty } from '../schools/county-figures.ts';
import { decideScope } from '../schools/scope.ts';
import { stagePupils } from '../schools/stage-pupils.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { Requirement } from '../standards/requirement.ts';
import { assessUnit } from '../verdicts/county.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';
import { decimalOf, unitToVary } from './cell-under-test.ts';
import type { NumberCell } from './cell-under-test.ts';
import type { Context, SchoolContext } from './context.ts';
import { newNotes } from './observation.ts';
import type { Notes, Observation } from './observation.ts';
import { noteRequirements } from './observe-requirements.ts';
import { looksAt, noteAmounts, noteSchoolStage } from './observe-school.ts';

export interface Observer {
  /** What the target verdict is decided by, with this value in the cell. */
  readonly observe: (v: bigint) => Observation;
  /** The requirements that are looked at. */
  readonly read: readonly Requirement[];
  /** The cell changes amounts of indicators at most: no pupils, no scope, no rule. */
  readonly onlyAmounts: boolean;
}

export function observerOf(context: Context, school: SchoolContext | null, cell: NumberCell): Observer {
  const { indexed } = context.session.county;
  const read = context.requirements
    .filter(({ reads }) => (cell.unit === null ? reads.countyItems : reads.items).has(cell.item.id))
    .map(({ requirement }) => requirement);
  const places = placesOf(indexed, cell.item.id);
  const onlyAmounts = cell.item.id !== indexed.edition.pupilsItem && !context.conditionCells.has(cell.key);
  const varied = school === null ? null : unitToVary(school.unit, cell);
  const looks = onlyAmounts ? looksOf(school?.schoolStages ?? [], places) : [];
  return { observe, read, onlyAmounts };

  function observe(v: bigint): Observation {
    const notes = newNotes();
    const text = decimalOf(v, cell.scale);
    varied?.put(text);
    const own = varied?.unit ?? null;
    if (own !== null) {
      if (onlyAmounts) for (const each of looks) noteAmounts(notes, each.own, own, each.looks);
      else noteSchool(notes, context, own);
    }
    if (read.length > 0) noteRead(notes, own, text);
    return notes.done();
  }

  function noteRead(notes: Notes, own: SchoolUnit | null, text: string): void {
    const { requirements } = context.session;
    const figures = requirements.figures();
    const verdicts = requirements.verdicts();
    if (own === null || school === null) {
      const changed = { ...figures, countyCells: { ...figures.countyCells, [cell.key]: text } };
      noteRequirements(notes, read, changed, verdicts);
      return;
    }
    const asked = inCounty(indexed, own);
    const others = {
      ...figures,
      schools: figures.schools.map((each, place) => (place === school.place ? asked : each)),
    };
    noteRequirements(
      notes,
      read.filter((each) => each.per === 'county'),
      others,
      verdicts,
    );
    noteRequirements(
      notes,
      read.filter((each) => each.per !== 'county'),
      { ...figures, schools: [asked] },
      verdicts,
    );
    figures.readBefore.delete(own);
  }
}

function inCounty(indexed: IndexedEdition, unit: SchoolUnit): SchoolInCounty {
  const pupils = indexed.edition.stages.map((stage) => stagePupils(indexed, unit, stage.id));
  return { unit, scope: decideScope(indexed, unit, pupils), pupils };
}

/** Of school-stages that are evaluated; the others do not come to be by amounts. */
function looksOf(schoolStages: readonly SchoolStageAssessment[], places: readonly number[]) {
  return schoolStages
    .filter((own) => own.scope.state === 'in' && !own.empty)
    .map((own) => ({ own, looks: looksAt(own, places) }));
}

function noteSchool(notes: Notes, { session }: Context, own: SchoolUnit): void {
  const { indexed, method } = session.county;
  const { scope, schoolStages } = assessUnit(indexed, method, own);
  notes.say(scope.state, scope.state === 'out' ? scope.reason : null);
  for (const each of schoolStages) noteSchoolStage(notes, each);
}

/** The indicators whose amounts are made of this item. */
export function placesOf(indexed: IndexedEdition, item: string): readonly number[] {
  return indexed.indicators.flatMap(({ quantities }, place) =>
    quantities.some(
      ({ id, parts, aggregate }) =>
        aggregate === item ||
        parts.some((part) => part.item === item) ||
        (indexed.extraParts.get(id) ?? []).some(({ part }) => part.item === item),
    )
      ? [place]
      : [],
  );
}
