import { describe, expect, test } from '@jest/globals';
import { cellName, hasText, lackText, plannable, text, unitOfItem, valueText } from '../src/index.ts';
import { fill } from '../src/templating.ts';

describe('text', () => {
  test('gives either language', () => {
    expect(text('zh-CN', 'stage.primary')).toBe('小学');
    expect(text('en', 'stage.primary')).toBe('primary');
  });

  test('fills in facts', () => {
    expect(text('zh-CN', 'formula.pupils-sum', { total: '1568' })).toBe('在校生数合计 1568 人');
    expect(text('en', 'out-of-scope.teaching-point-below-minimum', { minimum: '50', pupils: '38' })).toContain(
      'fewer than 50',
    );
  });

  test('an unknown key or an absent fact throws under test', () => {
    expect(() => text('en', 'no.such-key')).toThrow('no text for no.such-key');
    expect(() => text('en', 'constructor')).toThrow('no text');
    expect(() => text('en', 'formula.pupils-sum')).toThrow('no fact total');
    expect(hasText('toString')).toBe(false);
  });

  test('names cells and values', () => {
    expect(cellName('zh-CN', 'pupils.primary')).toBe('在校生数（小学）');
    expect(cellName('en', 'equipment-value')).toBe('Teaching equipment');
    expect(cellName('zh-CN', 'public-funds-standard.junior@1')).toBe('规定的生均公用经费标准（初中，上年）');
    expect(cellName('en', 'senior-places@3')).toBe('Places planned at good senior schools (3 years ago)');
    expect(valueText('zh-CN', 'school-type', 'nine-year')).toBe('九年一贯制学校');
    expect(valueText('en', 'boarding', 'no')).toBe('No');
    expect(valueText('en', 'equipment-value', '392.5')).toBe('392.5');
  });
});

describe('fill', () => {
  const nameOf = (kind: string, id: string) => `<${kind} ${id}>`;

  test('plain facts, ids, lists and absent facts', () => {
    const missing: string[] = [];
    const filled = fill(
      'en',
      '{a} {stage:b} {cell:c} {d} {e}',
      { a: 1.5, b: 'primary', c: ['x', 'y'], d: null },
      nameOf,
      (name) => missing.push(name),
    );
    expect(filled).toBe('1.5 <stage primary> <cell x>, <cell y> — —');
    expect(missing).toEqual(['e']);
  });

  test('a fact that looks like a placeholder or a replacement pattern is left as it is', () => {
    expect(fill('zh-CN', '{a}', { a: '{b} $& $1' }, nameOf, () => undefined)).toBe('{b} $& $1');
  });
});

describe('the unit behind a value', () => {
  test('English tells pupils from teachers and has a singular; a year carries none', () => {
    expect(unitOfItem('en', 'pupils', 'person', '330')).toBe('pupils');
    expect(unitOfItem('en', 'largest-class', 'person', '45')).toBe('pupils');
    expect(unitOfItem('en', 'backbone-teachers', 'person', '1')).toBe('teacher');
    expect(unitOfItem('en', 'music-rooms', 'room', '1')).toBe('room');
    expect(unitOfItem('en', 'equipment-value', 'ten-thousand-yuan', '1')).toBe('万元 (10,000 yuan)');
    expect(unitOfItem('en', 'founded-year', 'year', '1998')).toBe('');
    expect(unitOfItem('en', 'ownership', null)).toBe('');
  });

  test('Chinese counts heads in 人 and writes the year', () => {
    expect(unitOfItem('zh-CN', 'pupils', 'person', '1')).toBe('人');
    expect(unitOfItem('zh-CN', 'founded-year', 'year', '1998')).toBe('年');
  });
});

describe('the distance to a standard', () => {
  test('is a sentence in both languages, with a singular in English', () => {
    const lack = { quantity: 'pe-and-arts-teachers', unit: 'person', amount: '2' };
    expect(lackText('zh-CN', lack)).toBe('还差 2 名体育、艺术专任教师');
    expect(lackText('en', lack)).toBe('2 more PE and arts teachers');
    expect(lackText('en', { ...lack, amount: '1' })).toBe('1 more PE or arts teacher');
    expect(lackText('zh-CN', { quantity: 'sports-area', unit: 'square-metre', amount: '1234.56' })).toBe(
      '还差 1,234.56 ㎡ 体育运动场馆',
    );
  });

  test('rounds money up to the yuan and nothing else', () => {
    expect(plannable('6.599999', 'ten-thousand-yuan')).toBe('6.6');
    expect(plannable('6.5001', 'ten-thousand-yuan')).toBe('6.5001');
    expect(plannable('0.000001', 'ten-thousand-yuan')).toBe('0.0001');
    expect(plannable('9.99999', 'ten-thousand-yuan')).toBe('10');
    expect(plannable('99.01', 'square-metre')).toBe('99.01');
  });
});
