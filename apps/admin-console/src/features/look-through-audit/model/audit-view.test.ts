import { expect, test } from '@jest/globals';
import { groupActions, isFiltered, readAuditView, withFilter } from './audit-view.ts';

const person = '11111111-1111-4111-8111-111111111111';

test('the address says what is asked for; what it does not understand is left out', () => {
  const address = new URLSearchParams(`person=${person}&school=x&cell=pupils.primary&from=2026-09-01&to=gestern`);
  expect(readAuditView(address)).toEqual({ personId: person, cell: 'pupils.primary', from: '2026-09-01' });
});

test('another filter begins at the newest entry again', () => {
  const address = new URLSearchParams('before=2026-09-10T01:00:00.000Z~12&action=round.opened');
  expect(readAuditView(address).before).toBe('2026-09-10T01:00:00.000Z~12');
  expect(withFilter(address, 'person', person).toString()).toBe(`action=round.opened&person=${person}`);
  expect(withFilter(address, 'action', '').toString()).toBe('');
  expect(isFiltered(new URLSearchParams('before=x'))).toBe(false);
  expect(isFiltered(address)).toBe(true);
});

test('actions stand together by what they are done to', () => {
  expect(groupActions(['a.x', 'b.y', 'a.z'])).toEqual([
    ['a', ['a.x', 'a.z']],
    ['b', ['b.y']],
  ]);
});
