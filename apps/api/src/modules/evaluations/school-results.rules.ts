import {
  placesAmongPeers,
  type CountyEvaluation,
  type DataSet,
  type Edition,
  type OutOfScope,
  type PeerPlaceOfIndicator,
  type SchoolStageEvaluation,
  type SpecialRuleUse,
} from '@junheng/evaluation-core';

/** What one school is shown of an evaluation. Nothing of any other school is in it. */
export interface SchoolPart {
  readonly schoolName: string;
  readonly countyName: string;
  readonly approved: boolean;
  readonly schoolStages: readonly SchoolStageEvaluation[];
  readonly outOfScope: readonly OutOfScope[];
  readonly specialRules: readonly SpecialRuleUse[];
  readonly mergedInto: string | null;
  readonly campuses: readonly { readonly schoolId: string; readonly name: string }[];
  readonly places: readonly Omit<PeerPlaceOfIndicator, 'schoolId'>[];
}

export interface PartOfSchool {
  readonly schoolId: string;
  /** The school and the campuses that are counted with it: whose cells explain its numbers. */
  readonly memberIds: readonly string[];
  readonly content: SchoolPart;
}

/** Runs are never changed: one of an earlier version does not name the special rules. */
export type RunResult = Omit<CountyEvaluation, 'specialRules'> & Partial<Pick<CountyEvaluation, 'specialRules'>>;

/** An evaluation taken apart by school, one part for every school of the data set it was made from. */
export function partsOfSchools(
  edition: Edition,
  dataSet: DataSet,
  result: RunResult,
  approved: ReadonlySet<string>,
): readonly PartOfSchool[] {
  const names = new Map(dataSet.schools.map(({ schoolId, name }) => [schoolId, name]));
  const parents = new Map(result.mergedCampuses.map((each) => [each.schoolId, each.parentSchoolId]));
  const stages = bySchool(result.schoolStages);
  const places = bySchool(placesAmongPeers(edition, dataSet, result));
  const outOfScope = bySchool(result.outOfScope);
  const specialRules = bySchool(result.specialRules ?? []);
  const campuses = bySchool(
    result.mergedCampuses.map((each) => ({ schoolId: each.parentSchoolId, campusId: each.schoolId })),
  );
  return dataSet.schools.map(({ schoolId, name }): PartOfSchool => {
    const parent = parents.get(schoolId);
    const own = (campuses.get(schoolId) ?? []).map(({ campusId }) => campusId);
    return {
      schoolId,
      memberIds: [schoolId, ...own],
      content: {
        schoolName: name,
        countyName: dataSet.countyName,
        approved: approved.has(schoolId),
        schoolStages: stages.get(schoolId) ?? [],
        outOfScope: outOfScope.get(schoolId) ?? [],
        specialRules: specialRules.get(schoolId) ?? [],
        mergedInto: parent === undefined ? null : (names.get(parent) ?? null),
        campuses: own.map((id) => ({ schoolId: id, name: names.get(id) ?? '' })),
        places: (places.get(schoolId) ?? []).map(({ stage, indicatorId, place, schools }) => ({
          stage,
          indicatorId,
          place,
          schools,
        })),
      },
    };
  });
}

function bySchool<T extends { readonly schoolId: string }>(entries: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(entry.schoolId);
    if (group === undefined) groups.set(entry.schoolId, [entry]);
    else group.push(entry);
  }
  return groups;
}

const OF_A_SCHOOL: ReadonlySet<string> = new Set(['school', 'indicator', 'quantity', 'share', 'pupils']);

/** Is this the address of a node about this school? Every other node of the explanation is about the county or somebody else. */
export function isNodeOfSchool(path: string, schoolId: string): boolean {
  const [kind = '', school = ''] = path.split('/');
  return OF_A_SCHOOL.has(kind) && school === encodeURIComponent(schoolId);
}
