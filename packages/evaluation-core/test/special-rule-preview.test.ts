import { describe, expect, test } from '@jest/globals';
import { amendEdition, evaluateSchool, specialRulePreviews } from '../src/index.ts';
import type { Cells, Edition, SpecialRule } from '../src/index.ts';
import { shippedEdition } from './fixtures/editions.ts';
import { cellsOf, school } from './fixtures/schools.ts';

const shipped = shippedEdition('cn-2017-quality-balance');
const of = { stage: 'primary', indicatorId: 'R3' };
const today = { evaluationDate: '2026-11-22' };

/** A rural school of 60 pupils without PE and arts teachers of its own, and one who visits. */
const small = school(
  's',
  cellsOf(
    'primary',
    { primary: '60' },
    {
      'rural-50-to-99-pupils': 'yes',
      'pe-teachers.primary': '0',
      'music-teachers.primary': '0',
      'fine-art-teachers.primary': '0',
      'arts-teachers.primary': '0',
      'visiting-pe-teachers.primary': '1',
      'visiting-music-teachers.primary': '0',
      'visiting-fine-art-teachers.primary': '0',
      'visiting-arts-teachers.primary': '0',
    },
  ),
);
const withCells = (cells: Cells) => ({ ...small, cells: { ...small.cells, ...cells } });

function switchedOn(validFrom: string | null, validUntil: string | null): Edition {
  const amended = amendEdition(shipped, { id: 'qingquan-2026', instrument: '清泉县〔2026〕1号' }, [
    { kind: 'special-rule', rule: 'visiting-pe-and-arts-teachers', enabled: true, validFrom, validUntil },
  ]);
  if (!amended.ok) throw new Error(JSON.stringify(amended.faults));
  return amended.edition;
}

describe('what a special rule would change', () => {
  test('is told of the shipped edition, where it is off', () => {
    const [preview, ...others] = specialRulePreviews(shipped, small, of, today);
    expect(others).toEqual([]);
    expect(preview).toMatchObject({
      ruleId: 'visiting-pe-and-arts-teachers',
      standing: 'off',
      validUntil: '2022-12-31',
      applies: true,
      conditionCells: [{ key: 'rural-50-to-99-pupils', value: 'yes' }],
      threshold: null,
      evidence: ['construction-plan', 'rotation-records'],
      followUp: 'normal-standard-within-three-years',
      withRule: { outcome: 'met', exact: '5/3' },
    });
    expect(preview?.extraCells[0]).toEqual({ key: 'visiting-pe-teachers.primary', value: '1' });
    expect(
      evaluateSchool(shipped, small, today).stages[0]?.indicators.find((each) => each.indicatorId === 'R3'),
    ).toMatchObject({ outcome: 'unmet', exact: '0' });
  });

  test('is what counts, in an edition that turned it on', () => {
    const edition = switchedOn('2026-01-01', '2028-12-31');
    const [preview] = specialRulePreviews(edition, small, of, today);
    expect(preview).toMatchObject({ standing: 'in-force', applies: true });
    const counted = evaluateSchool(edition, small, today).stages[0]?.indicators.find(
      (each) => each.indicatorId === 'R3',
    );
    expect(preview?.withRule).toEqual(counted);
  });

  test.each([
    ['2027-01-01', null, 'not-begun'],
    [null, '2026-11-21', 'ended'],
    [null, '2026-11-22', 'in-force'],
    ['2026-11-22', null, 'in-force'],
    [null, null, 'in-force'],
  ])('from %s to %s is %s on the day', (from, until, standing) => {
    expect(specialRulePreviews(switchedOn(from, until), small, of, today)[0]?.standing).toBe(standing);
  });

  test('is nothing for a school that does not meet its condition, and open while that is not known', () => {
    const [other] = specialRulePreviews(shipped, withCells({ 'rural-50-to-99-pupils': 'no' }), of, today);
    expect(other).toMatchObject({ applies: false, withRule: null });
    const { 'rural-50-to-99-pupils': _gone, ...cells } = small.cells;
    const [open] = specialRulePreviews(shipped, { ...small, cells }, of, today);
    expect(open).toMatchObject({ applies: null, conditionCells: [{ key: 'rural-50-to-99-pupils', value: null }] });
  });

  test('is another threshold where the rule changes that', () => {
    const rule: SpecialRule = {
      ...(shipped.specialRules[0] as SpecialRule),
      id: 'lower-for-small',
      effects: [{ kind: 'changed-threshold', indicator: 'R3', thresholds: { primary: '0.5' } }],
    };
    const edition: Edition = { ...shipped, specialRules: [rule] };
    const one = withCells({ 'pe-teachers.primary': '1', 'pupils.primary': '150' });
    expect(specialRulePreviews(edition, one, of, today)).toMatchObject([
      { threshold: { from: '0.9', to: '0.5' }, extraCells: [], withRule: { outcome: 'met', threshold: '0.5' } },
    ]);
    expect(specialRulePreviews(edition, one, { stage: 'junior', indicatorId: 'R3' }, today)).toEqual([]);
  });

  test('is nothing for an indicator that no rule touches', () => {
    expect(specialRulePreviews(shipped, small, { stage: 'primary', indicatorId: 'R1' }, today)).toEqual([]);
    expect(specialRulePreviews(shipped, small, { stage: 'primary', indicatorId: 'R99' }, today)).toEqual([]);
  });
});
