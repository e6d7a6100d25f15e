import type { Claim, ConsistencyFinding, Formula } from '../../../src/index.ts';

/** One row of golden.csv as claims: `main` must come out as the row says, `also` as given here. */
export interface GoldenClaim {
  readonly golden: string;
  readonly main: Claim;
  readonly also: readonly { readonly claim: Claim; readonly finding: ConsistencyFinding }[];
}

type Body = Claim extends infer Each ? (Each extends Claim ? Omit<Each, 'id'> : never) : never;

export function row(
  golden: string,
  body: Body,
  also: readonly { readonly body: Body; readonly finding: ConsistencyFinding }[] = [],
): GoldenClaim {
  return {
    golden,
    main: { id: golden, ...body },
    also: also.map((each, index) => ({ claim: { id: `${golden}-${index + 1}`, ...each.body }, finding: each.finding })),
  };
}

export const raw = (name: string): Formula => ({ kind: 'raw', name });
export const change = (name: string): Formula => ({ kind: 'change', name });
export const count = (name: string): Formula => ({ kind: 'count', name });
export const constant = (value: string): Formula => ({ kind: 'constant', value });
export const sum = (...names: readonly string[]): Formula => ({ kind: 'sum', terms: names.map(raw) });
export const difference = (from: string, ...minus: readonly string[]): Formula => ({
  kind: 'difference',
  from: raw(from),
  minus: minus.map(raw),
});
export const quotient = (of: Formula, by: Formula): Formula => ({ kind: 'quotient', of, by });
export const percent = (part: Formula, whole: Formula): Formula => ({ kind: 'percent', part, whole });
export const growth = (from: string, to: string): Formula => ({ kind: 'growth', from: raw(from), to: raw(to) });
