import type { DraftedFinding, InspectionFindings, Opinion } from '@junheng/api-contract';
import { newFinding } from './opinion-draft.ts';

export type FoundOnSite = InspectionFindings['findings'][number];

/** The finding of a visit that a drafted one takes up; undefined where no signed visit holds it (any more). */
export function foundOnSite(found: readonly FoundOnSite[], { onSite }: DraftedFinding): FoundOnSite | undefined {
  return found.find(({ school, at }) => school.id === onSite?.schoolId && at === onSite.at);
}

/** What visits of the county found and the opinion does not take up yet, as findings to word and to set a time limit for. */
export function citable(
  { county, references }: Pick<Opinion, 'county' | 'references'>,
  known: readonly DraftedFinding[],
  found: readonly FoundOnSite[],
): readonly DraftedFinding[] {
  const taken = new Set(known.flatMap(({ onSite }) => (onSite === null ? [] : [`${onSite.schoolId} ${onSite.at}`])));
  const named = new Set(references.map(({ id }) => id));
  return found
    .filter(
      ({ school, at, county: of, withdrawn }) =>
        of.id === county.id && withdrawn === null && !taken.has(`${school.id} ${at}`),
    )
    .map(({ school, at, text, advice, referenceId }) => ({
      ...newFinding(),
      schoolId: school.id,
      referenceId: referenceId !== null && named.has(referenceId) ? referenceId : null,
      fact: text,
      demand: advice ?? '',
      onSite: { schoolId: school.id, at },
    }));
}
