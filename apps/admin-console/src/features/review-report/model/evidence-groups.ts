import type { Edition } from '@junheng/evaluation-core';
import type { ReportEvidence } from '../../../server/self-reports.ts';

type EvidenceFile = ReportEvidence['evidence'][number];
type Target = EvidenceFile['targets'][number];

export interface EvidenceGroup {
  readonly target: Target;
  readonly files: readonly EvidenceFile[];
}

/** The key of its words. */
export function targetKey({ kind, id }: Target): string {
  return `${kind}.${id}`;
}

/** Files by what they prove, in the order of the edition; one that proves several things stands in each of their groups. */
export function evidenceGroups(
  files: readonly EvidenceFile[],
  edition: Pick<Edition, 'indicators' | 'items' | 'specialRules'>,
): {
  readonly groups: readonly EvidenceGroup[];
  readonly bare: readonly string[];
  readonly removed: readonly EvidenceFile[];
} {
  const there = files.filter(({ removed }) => removed === null);
  const proving = ({ kind, id }: Target) =>
    there.filter(({ targets }) => targets.some((each) => each.kind === kind && each.id === id));
  const targets: readonly Target[] = [
    ...edition.indicators.map(({ id }): Target => ({ kind: 'indicator', id })),
    ...edition.specialRules.map(({ id }): Target => ({ kind: 'special-rule', id })),
    ...edition.items.map(({ id }): Target => ({ kind: 'item', id })),
  ];
  const groups = targets
    .map((target) => ({ target, files: proving(target) }))
    .filter((group) => group.files.length > 0);
  return {
    groups,
    bare: edition.indicators.map(({ id }) => id).filter((id) => proving({ kind: 'indicator', id }).length === 0),
    removed: files.filter(({ removed }) => removed !== null),
  };
}

/** Files for one item: those that prove it, and those that prove an indicator that reads it or a special rule that asks for it. */
export function evidenceOfItem(
  files: readonly EvidenceFile[],
  edition: Pick<Edition, 'indicators' | 'specialRules'>,
  itemId: string,
): readonly EvidenceFile[] {
  // Wherever a formula or a condition reads an item, it names it so.
  const reads = (part: unknown) => JSON.stringify(part).includes(`"item":${JSON.stringify(itemId)}`);
  const proving = new Set([
    `item.${itemId}`,
    ...edition.indicators.filter(reads).map(({ id }) => targetKey({ kind: 'indicator', id })),
    ...edition.specialRules.filter(reads).map(({ id }) => targetKey({ kind: 'special-rule', id })),
  ]);
  return files.filter(
    ({ removed, targets }) => removed === null && targets.some((target) => proving.has(targetKey(target))),
  );
}
