import type { IndicatorEvaluation, Outcome } from '@junheng/evaluation-core';

/** How an outcome looks. `above-floor` and `below-floor` are the two sides of an unmet indicator; other things are just `unmet`. */
export const tones = ['met', 'above-floor', 'below-floor', 'unmet', 'undetermined', 'not-applicable'] as const;
export type Tone = (typeof tones)[number];

export function toneOfIndicator(indicator: Pick<IndicatorEvaluation, 'outcome' | 'aboveFloor'>): Tone {
  if (indicator.outcome !== 'unmet') return indicator.outcome;
  // Null: unmet for certain, the side of the floor not.
  return indicator.aboveFloor === true ? 'above-floor' : indicator.aboveFloor === false ? 'below-floor' : 'unmet';
}

export function toneOfOutcome(outcome: Outcome): Tone {
  return outcome;
}

/** Message key of the words that go with a tone. */
export function toneTextKey(tone: Tone): string {
  switch (tone) {
    case 'above-floor':
      return 'outcome.unmet-above-floor';
    case 'below-floor':
      return 'outcome.unmet-below-floor';
    case 'met':
    case 'unmet':
    case 'undetermined':
    case 'not-applicable':
      return `outcome.${tone}`;
    default: {
      const exhaustive: never = tone;
      return exhaustive;
    }
  }
}
