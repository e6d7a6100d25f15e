import { describe, expect, test } from '@jest/globals';
import { registerKinds, type RegisterRow } from '@junheng/api-contract';
import { draftOf, emptyDraft, moneyTotal, problemsOf, requestOf } from './row-draft.ts';

const COUNTY = '0198a5b2-7a55-4c33-8e44-0d0a5d0f6a11';
const empty = emptyDraft(COUNTY, '2026-09-10');

describe('a draft', () => {
  test('names what is missing, field by field', () => {
    expect(problemsOf('staff-rotation', { ...empty, people: '0', backbone: 'x' })).toEqual({
      people: 'whole-number',
      backbone: 'whole-number',
      toName: 'missing',
    });
    expect(problemsOf('staff-rotation', { ...empty, people: '2', backbone: '3', toName: '某校' })).toEqual({
      backbone: 'too-many',
    });
    expect(problemsOf('pairing', empty)).toEqual({ partner: 'missing', content: 'missing' });
    expect(problemsOf('project', { ...empty, name: '扩建', area: '1,2', money: { county: '五万' } })).toEqual({
      area: 'amount',
      'money.county': 'amount',
    });
    expect(problemsOf('safety', { ...empty, startsOn: '' })).toEqual({ startsOn: 'day', facts: 'missing' });
  });

  test.each(registerKinds)('of %s comes back as it was sent', (kind) => {
    const draft = {
      ...empty,
      toName: '外县某校',
      partner: '某大学',
      content: '送教下乡',
      name: '教学楼扩建',
      area: '1200.5',
      money: { central: '100', county: '5.25' },
      facts: '围墙开裂',
    };
    expect(problemsOf(kind, draft)).toEqual({});
    const request = requestOf(kind, draft);
    const row: RegisterRow = {
      ...request,
      id: COUNTY,
      schoolName: null,
      toSchoolName: null,
      revision: 1,
      changedAt: '2026-09-10T00:00:00.000Z',
      changedBy: '某人',
      withdrawn: null,
    };
    expect(requestOf(kind, draftOf(row, '2026-09-10'))).toEqual(request);
  });
});

test('money adds up exactly', () => {
  expect(moneyTotal([{ amount: '0.1' }, { amount: '0.2' }, { amount: '100' }])).toBe('100.30');
  expect(moneyTotal([])).toBe('0.00');
});
