import { expect, test } from '@jest/globals';
import { emptySchool, factsOf, schoolFaults } from './school-form.ts';

const form = {
  ...emptySchool,
  name: ' 示例小学 ',
  code: '9901010001',
  regionId: 'r',
  type: 'primary',
  locale: 'town',
  foundedYear: '1998',
  day: '2026-09-01',
};

test('a complete form has no fault and becomes facts', () => {
  expect(schoolFaults(form).size).toBe(0);
  expect(factsOf(form)).toMatchObject({
    name: '示例小学',
    foundedYear: 1998,
    parentSchoolId: null,
    countedAsSchool: true,
  });
  expect(factsOf({ ...form, foundedYear: '' })?.foundedYear).toBeNull();
});

test('what is missing is named', () => {
  expect([...schoolFaults({ ...emptySchool, day: '' })]).toEqual(['name', 'code', 'regionId', 'type', 'locale', 'day']);
  expect([...schoolFaults({ ...form, foundedYear: '98' })]).toEqual(['foundedYear']);
  expect(factsOf({ ...form, type: '' })).toBeNull();
});

test('only a campus may be left out of the count', () => {
  expect(factsOf({ ...form, countedAsSchool: false })?.countedAsSchool).toBe(true);
  expect(factsOf({ ...form, parentSchoolId: 'p', countedAsSchool: false })).toMatchObject({
    parentSchoolId: 'p',
    countedAsSchool: false,
  });
});
