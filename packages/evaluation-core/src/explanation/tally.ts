/** How many of each outcome there are. */
export function tally(
  outcomes: readonly string[],
): Readonly<Record<'met' | 'unmet' | 'undetermined' | 'total', number>> {
  const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length;
  return { met: count('met'), unmet: count('unmet'), undetermined: count('undetermined'), total: outcomes.length };
}
