import type { RectificationSummaryFilter } from '@junheng/api-contract';
import { RECTIFICATION_KINDS } from './ledger.ts';

export const summaryParameters = ['county', 'kind', 'unit'] as const;
export type SummaryParameter = (typeof summaryParameters)[number];

/** As the contract has it: nobody is responsible yet. */
export const NO_UNIT = 'none';

/** What the address asks for. */
export function filterOf(address: { get(name: string): string | null }): RectificationSummaryFilter {
  const [county, asked, unit] = summaryParameters.map((name) => address.get(name));
  const kind = RECTIFICATION_KINDS.find((each) => each === asked);
  return {
    ...(county == null ? {} : { regionId: county }),
    ...(kind === undefined ? {} : { kind }),
    ...(unit == null ? {} : { unitId: unit }),
  };
}
