import { describe, expect, test } from '@jest/globals';
import { peerBands } from '../src/index.ts';
import type { DataSet } from '../src/index.ts';
import { shippedEdition } from './fixtures/editions.ts';
import { cellsOf, county, school } from './fixtures/schools.ts';

const edition = shippedEdition('cn-2017-quality-balance');

function withArea(...areas: readonly string[]): DataSet {
  return county(
    ...areas.map((area, index) =>
      school(`s${index}`, cellsOf('primary', { primary: '100' }, { 'sports-field-area': area })),
    ),
  );
}
const band = (dataSet: DataSet) => peerBands(edition, dataSet)['primary']?.['sports-field-area'];

describe('where most similar schools lie', () => {
  test('is from the mean of the lower half to that of the upper half, two digits each', () => {
    expect(band(withArea('1000', '2000', '3000', '4000', '5000', '6000'))).toEqual({
      low: '2000',
      high: '5000',
      schools: 6,
    });
    expect(band(withArea('1', '2', '3', '4', '15.5'))).toEqual({ low: '2', high: '7.5', schools: 5 });
    expect(band(withArea('12345', '12345', '12345', '99999', '99999'))).toEqual({
      low: '12000',
      high: '71000',
      schools: 5,
    });
  });

  test('is not told of fewer than five schools, nor where all are alike', () => {
    expect(band(withArea('1', '2', '3', '4'))).toBeUndefined();
    expect(band(withArea('7', '7', '7', '7', '7'))).toBeUndefined();
  });

  test('counts only schools of the type that reported the cell, and no campus', () => {
    const { schools, ...rest } = withArea('1', '2', '3', '4', '5');
    const [first, ...others] = schools;
    if (first === undefined) throw new Error('no school');
    const campus = { ...first, countedAsSchool: false };
    const { 'sports-field-area': _gone, ...cells } = first.cells;
    expect(band({ ...rest, schools: [campus, ...others] })).toBeUndefined();
    expect(band({ ...rest, schools: [{ ...first, cells }, ...others] })).toBeUndefined();
    expect(
      band({ ...rest, schools: [{ ...first, cells: { ...cells, 'school-type': 'junior' } }, ...others] }),
    ).toBeUndefined();
  });

  test('is never one of the values, whatever single school is looked for', () => {
    const found = band(withArea('1013.5', '2027.5', '3031.5', '4049.5', '5051.5'));
    expect(['1013.5', '2027.5', '3031.5', '4049.5', '5051.5']).not.toContain(found?.low);
    expect(found).toEqual({ low: '2000', high: '4000', schools: 5 });
  });

  test('is nothing for years and answers', () => {
    const bands = peerBands(edition, withArea('1', '2', '3', '4', '5'))['primary'] ?? {};
    expect(Object.keys(bands).filter((key) => /year|school-type|locale/.test(key))).toEqual([]);
  });
});
