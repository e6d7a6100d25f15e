import type { DraftedFinding, Opinion, OpinionContent, OpinionSection, SignedOpinion } from '@junheng/api-contract';

const DAY = 86_400_000;
/** As the contract has them, whose schemas this page does not load. */
export const objectionDays = { least: 3, most: 60, proposed: 10 } as const;

export function newSection(heading: string): OpinionSection {
  return { id: crypto.randomUUID(), heading, points: [{ id: crypto.randomUUID(), text: '' }] };
}

export function newFinding(): DraftedFinding {
  return {
    id: crypto.randomUUID(),
    referenceId: null,
    schoolId: null,
    fact: '',
    demand: '',
    dueOn: null,
    onSite: null,
  };
}

/** The list with one member exchanged. */
export function replaced<Part extends { readonly id: string }>(parts: readonly Part[], next: Part): Part[] {
  return parts.map((part) => (part.id === next.id ? next : part));
}

export function without<Part extends { readonly id: string }>(parts: readonly Part[], id: string): Part[] {
  return parts.filter((part) => part.id !== id);
}

/** Places a signature would be refused for, as JSON pointers, as the server names them. */
export function emptyPlaces({ basis, sections, findings }: OpinionContent, today: string): readonly string[] {
  const empty = (at: string, text: string) => (text.trim() === '' ? [at] : []);
  return [
    ...empty('/basis', basis),
    ...(sections.length + findings.length === 0 ? ['/sections'] : []),
    ...sections.flatMap(({ heading, points }, index) => [
      ...empty(`/sections/${index}/heading`, heading),
      ...points.flatMap(({ text }, place) => empty(`/sections/${index}/points/${place}/text`, text)),
    ]),
    ...findings.flatMap(({ fact, demand, dueOn }, index) => [
      ...empty(`/findings/${index}/fact`, fact),
      ...empty(`/findings/${index}/demand`, demand),
      ...(dueOn === null || dueOn <= today ? [`/findings/${index}/dueOn`] : []),
    ]),
  ];
}

export type StepKey = 'draft' | 'issue' | 'answer' | 'final' | 'feedback';
export type StepState = 'done' | 'now' | 'later';
export const stepKeys: readonly StepKey[] = ['draft', 'issue', 'answer', 'final', 'feedback'];

/** How far it is: one step is now, unless the feedback was given. */
export function stepStates(opinion: Pick<Opinion, 'status' | 'feedback' | 'objectionsEndAt'>, now: number) {
  const current = currentStep(opinion, now);
  return stepKeys.map((key, index): { key: StepKey; state: StepState } => ({
    key,
    state: index < current ? 'done' : index === current ? 'now' : 'later',
  }));
}

function currentStep(opinion: Pick<Opinion, 'status' | 'feedback' | 'objectionsEndAt'>, now: number): number {
  switch (opinion.status) {
    case 'none':
    case 'drafting':
      return 0;
    case 'issued':
      return isOver(opinion, now) ? 3 : 1;
    case 'objected':
      return 2;
    case 'unobjected':
      return 3;
    case 'final':
      return opinion.feedback === null ? 4 : stepKeys.length;
    default: {
      const exhaustive: never = opinion.status;
      return exhaustive;
    }
  }
}

/** The last second to object still counts whole. */
export function isOver({ objectionsEndAt }: Pick<Opinion, 'objectionsEndAt'>, now: number): boolean {
  return objectionsEndAt !== null && now >= Date.parse(objectionsEndAt) + 1000;
}

/** `YYYY-MM-DD`, so many days after one. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10);
}

export interface Target {
  readonly id: string;
  readonly text: string;
  readonly demand: string | null;
}

/** What can be objected to, in the order of the document. */
export function targetsOf({ sections, findings }: Pick<SignedOpinion, 'sections' | 'findings'>): readonly Target[] {
  return [
    ...sections.flatMap(({ points }) => points.map(({ id, text }) => ({ id, text, demand: null }))),
    ...findings.map(({ id, fact, demand }) => ({ id, text: fact, demand })),
  ];
}
