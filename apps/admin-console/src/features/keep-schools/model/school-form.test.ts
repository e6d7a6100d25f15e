import { expect, test } from '@jest/globals';
import { emptySchool, factsOf, schoolFaults, withFlag } from './school-form.ts';

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

test('a fact of the site is answered, changed and taken back; the others stay', () => {
  const answered = withFlag({ 'some-other': 'no' }, 'dense-city-centre', 'yes');
  expect(answered).toEqual({ 'some-other': 'no', 'dense-city-centre': 'yes' });
  expect(withFlag(answered, 'dense-city-centre', 'no')).toMatchObject({ 'dense-city-centre': 'no' });
  expect(withFlag(answered, 'dense-city-centre', '')).toEqual({ 'some-other': 'no' });
  expect(factsOf({ ...form, flags: answered })?.flags).toEqual(answered);
});
