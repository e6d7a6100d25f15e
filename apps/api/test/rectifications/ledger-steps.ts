import fc from 'fast-check';
import { people, type ModelPerson } from './ledger-model.ts';

/** One thing somebody does, or time that passes. `row` picks one of the rows there are. */
export type LedgerStep =
  | { readonly kind: 'wait'; readonly days: number }
  | { readonly kind: 'round' }
  | { readonly kind: 'approve'; readonly variant: number }
  | { readonly kind: 'evaluate'; readonly variant: number; readonly as: 'approved' | 'trial' | 'older' }
  | { readonly kind: 'raise' }
  | { readonly kind: 'note' | 'measure' | 'report'; readonly row: number }
  | { readonly kind: 'return' | 'close'; readonly row: number; readonly by: ModelPerson }
  | { readonly kind: 'except'; readonly row: number; readonly by: ModelPerson; readonly days: number }
  | { readonly kind: 'assign'; readonly row: number; readonly to: ModelPerson | null; readonly days: number };

const row = fc.nat(40);
const person = fc.constantFrom(...people);
const variant = fc.nat(11);
const days = fc.constantFrom(-2, 0, 1, 3, 10, 60, 4000);

const step: fc.Arbitrary<LedgerStep> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 2, 8, 30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('round' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('approve' as const), variant }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('evaluate' as const),
      variant,
      as: fc.constantFrom(
        'approved' as const,
        'approved' as const,
        'approved' as const,
        'trial' as const,
        'older' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('raise' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constantFrom('note' as const, 'measure' as const, 'report' as const), row }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constantFrom('return' as const, 'close' as const, 'close' as const),
      row,
      by: person,
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('except' as const), row, by: person, days }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('assign' as const),
      row,
      to: fc.option(person),
      days: fc.constantFrom(-1, 0, 5, 20, 90),
    }),
  },
);

/** One history: as many steps as are asked for. */
export const histories = (length: number): fc.Arbitrary<readonly LedgerStep[]> =>
  fc.array(step, { minLength: length, maxLength: length, size: 'max' });
