import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '@junheng/evaluation-core';
import { countySizes, generateCounty, generateProvince, toIndicatorRows, toWorkbookRows } from '../src/index.ts';

describe('a province', () => {
  test('of 120 counties has 10,000 schools, one county in memory at a time', () => {
    const codes = new Set<string>();
    const counties = new Set<string>();
    let pupils = 0;
    let highest = 0;
    for (const county of generateProvince(2026, { counties: 120, schools: 10_000 })) {
      counties.add(county.place.county.code);
      for (const school of county.schools) {
        codes.add(school.code);
        pupils += Number(school.cells['this-year']['pupils.primary'] ?? 0);
      }
      highest = Math.max(highest, process.memoryUsage().heapUsed);
    }
    expect(counties.size).toBe(120);
    expect(codes.size).toBe(10_000);
    expect(pupils).toBeGreaterThan(1_000_000);
    expect(highest).toBeLessThan(400 * 1024 * 1024);
  });

  test('the sizes of its counties differ and add up', () => {
    const sizes = countySizes(1, { counties: 120, schools: 10_000 });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(10_000);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
    expect(new Set(sizes).size).toBeGreaterThan(20);
    expect(() => countySizes(1, { counties: 120, schools: 100 })).toThrow('at least 2400');
  });

  test('a later county does not depend on the ones before it', () => {
    const [, second] = [...generateProvince(5, { counties: 2, schools: 60 })];
    const [, again] = [...generateProvince(5, { counties: 2, schools: 60 })];
    expect(canonicalJson(second)).toBe(canonicalJson(again));
  });
});

describe('rows of a workbook', () => {
  const county = generateCounty(3);

  test('every cell, one school a row', () => {
    const [header, ...rows] = toWorkbookRows(county, 'this-year');
    expect(header?.slice(0, 3)).toEqual(['code', 'name', 'school-type']);
    expect(rows).toHaveLength(45);
    expect(rows.every((row) => row.length === header?.length)).toBe(true);
  });

  test('thirteen columns of one stage', () => {
    const [header, ...rows] = toIndicatorRows(county, 'this-year', 'primary');
    expect(header).toHaveLength(13);
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.some((row) => String(row[1]).endsWith('（小学部）'))).toBe(true);
    expect(rows.every((row) => Number(row[3]) > 0)).toBe(true);
  });
});
