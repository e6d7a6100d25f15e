import type { InspectionFindings } from '@junheng/api-contract';
import { text } from '@junheng/evaluation-messages';
import type { Compared } from '../inspections/consolidation/consolidation.types.ts';
import { teamOf } from '../inspections/teams.rules.ts';

export type FindingOnSite = Omit<InspectionFindings['findings'][number], 'row'> & {
  /** The same finding of the same visit has one reference for ever. */
  readonly reference: string;
};

const LONGEST = 500;

/** What signed visits found: items that do not hold, and what inspectors wrote down. In the order of the schools. */
export function findingsOnSite({ inspection, schools, sources }: Compared): readonly FindingOnSite[] {
  return schools.flatMap(({ school, signed, points }) => {
    const county = inspection.counties.find(({ code }) => code === school.countyCode);
    const visit = sources.visits.find((each) => each.school.schoolId === school.schoolId);
    if (signed === null || county === undefined || visit === undefined) return [];
    const found = (at: string, said: string, advice: string | null): FindingOnSite => ({
      at,
      school: { id: school.schoolId, name: school.name },
      county: { id: county.countyId, name: county.name },
      team: teamOf(inspection, school)?.name ?? null,
      text: said.slice(0, LONGEST),
      advice,
      reference: `visit/${inspection.id}/${school.schoolId}/${at}`,
    });
    const written = new Map(visit.entries.map(({ entry, value }) => [entry, value]));
    return [
      ...points
        .filter(({ maximum, final }) => maximum === null && final === 'unmet')
        .map(({ point, requirementId, scores }) => {
          const notes = scores.flatMap(({ note }) => (note === null ? [] : [note])).join('；');
          const name = text('zh-CN', `requirement.${requirementId}`);
          return found(`score:${point}`, `未达到：${name}${notes === '' ? '' : `（${notes}）`}`, null);
        }),
      ...[...written].flatMap(([entry, said]) => {
        const [, at] = /^(finding:[0-9a-f-]{36})\/text$/.exec(entry) ?? [];
        return at === undefined ? [] : [found(at, said, written.get(`${at}/advice`) ?? null)];
      }),
    ];
  });
}
