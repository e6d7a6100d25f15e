import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { EngineMissing } from '../../bench/engine.ts';
import type { Engine } from '../../bench/engine.ts';
import { measureExactness } from '../../bench/exactness.ts';
import { measureExplanation } from '../../bench/explanation.ts';
import { engines } from '../../bench/engines/catalogue.ts';
import type { EngineName } from '../../bench/engines/catalogue.ts';
import { runAsMarkdown, withRun } from '../../bench/report.ts';
import { differences, newResults, resultBytes, resultsFromBytes } from '../../bench/results.ts';
import { countyStageSizes, sizeFor } from '../../bench/workload.ts';
import { assembled, generatedSource } from '../../wasm/assemble.mjs';
import { fuseText } from '../../wasm/fuse-text.mjs';

// A benchmark that nobody runs rots, and one that compares other work than it says is worse: the same code, on a few counties.

const size = sizeFor(60);

async function opened(name: EngineName): Promise<Engine | null> {
  try {
    return await engines[name].open(size);
  } catch (error) {
    if (error instanceof EngineMissing) return null;
    throw error;
  }
}

describe('benchmark', () => {
  test('the workload adds up, and is the same every time', () => {
    const sizes = countyStageSizes(size);
    expect(sizes.reduce((sum, each) => sum + each, 0)).toBe(size.schoolYears);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(countyStageSizes(size)).toEqual(sizes);
  });

  test('the engines that need nothing installed agree, and C where there is a compiler', async () => {
    const objects = await opened('objects');
    if (objects === null) throw new Error('objects need nothing');
    expect(await objects.run()).toBeGreaterThan(0);
    const reference = await objects.results();
    expect(reference.verdicts).toContain(0);
    expect(reference.verdicts).toContain(1);
    for (const name of ['plain', 'exact', 'plain-script', 'c', 'c-fast-math'] as const) {
      const engine = await opened(name);
      if (engine === null) continue;
      await engine.run();
      const results = await engine.results();
      await engine.close();
      expect(differences(reference, results)).toEqual([]);
      // The way between processes loses nothing.
      expect(resultsFromBytes(resultBytes(results), size.countyStages, size.schoolYears)).toEqual(results);
    }
  });

  test('a difference of any kind is seen', async () => {
    const exact = await engines.exact.open(size);
    await exact.run();
    const results = await exact.results();
    const none = newResults(size.countyStages, size.schoolYears);
    expect(differences(results, none)).toHaveLength(6);
    const cvs = Float64Array.from(results.cvs, (cv, each) => (each === 5 ? cv * (1 + 4e-12) : cv));
    expect(differences(results, { ...results, cvs })).toHaveLength(1);
    expect(differences(results, { ...results, cvs: cvs.map(() => NaN) })).toHaveLength(1);
  });

  test('no decision on a limit flips, and a run can be written down', () => {
    const exactness = measureExactness(200);
    expect(exactness.flips).toBe(0);
    const explanation = measureExplanation(4);
    expect(explanation.nodes).toBeGreaterThan(explanation.schoolNodes);
    const row = { milliseconds: 1, fastest: 1, overPlain: 1, overExact: 1, peakMegabytes: 1, version: '1' };
    const markdown = runAsMarkdown({
      size,
      rounds: 1,
      bulk: { rows: [{ ...row, name: 'exact' }], skipped: ['left out'], metCountyStages: 1, passedSchoolYears: 1 },
      decimals: { version: '1', cvs: 1, peerMicroseconds: 1, oursMicroseconds: 1, reason: null },
      oneCell: {
        oursMicroseconds: 1,
        peerMicroseconds: null,
        peerVersion: '1',
        reason: 'no peer',
        verdictsCompared: 0,
      },
      exactness,
      explanation,
    });
    expect(markdown).toContain('0 flips');
    const page = 'a\n\n<!-- last run -->\n\nold\n\n<!-- end of the last run -->\n\nb\n';
    const written = withRun(page, markdown);
    expect(written).not.toContain('old');
    expect(withRun(written, markdown)).toBe(written);
    expect(() => withRun('', markdown)).toThrow(RangeError);
  });
});

test('the committed WebAssembly module is what its text assembles to', async () => {
  const committed = await readFile(new URL('../../src/kernel/fuse-module.generated.ts', import.meta.url), 'utf8');
  expect(generatedSource(await assembled(fuseText))).toBe(committed);
});
