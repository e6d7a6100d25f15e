import { expect, test } from '@jest/globals';
import { asksReason, emptyForm, inspectionFaults, requestOf, toggled } from './inspection-form.ts';

const filled = {
  ...emptyForm(['c1'], 'cn-2017-quality-balance', 'p1'),
  name: ' 2026年督导 ',
  startsOn: '2026-10-12',
  endsOn: '2026-10-16',
};

test('a form begins with the only county there is, ten schools and oneself as leader', () => {
  expect(emptyForm(['c1', 'c2'], 'e', 'p1').counties).toEqual([]);
  expect(inspectionFaults(filled)).toEqual([]);
  expect(requestOf(filled)).toMatchObject({
    name: '2026年督导',
    counties: [{ countyId: 'c1', sampleSize: 10, sizeReason: null }],
    team: [{ personId: 'p1', part: 'lead' }],
  });
});

test('every gap is named, in the order of the form', () => {
  expect(inspectionFaults(emptyForm([], 'e', 'p1'))).toEqual(['name', 'dates', 'counties']);
  const counties = [{ countyId: 'c1', size: 'x', reason: '' }];
  expect(inspectionFaults({ ...filled, counties, schoolTypes: [], team: [] })).toEqual(['size', 'types', 'lead']);
  expect(inspectionFaults({ ...filled, endsOn: '2026-10-11' })).toEqual(['dates']);
  expect(inspectionFaults({ ...filled, selection: 'chosen' })).toEqual(['schools']);
});

test('another number than 8 to 12 needs a reason; without a draw no number is sent', () => {
  const of = (size: string) => ({ countyId: 'c1', size, reason: '' });
  expect(['7', '8', '12', '13', ''].map((size) => asksReason(of(size)))).toEqual([true, false, false, true, false]);
  expect(inspectionFaults({ ...filled, counties: [of('20')] })).toEqual(['reason']);
  expect(requestOf({ ...filled, selection: 'all', counties: [of('20')] }).counties[0]?.sampleSize).toBeNull();
});

test('a value comes and goes', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});
