/** What a rule says. `undetermined`: something missing could still change it. */
export const outcomes = ['met', 'unmet', 'undetermined', 'not-applicable'] as const;
export type Outcome = (typeof outcomes)[number];
