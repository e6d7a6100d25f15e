import { describe, expect, it } from '@jest/globals';
import { mapSchools } from './import-plan.rules.ts';

const match = (key: string, schoolId: string | null) => ({
  key,
  schoolId,
  how: schoolId === null ? ('none' as const) : ('code' as const),
});

describe('mapping the schools of a workbook', () => {
  it('takes what the register settled, unless a person chose otherwise', () => {
    const { mapped } = mapSchools(
      [match('1', 'a'), match('2', 'b'), match('3', null)],
      [
        { key: '2', schoolId: null },
        { key: '3', schoolId: 'c' },
      ],
    );
    expect(mapped).toEqual([
      { key: '1', schoolId: 'a', how: 'code' },
      { key: '2', schoolId: null, how: 'chosen' },
      { key: '3', schoolId: 'c', how: 'chosen' },
    ]);
  });

  it('names what nobody settled, and two rows that would fill one report', () => {
    expect(mapSchools([match('1', null)], []).unmapped).toEqual(['1']);
    expect(mapSchools([match('1', null)], [{ key: '1', schoolId: null }]).unmapped).toEqual([]);
    expect(mapSchools([match('1', 'a'), match('2', 'b')], [{ key: '2', schoolId: 'a' }]).doubled).toEqual(['1', '2']);
  });
});
