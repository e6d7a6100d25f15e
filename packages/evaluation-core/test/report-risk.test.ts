import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editionById, peerStatistics, reportRisk } from '../src/index.ts';
import type { Cells, Edition } from '../src/index.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;

const primary = (pupils: number, teachers: number, more: Cells = {}): Cells => ({
  'school-type': 'primary',
  'pupils.primary': String(pupils),
  'full-time-teachers': String(teachers),
  ...more,
});

describe('the order of the review queue', () => {
  test('a quiet report has no reason and no points', () => {
    expect(reportRisk(edition, primary(100, 6))).toEqual({
      score: 0,
      counts: { check: 0, jump: 0, outlier: 0, limit: 0 },
      reasons: [],
    });
  });

  test('a contradiction weighs more than anything else and says which check', () => {
    const risk = reportRisk(edition, primary(100, 6, { 'migrant-pupils': '101' }));
    expect(risk.counts.check).toBeGreaterThan(0);
    expect(risk.reasons[0]).toMatchObject({ kind: 'check', points: 20, cell: 'migrant-pupils', explained: false });
  });

  test('a jump is weighed by its size, at most three units are none, and it is counted once', () => {
    const jump = (before: number, now: number) =>
      reportRisk(edition, primary(now, 6), { lastYear: primary(before, 6) }).reasons.filter(
        ({ kind }) => kind === 'jump',
      );
    expect(jump(100, 124)).toEqual([]);
    expect(jump(100, 125)).toEqual([
      { kind: 'jump', points: 2, cell: 'pupils.primary', before: '100', now: '125', percent: '25.0' },
    ]);
    expect(jump(100, 50)).toMatchObject([{ points: 5, percent: '-50.0' }]);
    expect(jump(100, 250)).toMatchObject([{ points: 8, percent: '150.0' }]);
    expect(jump(0, 40)).toMatchObject([{ points: 8, percent: null }]);
    expect(jump(4, 6)).toEqual([]);
    const all = reportRisk(edition, primary(300, 6), { lastYear: primary(100, 6) });
    expect(all.reasons.filter((reason) => reason.kind !== 'limit' && reason.cell === 'pupils.primary')).toHaveLength(1);
  });

  test('a school far from its peers is an outlier; its reason makes it lighter', () => {
    const ordinary = [15, 16, 17, 18, 19].map((ratio) => primary(ratio * 10, 10));
    const peers = peerStatistics(edition, {
      countyCode: '999999',
      countyName: '示例县（虚构）',
      schools: ordinary.map((cells, index) => ({
        schoolId: `s${index}`,
        code: `99${index}`,
        name: `示例学校${index}`,
        parentSchoolId: null,
        countedAsSchool: true,
        cells,
      })),
    });
    const unusual = primary(400, 10);
    const open = reportRisk(edition, unusual, { peers });
    const said = reportRisk(edition, unusual, { peers }, () => true);
    expect(open.counts.outlier).toBeGreaterThan(0);
    expect(open.reasons.find(({ kind }) => kind === 'outlier')).toMatchObject({ messageKey: expect.any(String) });
    expect(said.score).toBeLessThanOrEqual(open.score);
  });

  test('just reached weighs more than just missed, further away is neither', () => {
    // R2 of the primary stage: one backbone teacher for 100 pupils.
    const ofTown = { locale: 'urban', 'built-2010-or-before': 'no', 'built-2016-or-before': 'no' };
    const backbone = (heads: number, pupils: number) =>
      reportRisk(
        edition,
        primary(pupils, 60, { 'backbone-teachers.primary': String(heads), ...ofTown }),
      ).reasons.filter(({ kind }) => kind === 'limit');
    expect(backbone(10, 1000)).toMatchObject([{ points: 7, met: true, stage: 'primary' }]);
    expect(backbone(10, 1015)).toMatchObject([{ points: 4, met: false }]);
    expect(backbone(10, 1100)).toEqual([]);
    expect(backbone(10, 900)).toEqual([]);
  });

  test('is the sum of capped kinds, between 0 and 100, and equal for equal reports', () => {
    const value = fc.integer({ min: 0, max: 2000 }).map(String);
    const report = fc.record({
      'pupils.primary': value,
      'full-time-teachers': value,
      'backbone-teachers.primary': value,
      'equipment-value': value,
    });
    fc.assert(
      fc.property(report, report, (now, before) => {
        const cells = { 'school-type': 'primary', ...now };
        const lastYear = { 'school-type': 'primary', ...before };
        const risk = reportRisk(edition, cells, { lastYear });
        expect(risk.score).toBeGreaterThanOrEqual(0);
        expect(risk.score).toBeLessThanOrEqual(100);
        expect(risk.score === 0).toBe(risk.reasons.length === 0);
        expect(reportRisk(edition, Object.fromEntries(Object.entries(cells).toReversed()), { lastYear })).toEqual(risk);
        expect(JSON.parse(JSON.stringify(risk))).toEqual(risk);
        const points = risk.reasons.map((reason) => reason.points);
        expect(points).toEqual(points.toSorted((left, right) => right - left));
      }),
      { numRuns: 200 },
    );
  });
});
