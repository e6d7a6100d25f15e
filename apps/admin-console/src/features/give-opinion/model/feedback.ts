import type { FeedbackContent, SignedFinding } from '@junheng/api-contract';

/** Places a signature would be refused for, as JSON pointers, as the server names them. */
export function emptyFeedbackPlaces(content: FeedbackContent): readonly string[] {
  const empty = (at: string, text: string) => (text.trim() === '' ? [at] : []);
  return [
    ...content.conclusions.flatMap(({ text }, index) => empty(`/conclusions/${index}/text`, text)),
    ...empty('/practice', content.practice),
    ...empty('/problems', content.problems),
    ...empty('/proposals', content.proposals),
  ];
}

/** A numbered line a finding, with the school it is about. */
export function problemsFrom(findings: readonly Pick<SignedFinding, 'school' | 'fact'>[]): string {
  return findings
    .map(({ school, fact }, index) => `${index + 1}. ${school === null ? '' : `${school.name}：`}${fact}`)
    .join('\n');
}
