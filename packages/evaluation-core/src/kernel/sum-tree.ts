/**
 * Sums that follow a change of one term in a few steps: a binary tree in one array, the root at 1, the terms in the second half. A sum depends
 * on the terms alone and not on how they came about, so that nothing drifts however often they change. With terms >= 0 its relative error
 * is at most one rounding for each level.
 */
export type SumTree = Float64Array;

export function newSumTree(terms: number): SumTree {
  let width = 1;
  while (width < terms) width *= 2;
  return new Float64Array(2 * width);
}

export function setTerm(tree: SumTree, index: number, value: number): void {
  let at = tree.length / 2 + index;
  tree[at] = value;
  for (at >>= 1; at >= 1; at >>= 1) tree[at] = (tree[2 * at] ?? 0) + (tree[2 * at + 1] ?? 0);
}

export function sumOf(tree: SumTree): number {
  return tree[1] ?? 0;
}

export function termOf(tree: SumTree, index: number): number {
  return tree[tree.length / 2 + index] ?? 0;
}
