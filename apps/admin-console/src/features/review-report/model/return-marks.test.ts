import { expect, test } from '@jest/globals';
import { keepMarks, readMarks, reasonsToSend, removeMark, setMark } from './return-marks.ts';

function memory(initial: Record<string, string> = {}) {
  const values = new Map(Object.entries(initial));
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    size: () => values.size,
  };
}

test('reasons go out in the order of the form, the whole report last', () => {
  const marks = {
    '': '请重新核对',
    'pupils.junior': '与学籍不符',
    'pupils.primary': ' 与学籍不符 ',
    gone: '已不在表中',
  };
  expect(reasonsToSend(marks, ['pupils.primary', 'pupils.junior'])).toEqual({
    ready: [
      { cell: 'pupils.primary', reason: '与学籍不符' },
      { cell: 'pupils.junior', reason: '与学籍不符' },
      { cell: 'gone', reason: '已不在表中' },
      { cell: null, reason: '请重新核对' },
    ],
    tooShort: [],
  });
});

test('a reason of blanks or one character is not sent and is named', () => {
  expect(reasonsToSend({ a: ' ', b: '错', '': '' }, ['a', 'b'])).toEqual({ ready: [], tooShort: ['a', 'b', null] });
});

test('marking and taking back', () => {
  expect(removeMark(setMark(setMark({}, 'a', 'x'), 'b', 'y'), 'a')).toEqual({ b: 'y' });
});

test('what was written survives a reload, and leaves nothing behind once sent', () => {
  const store = memory();
  keepMarks(store, 'r1', { a: '不符' });
  expect(readMarks(store, 'r1')).toEqual({ a: '不符' });
  expect(readMarks(store, 'r2')).toEqual({});
  keepMarks(store, 'r1', {});
  expect(store.size()).toBe(0);
});

test('damaged storage counts as nothing written', () => {
  expect(readMarks(memory({ 'junheng.return-marks.r1': '{"a":' }), 'r1')).toEqual({});
  expect(readMarks(memory({ 'junheng.return-marks.r1': '{"a":3,"b":"ok"}' }), 'r1')).toEqual({ b: 'ok' });
  const broken = {
    ...memory(),
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => keepMarks(broken, 'r1', { a: 'x' })).not.toThrow();
});
