import { expect, test } from '@jest/globals';
import { initialSchools, readSchools, writeSchools } from './county-query.ts';

test('a view survives the URL and leaves what opens beside alone', () => {
  const view = {
    text: '中心',
    stage: 'junior',
    town: '东镇',
    show: 'open' as const,
    indicator: 'R4',
    sort: 'R2',
    descending: true,
  };
  const query = writeSchools(view, new URLSearchParams('why=cv/primary/R2'));
  expect(readSchools(query)).toEqual(view);
  expect(query.get('why')).toBe('cv/primary/R2');
});

test('the initial view writes nothing; an unknown filter is ignored', () => {
  expect(writeSchools(initialSchools, new URLSearchParams()).toString()).toBe('');
  expect(readSchools(new URLSearchParams('show=burnt'))).toEqual(initialSchools);
});
