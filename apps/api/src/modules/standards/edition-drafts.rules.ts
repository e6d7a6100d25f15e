import { amendEdition, validateEdition, type Edition } from '@junheng/evaluation-core';
import type { DraftProblem, DraftRecord } from './edition-drafts.types.ts';

export type DraftedEdition =
  | { readonly edition: Edition; readonly problems: readonly DraftProblem[] }
  | { readonly edition: null; readonly problems: readonly DraftProblem[] };

/**
 * The edition a draft would become under this id, and all that keeps it from being published. An edition that names what its base does not
 * have cannot be made at all.
 */
export function draftedEdition(base: Edition, draft: DraftRecord, id: string): DraftedEdition {
  const amended = amendEdition(base, { id, instrument: draft.instrument }, draft.amendments);
  if (!amended.ok) {
    const problems = amended.faults.map(({ index, fault, what }): DraftProblem => {
      return { kind: 'amendment-fault', where: `amendments/${index}`, fault, what };
    });
    return { edition: null, problems };
  }
  const texts = {
    ...amended.edition.texts,
    [`edition.${id}`]: [draft.name, draft.nameEn] as const,
    ...Object.fromEntries(
      Object.entries(draft.evidenceTexts).map(([evidence, { zhCN, en }]) => [
        `evidence.${evidence}`,
        [zhCN, en] as const,
      ]),
    ),
  };
  const edition: Edition = { ...amended.edition, texts };
  const problems = validateEdition(edition).map((fault): DraftProblem => ({ kind: 'edition-fault', ...fault }));
  return { edition, problems };
}
