import { ImpossibleCountyError } from './impossible-county.ts';
import { applicableCells, editionById } from '@junheng/evaluation-core';
import type { SyntheticSchool } from './county.ts';
import { plantError } from './planted-error.ts';
import type { ErrorKind, PlantedError } from './planted-error.ts';
import type { Random } from './random.ts';
import type { SchoolPlan } from './school-plan.ts';
import type { CountyTruth } from './truth.ts';

/** Spoils this year's report of one school for each kind asked for; no school twice. */
export function plantErrors(
  plans: readonly SchoolPlan[],
  schools: readonly SyntheticSchool[],
  kinds: readonly ErrorKind[],
  random: Random,
): { readonly schools: readonly SyntheticSchool[]; readonly errors: readonly PlantedError[] } {
  const free = random.shuffled(plans);
  const cellsOf = new Map(schools.map((school) => [school.code, school.cells['this-year']]));
  const errors = kinds.map((kind): PlantedError => {
    for (const [index, plan] of free.entries()) {
      const planted = plantError(plan, cellsOf.get(plan.code) ?? {}, kind);
      if (planted === undefined) continue;
      free.splice(index, 1);
      cellsOf.set(plan.code, planted.cells);
      return planted.error;
    }
    throw new ImpossibleCountyError(`no school is left that could have the fault ${kind}`);
  });
  return { schools: withThisYear(schools, cellsOf), errors };
}

/** Empties required cells at random, as in a report half done. Who the school is and its pupils stay. */
export function leaveOut(
  schools: readonly SyntheticSchool[],
  completeness: number,
  random: Random,
): { readonly schools: readonly SyntheticSchool[]; readonly missing: CountyTruth['missing'] } {
  if (completeness >= 1) return { schools, missing: [] };
  const edition = editionById('cn-2017-quality-balance');
  if (edition === undefined) throw new ImpossibleCountyError('the edition cn-2017-quality-balance is not shipped');
  const missing: { code: string; cell: string }[] = [];
  const cellsOf = new Map<string, Readonly<Record<string, string>>>();
  for (const { code, cells } of schools) {
    const kept: Record<string, string> = { ...cells['this-year'] };
    for (const { key, item, required } of applicableCells(edition, kept)) {
      const stays = item.section === 'basic' || item.id === edition.pupilsItem;
      if (stays || !required || random.chance(completeness) || kept[key] === undefined) continue;
      delete kept[key];
      missing.push({ code, cell: key });
    }
    cellsOf.set(code, kept);
  }
  return { schools: withThisYear(schools, cellsOf), missing };
}

function withThisYear(
  schools: readonly SyntheticSchool[],
  cellsOf: ReadonlyMap<string, Readonly<Record<string, string>>>,
): readonly SyntheticSchool[] {
  return schools.map((school) => ({
    ...school,
    cells: { ...school.cells, 'this-year': cellsOf.get(school.code) ?? school.cells['this-year'] },
  }));
}
