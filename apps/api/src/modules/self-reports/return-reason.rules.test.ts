import { describe, expect, it } from '@jest/globals';
import { reasonsAfterChanges, type AnchoredReason } from './return-reason.rules.ts';

const reason = (changes: Partial<AnchoredReason>): AnchoredReason => ({
  id: 'a',
  cell: 'pupils.primary',
  state: 'open',
  valueAtReturn: '300',
  ...changes,
});
const change = (after: string | null) => [{ cell: 'pupils.primary', before: null, after }];

describe('reasons of a return', () => {
  it('are settled by another value in their cell', () => {
    expect(reasonsAfterChanges([reason({})], change('310'))).toEqual([{ id: 'a', state: 'changed' }]);
    expect(reasonsAfterChanges([reason({})], change(null))).toEqual([{ id: 'a', state: 'changed' }]);
    expect(reasonsAfterChanges([reason({ valueAtReturn: null })], change('0'))).toEqual([
      { id: 'a', state: 'changed' },
    ]);
  });

  it('are opened again by the value that was returned', () => {
    expect(reasonsAfterChanges([reason({ state: 'changed' })], change('300'))).toEqual([{ id: 'a', state: 'open' }]);
  });

  it('stay as they are when another cell changes, when answered, and when they are about the whole report', () => {
    expect(reasonsAfterChanges([reason({ cell: 'classes.primary' })], change('310'))).toEqual([]);
    expect(reasonsAfterChanges([reason({ state: 'answered' })], change('310'))).toEqual([]);
    expect(reasonsAfterChanges([reason({ cell: null })], change('310'))).toEqual([]);
    expect(reasonsAfterChanges([reason({ state: 'changed' })], change('311'))).toEqual([]);
  });
});
