import { describe, expect, it } from '@jest/globals';
import { checkCountyReport, registeredFigures, type RegisteredFact } from '../src/index.ts';
import { qualityBalance2017 } from '../src/standards/catalogue/cn-2017-quality-balance/edition.ts';
import { liujiangSchoolSelfCheck } from '../src/standards/catalogue/cn-liujiang-school-self-check/edition.ts';

const rotation = (changes: object = {}): RegisteredFact => ({
  kind: 'staff-rotation',
  on: '2026-09-01',
  form: 'rotation',
  post: 'teacher',
  people: 10,
  backbone: 2,
  ...changes,
});
const safety = (changes: object = {}): RegisteredFact => ({
  kind: 'safety',
  on: '2026-05-04',
  case: 'incident',
  severity: 'major',
  ...changes,
});

describe('what registers come to', () => {
  it('counts teachers who rotated in the year, and the backbone teachers among them', () => {
    const facts = [
      rotation(),
      rotation({ people: 5, backbone: 0 }),
      rotation({ on: '2025-09-01' }),
      rotation({ form: 'support-teaching' }),
      rotation({ post: 'principal' }),
    ];
    expect(registeredFigures(qualityBalance2017, facts, 2026)).toEqual({
      'rotated-teachers': { value: '15', rows: 2 },
      'rotated-backbone-teachers': { value: '2', rows: 2 },
    });
  });

  it('says nothing where nothing is registered, and never that there was no accident', () => {
    expect(registeredFigures(qualityBalance2017, [], 2026)).toEqual({});
    const lesser = [safety({ severity: 'serious' }), safety({ case: 'hazard' })];
    expect(registeredFigures(qualityBalance2017, lesser, 2026)).toEqual({});
    expect(registeredFigures(qualityBalance2017, [safety()], 2026)).toEqual({
      'major-accident-or-breach': { value: 'yes', rows: 1 },
    });
  });

  it('fills only what the edition asks of the county', () => {
    expect(registeredFigures(liujiangSchoolSelfCheck, [rotation(), safety()], 2026)).toEqual({});
  });
});

describe('a typed figure beside the registers', () => {
  const registered = registeredFigures(qualityBalance2017, [rotation(), safety()], 2026);
  const found = (cells: Readonly<Record<string, string>>) =>
    checkCountyReport(qualityBalance2017, cells, { registered })
      .filter(({ ruleId }) => ruleId.startsWith('county-registered'))
      .map(({ cells: [cell], severity, facts }) => [cell, severity, facts]);

  it('is shown where it disagrees', () => {
    expect(found({ 'rotated-teachers': '12', 'major-accident-or-breach': 'no' })).toEqual([
      ['rotated-teachers', 'soft', { value: '12', registered: '10', rows: 1 }],
      ['major-accident-or-breach', 'soft', { rows: 1 }],
    ]);
  });

  it('is left alone where it agrees, however it is written, or is not there', () => {
    expect(found({ 'rotated-teachers': '10.0', 'major-accident-or-breach': 'yes' })).toEqual([]);
    expect(found({})).toEqual([]);
  });
});
