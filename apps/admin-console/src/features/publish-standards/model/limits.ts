import type { Edition } from '@junheng/evaluation-core';

type Requirement = Edition['requirements'][number];
type Rule = Requirement['rule'];

/** A number a requirement, or a part of it, is compared with. */
export interface Limit {
  readonly part: string | null;
  readonly sign: string;
  /** Null: computed from cells, or different by stage; not to be changed here. */
  readonly value: string | null;
}

const SIGNS = { 'at-least': '≥', 'more-than': '>', 'at-most': '≤', 'less-than': '<', equal: '=' } as const;

/** The limits of a requirement that are plain numbers of comparisons and shares, with those of its parts. */
export function limitsOf(rule: Rule, part: string | null = null): readonly Limit[] {
  switch (rule.kind) {
    case 'comparison':
      return [{ part, sign: SIGNS[rule.comparator], value: rule.right.kind === 'constant' ? rule.right.value : null }];
    case 'share':
      return [{ part, sign: SIGNS[rule.comparator], value: rule.limit.kind === 'constant' ? rule.limit.value : null }];
    case 'all-of':
    case 'at-least-of':
      return part === null ? rule.parts.flatMap((each) => limitsOf(each.rule, each.id)) : [];
    default:
      return [];
  }
}

/** Requirements by dimension, in the edition's order; the path of a dimension from the top. */
export function byDimension(edition: Edition): readonly {
  readonly dimension: string;
  readonly path: readonly string[];
  readonly requirements: readonly Requirement[];
}[] {
  const parents = new Map(edition.dimensions.map(({ id, parent }) => [id, parent]));
  const pathOf = (id: string): readonly string[] => {
    const path: string[] = [];
    for (let each: string | null = id; each !== null && !path.includes(each); each = parents.get(each) ?? null) {
      path.unshift(each);
    }
    return path;
  };
  const groups = [...new Set(edition.requirements.map(({ group }) => group))];
  return groups.map((dimension) => ({
    dimension,
    path: pathOf(dimension),
    requirements: edition.requirements.filter(({ group }) => group === dimension),
  }));
}

/** Every evidence a requirement or point of the edition names: what a bureau chooses from. */
export function knownEvidence(edition: Edition): readonly string[] {
  return [
    ...new Set(
      edition.requirements.flatMap(({ evidence, rule }) => [
        ...evidence,
        ...(rule.kind === 'scored' ? rule.points.flatMap((point) => point.evidence) : []),
      ]),
    ),
  ];
}
