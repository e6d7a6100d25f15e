import { describe, expect, test } from '@jest/globals';
import { checkReport, evaluateCounty, explainer } from '../src/index.ts';
import type { Cells } from '../src/index.ts';
import { shippedEdition } from './fixtures/editions.ts';
import { wholeCounty } from './fixtures/whole-county.ts';

const shipped = shippedEdition('cn-2017-quality-balance');
/** Every special rule (特殊规定) on. */
const relaxed = {
  ...shipped,
  specialRules: shipped.specialRules.map((rule) => ({ ...rule, enabled: true, validUntil: null })),
};
const options = { evaluationDate: '2026-11-22' };

function requirement(id: string, schools: Readonly<Record<string, Cells>>, edition = shipped) {
  const found = evaluateCounty(edition, wholeCounty({ schools }), options).county.requirements;
  return found.find((each) => each.requirementId === id);
}

/** Neither yes nor no: 是, a word, a stray sign. */
const noAnswers = ['是', 'Yes!', '1', '否 '];

describe('an answer that nobody can read is missing: it decides nothing', () => {
  test.each(noAnswers)('G13: whether a school boards, typed as %s', (text) => {
    const cells = { boarding: text, 'pupils-in-zone.primary': '10' };
    expect(requirement('G13', { 'a-primary': { ...cells, boarding: 'no' } })?.outcome).toBe('unmet');
    expect(requirement('G13', { 'a-primary': { ...cells, boarding: 'yes' } })?.outcome).toBe('met');
    const open = requirement('G13', { 'a-primary': cells });
    expect(open).toMatchObject({ outcome: 'undetermined', complete: false, reason: 'missing-cells' });
    expect(open?.missing).toContainEqual({ schoolId: 'a-primary', key: 'boarding' });
  });

  test('G13: a type of school that is no option is not a school that is not asked', () => {
    const open = requirement('G13', { 'a-primary': { 'school-type': '小学', 'pupils-in-zone.primary': '10' } });
    expect(open).toMatchObject({ outcome: 'undetermined' });
    expect(open?.missing).toContainEqual({ schoolId: 'a-primary', key: 'school-type' });
  });

  test('a relaxation whose flag cannot be read is neither on nor off', () => {
    const cells = (built: string): Cells => ({
      'built-2016-or-before': built,
      'music-rooms-96-and-over': '0',
      'music-rooms-73-to-96': '5',
    });
    const outcome = (built: string) => requirement('G3', { 'a-primary': cells(built) }, relaxed)?.outcome;
    expect(['yes', 'no', '2015年'].map(outcome)).toEqual(['met', 'unmet', 'undetermined']);
    const node = explainer(
      relaxed,
      wholeCounty({ schools: { 'a-primary': cells('2015年') } }),
      options,
    )('part/G3/music/a-primary');
    expect(node).toMatchObject({ outcome: 'undetermined', facts: { specialRuleState: 'open' } });
    expect(node.cells).toContainEqual({ schoolId: 'a-primary', key: 'built-2016-or-before', value: '2015年' });
  });

  test('further parts of an amount that hang on a flag', () => {
    const venue = (answer: string) => {
      const schools = {
        'a-primary': { 'dense-city-centre': answer, 'rented-venue-area': '900', 'other-sports-area': '0' },
      };
      const evaluation = evaluateCounty(relaxed, wholeCounty({ schools }), options);
      const own = evaluation.schoolStages.find((each) => each.schoolId === 'a-primary');
      return own?.indicators.find((each) => each.indicatorId === 'R5');
    };
    expect([venue('yes')?.exact, venue('no')?.exact]).toEqual(['249/20', '12']);
    expect(venue('在')).toMatchObject({ exact: null, missing: ['dense-city-centre'] });
  });

  test('a number that cannot be read leaves open what is asked because of it', () => {
    const edition = relaxed;
    const size = (migrants: string) =>
      requirement(
        'G4',
        { 'a-primary': { 'built-2010-or-before': 'no', 'pupils.primary': '2300', 'migrant-pupils': migrants } },
        edition,
      );
    expect([size('1151')?.outcome, size('1150')?.outcome]).toEqual(['met', 'unmet']);
    expect(size('约一半')?.outcome).toBe('undetermined');
    expect(size('约一半')?.missing).toContainEqual({ schoolId: 'a-primary', key: 'migrant-pupils' });
  });

  test('the check of the report says so', () => {
    const cells = wholeCounty().schools[0]?.cells ?? {};
    const found = (boarding: string) =>
      checkReport(shipped, { ...cells, boarding }).filter((each) => each.cells.includes('boarding'));
    expect(found('是').map((each) => [each.severity, each.facts['problem']])).toEqual([['hard', 'not-an-option']]);
    expect(found('no')).toEqual([]);
  });
});
