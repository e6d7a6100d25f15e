import { describe, expect, test } from '@jest/globals';
import { objectionDays as agreed } from '@junheng/api-contract';
import { daysAfter, emptyPlaces, isOver, objectionDays, stepStates } from './opinion-draft.ts';

const END = '2026-09-20T15:59:59.000Z';
const at = (instant: string) => Date.parse(instant);

describe('how far an opinion is', () => {
  test.each([
    ['none', 'draft'],
    ['issued', 'issue'],
    ['objected', 'answer'],
    ['unobjected', 'final'],
    ['final', 'feedback'],
  ] as const)('%s', (status, now) => {
    const steps = stepStates({ status, feedback: null, objectionsEndAt: END }, at('2026-09-10T00:00:00.000Z'));
    expect(steps.find(({ state }) => state === 'now')?.key).toBe(now);
  });
  test('with nothing said in time, the final opinion is next', () => {
    const steps = stepStates(
      { status: 'issued', feedback: null, objectionsEndAt: END },
      at('2026-09-20T16:00:00.000Z'),
    );
    expect(steps.find(({ state }) => state === 'now')?.key).toBe('final');
  });
});

test('the last second to object counts whole', () => {
  expect(isOver({ objectionsEndAt: END }, at('2026-09-20T15:59:59.999Z'))).toBe(false);
  expect(isOver({ objectionsEndAt: END }, at('2026-09-20T16:00:00.000Z'))).toBe(true);
  expect(isOver({ objectionsEndAt: null }, at(END))).toBe(false);
});

test('days are added over the end of a month', () => {
  expect(daysAfter('2026-09-25', 10)).toBe('2026-10-05');
});

test('what a signature would be refused for', () => {
  const finding = {
    id: 'f',
    referenceId: null,
    schoolId: null,
    fact: '甲',
    demand: '',
    dueOn: '2026-09-10',
    onSite: null,
  };
  expect(emptyPlaces({ number: '', basis: '', sections: [], findings: [finding] }, '2026-09-10')).toEqual([
    '/basis',
    '/findings/0/demand',
    '/findings/0/dueOn',
  ]);
});

test('the time to object is the contract’s', () => {
  expect(objectionDays).toEqual(agreed);
});
