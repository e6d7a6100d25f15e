import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startTestApi, type TestApi } from '../harness/test-api.ts';
import { LedgerPlayer } from './ledger-player.ts';
import { histories } from './ledger-steps.ts';

/*
 * Failing approved data <=> an open row or an unexpired exception, over random histories of data, years, days and people. At least
 * 5,000 calls each time; `JUNHENG_LEDGER_CALLS=50000 pnpm --filter @junheng/api test test/rectifications` makes as many as are asked for.
 *
 * @begins-first
 */
const CALLS = Number(process.env['JUNHENG_LEDGER_CALLS'] ?? '5000');
const LENGTH = 260;

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ environment: { JUNHENG_SESSION_HOURS: '24' } });
});
afterAll(async () => api.stop());

test(
  'random histories keep the law of the ledger',
  async () => {
    const player = LedgerPlayer.on(api);
    const seen = new Set<string>();
    let seed = 20_261_122;
    while (player.calls < CALLS) {
      const [history] = fc.sample(histories(LENGTH), { numRuns: 1, seed });
      seed += 1;
      await player.begin();
      for (const step of history ?? []) {
        await player.play(step);
        for (const state of Object.keys(player.states())) seen.add(state);
        if (step.kind === 'wait' && step.days === 30) await player.compareSummary();
      }
    }
    expect(player.calls).toBeGreaterThanOrEqual(CALLS);
    expect([...seen].sort()).toEqual(['closed', 'excepted', 'lapsed', 'open', 'to-verify']);
  },
  // A loaded machine takes ten times as long as a quiet one.
  Math.max(600_000, 120 * CALLS),
);
