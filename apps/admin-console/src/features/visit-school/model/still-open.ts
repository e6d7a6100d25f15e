import type { Visit } from '@junheng/api-contract';

/**
 * What signing waits for, without what was entered on this device since the server was asked last: offline the page must not say that
 * nobody has judged what stands there judged.
 */
export function stillOpen(
  { open }: Pick<Visit, 'open'>,
  personId: string,
  textOf: (entry: string) => string,
): Visit['open'] {
  const entered = (entry: string): boolean => textOf(entry) !== '';
  return open.filter(({ at, code }) => {
    if (code === 'not-judged') return !entered(at.replace('score:', `score:${personId}/`));
    if (code === 'not-verified') return !entered(at) && !entered(at.replace('verified:', 'reason:'));
    return !entered(at);
  });
}
