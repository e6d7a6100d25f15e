import type { InspectionFindings, OnSite } from '@junheng/api-contract';
import { cellName, text } from '@junheng/evaluation-messages';
import type { Compared } from '../inspections/consolidation/consolidation.types.ts';
import { teamOf } from '../inspections/teams.rules.ts';

export type FindingOnSite = Omit<InspectionFindings['findings'][number], 'row' | 'withdrawn' | 'handOverAs'> & {
  /** The same finding of the same visit has one reference for ever. */
  readonly reference: string;
};

/** What the references of all findings of a project begin with. */
export function referencesOf(inspectionId: string): string {
  return `visit/${inspectionId}/`;
}

export function referenceOf(inspectionId: string, { schoolId, at }: OnSite): string {
  return `${referencesOf(inspectionId)}${schoolId}/${at}`;
}

/** What signed visits found: items that do not hold, and what inspectors wrote down. In the order of the schools. */
export function findingsOnSite({ inspection, schools, sources }: Compared): readonly FindingOnSite[] {
  return schools.flatMap(({ school, signed, points }) => {
    const county = inspection.counties.find(({ code }) => code === school.countyCode);
    const visit = sources.visits.find((each) => each.school.schoolId === school.schoolId);
    if (signed === null || county === undefined || visit === undefined) return [];
    const hash = visit.row?.signedHash ?? '';
    const found = (
      at: string,
      said: string,
      { advice = null, referenceId }: { readonly advice?: string | null; readonly referenceId: string | null },
    ): FindingOnSite => ({
      at,
      school: { id: school.schoolId, name: school.name },
      county: { id: county.countyId, name: county.name },
      team: teamOf(inspection, school)?.name ?? null,
      text: said,
      advice,
      referenceId,
      signed: { ...signed, hash },
      reference: referenceOf(inspection.id, { schoolId: school.schoolId, at }),
    });
    const written = new Map(visit.entries.map(({ entry, value }) => [entry, value]));
    return [
      ...points
        .filter(({ maximum, final }) => maximum === null && final === 'unmet')
        .map(({ point, requirementId, scores, final }) => {
          // Where the leader decided, what others noted to another judgement says the contrary.
          const notes = scores
            .flatMap(({ note, value }) => (note === null || value !== final ? [] : [note]))
            .join('；');
          const name = text('zh-CN', `requirement.${requirementId}`);
          return found(`score:${point}`, `未达到：${name}${notes === '' ? '' : `（${notes}）`}`, {
            referenceId: requirementId,
          });
        }),
      ...[...written].flatMap(([entry, said]) => {
        const [, at] = /^(finding:[0-9a-f-]{36})\/text$/.exec(entry) ?? [];
        if (at === undefined) return [];
        const about = written.get(`${at}/about`);
        const whole = about === undefined ? said : `${subjectName(about)}：${said}`;
        return [found(at, whole, { advice: written.get(`${at}/advice`) ?? null, referenceId: referenceIn(about) })];
      }),
    ];
  });
}

/** `item:<id>`, `indicator:<id>` or `requirement:<id>`, as a visit records what a finding is about. */
function subjectName(about: string): string {
  const [kind = '', id = ''] = about.split(':');
  return kind === 'item' ? cellName('zh-CN', id) : text('zh-CN', `${kind}.${id}`);
}

/** An item is no place of an opinion: it names indicators and requirements. */
function referenceIn(about: string | undefined): string | null {
  const [kind = '', id = ''] = (about ?? '').split(':');
  return kind === 'indicator' || kind === 'requirement' ? id : null;
}
