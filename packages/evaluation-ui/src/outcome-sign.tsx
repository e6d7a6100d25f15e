import type { ReactNode } from 'react';
import type { Tone } from './model/tone.ts';

const drawings: Readonly<Record<Tone, ReactNode>> = {
  met: <path d="m3 8.5 3.2 3.2L13 5" />,
  'above-floor': <path d="M8 3.2 13.6 13H2.4z" />,
  'below-floor': <path d="m4 4 8 8M12 4l-8 8" />,
  unmet: <path d="m4 4 8 8M12 4l-8 8" />,
  undetermined: (
    <>
      <path d="M5.2 6a2.8 2.8 0 1 1 4.2 2.4C8.4 9 8 9.4 8 10.4" />
      <path d="M8 13v.2" />
    </>
  ),
  'not-applicable': <path d="M4 8h8" />,
};

/** The shape of an outcome, so that colour never carries it alone. Decorative: the word or a label stands beside it. */
export function OutcomeSign({ tone, size = 14 }: { readonly tone: Tone; readonly size?: number }) {
  return (
    <svg
      className={`ev-sign ev-sign--${tone}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {drawings[tone]}
    </svg>
  );
}
