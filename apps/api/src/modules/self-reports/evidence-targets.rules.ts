import type { EvidenceTarget } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';

/** Those that the edition does not know: evidence must not hang on something nobody will ever look at. */
export function unknownTargets(
  edition: Pick<Edition, 'indicators' | 'items' | 'specialRules'>,
  targets: readonly EvidenceTarget[],
): readonly EvidenceTarget[] {
  const known = {
    indicator: edition.indicators,
    item: edition.items,
    'special-rule': edition.specialRules,
  } as const satisfies Record<EvidenceTarget['kind'], readonly { readonly id: string }[]>;
  return targets.filter((target) => !known[target.kind].some(({ id }) => id === target.id));
}
