import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exactText } from '../quantities/decimal.ts';
import { chineseNumeral } from './chinese-numeral.ts';
import { joinBrokenRatios } from './figure-text.ts';
import { readUnit } from './figure-units.ts';
import { readRelation } from './figure-words.ts';
import type { Range } from './range.ts';
import { changeOf, readFigure } from './read-figure.ts';

function rangeText({ low, high }: Range): string {
  const from = low === null ? '' : `${low.closed ? '[' : '('}${exactText(low.value)}`;
  const to = high === null ? '' : `${exactText(high.value)}${high.closed ? ']' : ')'}`;
  return `${from}, ${to}`;
}

/** Value and unit, or what is possible, or the problem. */
function shown(text: string): string {
  const reading = readFigure(text);
  if (!reading.ok) return reading.problem;
  const { exact, nominal, range, unit } = reading.figure;
  return `${exact && nominal !== null ? exactText(nominal) : rangeText(range)} ${unit.text}`.trim();
}

describe('exact numbers', () => {
  test.each([
    ['6291人', '6291 人'],
    ['９，７２１人', '9721 人'],
    ['1,234', '1234'],
    ['1,234.50元', '1234.5 元'],
    ['12.98万', '129800 万'],
    ['7.1亿元', '710000000 亿元'],
    ['1亿2000万元', '120000000 万元'],
    ['3万5千', '35000 千'],
    ['6千万元', '60000000 千万元'],
    ['10.5%', '0.105 %'],
    ['９０．９４％', '0.9094 %'],
    ['0.43个百分点', '0.0043 个百分点'],
    ['5‰', '0.005 ‰'],
    ['九成', '0.9 成'],
    ['百分之八十五点五', '0.855 %'],
    ['百分之百', '1 %'],
    ['千分之五', '0.005 ‰'],
    ['11.5:1', '11.5 :1'],
    ['8.4∶1', '8.4 :1'],
    ['11.4：\n\n1。', '11.4 :1'],
    ['8.4\n:1', '8.4 :1'],
    ['1:19', '1/19 1:'],
    ['3:2', '1.5 :2'],
    ['36.2万平方米', '362000 万平方米'],
    ['30亩', '20000 亩'],
    ['2公顷', '20000 公顷'],
    ['13.51台/百生', '0.1351 台/百生'],
    ['764.7元/人次', '764.7 元/人次'],
    ['八个方面的问题', '8 个'],
    ['四个“一票否决”', '4 个'],
    ['两个学段', '2 个'],
    ['三百二十所', '320 所'],
    ['零', '0'],
    ['-5', '-5'],
    ['负3', '-3'],
    ['学历合格率达到80%', '0.8 %'],
    ['任教师9', '9'],
    ['2014年县域内交流教师89人', '89 人'],
    ['12所(2010年)', '12 所'],
    ['提高到3000元', '3000 元'],
    ['节约1200万元', '12000000 万元'],
    ['附近12所', '12 所'],
    ['近5年', '5 年'],
    ['“357所”', '357 所'],
  ])('%j is %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('estimates and limits', () => {
  test.each([
    ['约130万元', '[1250000, 1350000] 万元'],
    ['100人左右', '[90, 110] 人'],
    ['约1000人', '[900, 1100] 人'],
    ['约3%', '[0.025, 0.035] %'],
    ['约7.5万套', '[74500, 75500] 万套'],
    ['近1200万元', '[11000000, 12000000) 万元'],
    ['近10万', '[80000, 100000) 万'],
    ['将近98.1%', '[0.98, 0.981) %'],
    ['1200多万元', '(12000000, 13000000) 万元'],
    ['3000余万元', '(30000000, 40000000) 万元'],
    ['9千万余元', '(90000000, 100000000) 千万元'],
    ['971.4万多元', '(9714000, 9715000) 万元'],
    ['1700余人次', '(1700, 1800) 人次'],
    ['十余次', '(10, 20) 次'],
    ['20来个', '[18, 22] 个'],
    ['三千多人', '(3000, 4000) 人'],
    ['近百所', '[80, 100) 百所'],
    ['千余名', '(1000, 2000) 千名'],
    ['数百万元', '[2000000, 10000000) 百万元'],
    ['几十所', '[20, 100) 十所'],
    ['上百名', '[100,  百名'],
    ['4000万元以上', '[40000000,  万元'],
    ['不低于85%', '[0.85,  %'],
    ['≥95%', '[0.95,  %'],
    ['超过2000人', '(2000,  人'],
    ['不足100人', '[0, 100) 人'],
    ['不超过45人', '[0, 45] 人'],
    ['约1200余万元', '(12000000, 12500000] 万元'],
    ['15-20平方米', '[15, 20] 平方米'],
    ['20%—30%', '[0.2, 0.3] %'],
    ['3万元至5万元', '[30000, 50000] 万元'],
    ['约8:1', '[7.5, 8.5] :1'],
    ['三分之二', '[0.6, 11/15]'],
    ['一半', '[0.45, 0.55]'],
  ])('%j is %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
  test('words that exclude each other are no number', () => {
    expect(shown('近1200余万元')).toBe('not-a-number');
  });
});

describe('no numbers', () => {
  test.each([
    ['', 'blank'],
    ['元', 'blank'],
    ['余万元', 'blank'],
    ['全县投资余万元', 'blank'],
    ['2013年生均公用经费', 'blank'],
    ['下降%', 'blank'],
    ['( )元', 'placeholder'],
    ['（　　）所', 'placeholder'],
    ['____人', 'placeholder'],
    ['……', 'placeholder'],
    ['sssssss 人', 'masked'],
    ['××万元', 'masked'],
    ['12xx人', 'masked'],
    ['XX%', 'masked'],
    ['.', 'fragment'],
    ['生机比∶', 'fragment'],
    ['8.4:', 'fragment'],
    [':1', 'fragment'],
    ['98.', 'fragment'],
    ['.5%', 'fragment'],
    ['若干所', 'indefinite'],
    ['大部分学校', 'indefinite'],
    ['一批学校', 'indefinite'],
    ['1 234', 'several-numbers'],
    ['1,2,3', 'several-numbers'],
    ['3000元、2000元', 'several-numbers'],
    ['1:1.1:1.32', 'several-numbers'],
    ['3×5', 'several-numbers'],
    ['三残儿童', 'not-a-number'],
    ['三年巩固率', 'not-a-number'],
    ['第3名', 'not-a-number'],
    ['一两个', 'not-a-number'],
    ['9'.repeat(400), 'not-a-number'],
  ])('%j: %s', (text, problem) => {
    expect(shown(text)).toBe(problem);
  });
});

test('changes have a sign, with or without a number', () => {
  const change = (text: string) => {
    const found = changeOf(readFigure(text));
    return found === null ? null : [found.nominal === null ? null : exactText(found.nominal), rangeText(found.range)];
  };
  expect(change('下降4.2个百分点')).toEqual(['-0.042', '[-0.042, -0.042]']);
  expect(change('增长36.17%')).toEqual(['0.3617', '[0.3617, 0.3617]']);
  expect(change('同比下降约3%')).toEqual(['-0.03', '[-0.035, -0.025]']);
  expect(change('同比下降%')).toEqual([null, ', 0)']);
  expect(change('同比增长%')).toEqual([null, '(0, ']);
  expect(change('%')).toBeNull();
});

test('words of limits and units', () => {
  const words = ['以上', '不低于', '达到', '超过', '不超过', '以下', '不足', '等于', '约', '左右', '学校'];
  expect(words.map(readRelation)).toEqual([
    'at-least',
    'at-least',
    'at-least',
    'above',
    'at-most',
    'at-most',
    'below',
    'equal',
    undefined,
    undefined,
    undefined,
  ]);
  expect(exactText(readUnit('万元').factor)).toBe('10000');
  expect(exactText(readUnit('人/百生').factor)).toBe('0.01');
  expect(readUnit('㎡/生')).toEqual(readUnit('平方米/生'));
  expect(readUnit('粒')).toMatchObject({ text: '粒', base: '粒' });
});

test('a whole text keeps everything but the breaks inside ratios', () => {
  expect(joinBrokenRatios('小学生师比达11.5:\n\n1,中学生师比达11.4:\r\n1,\n均达到')).toBe(
    '小学生师比达11.5:1,中学生师比达11.4:1,\n均达到',
  );
  expect(joinBrokenRatios('如下:\n1. 甲')).toBe('如下:\n1. 甲');
});

/** 10305 -> 一万零三百零五 */
function inChinese(value: number): string {
  const digits = '零一二三四五六七八九';
  const section = (below: number, leading: boolean): string => {
    let text = '';
    let gap = leading;
    for (const [place, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(below / place) % 10;
      if (digit === 0) gap ||= text !== '';
      else {
        text += `${gap && (text !== '' || leading) ? '零' : ''}${digits[digit]}${name}`;
        gap = false;
      }
    }
    return text;
  };
  if (value === 0) return '零';
  const [high, low] = [Math.floor(value / 10000), value % 10000];
  if (high === 0) return section(low, false);
  return `${section(high, false)}万${low === 0 ? '' : section(low, low < 1000)}`;
}

describe('laws', () => {
  test('numerals in Chinese are read back', () => {
    expect(inChinese(10305)).toBe('一万零三百零五');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        const read = chineseNumeral(inChinese(value));
        expect(read === undefined ? null : exactText(read.value)).toBe(String(value));
      }),
    );
    expect(exactText(chineseNumeral('一万五')?.value ?? { n: 0n, d: 1n })).toBe('15000');
    expect(exactText(chineseNumeral('二〇一四')?.value ?? { n: 0n, d: 1n })).toBe('2014');
    for (const none of ['', '百', '万', '三四百', '十百', '一万亿万', '点五', '三点', '三万点五'])
      expect(chineseNumeral(none)).toBeUndefined();
  });

  const number = fc.record({ integer: fc.integer({ min: 0, max: 10 ** 9 }), cents: fc.integer({ min: 0, max: 99 }) });
  const fullWidth = (text: string) =>
    text.replace(/[0-9.,]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

  test('writing does not change a number: separators, full width, spaces, line breaks', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('', '人', '万元', '%', '个百分点', ':1'), ({ integer, cents }, unit) => {
        const plain = `${integer}.${String(cents).padStart(2, '0')}${unit}`;
        const grouped = `${integer.toLocaleString('en-US')}.${String(cents).padStart(2, '0')}${unit}`;
        const expected = readFigure(plain);
        expect(expected.ok).toBe(true);
        for (const other of [
          grouped,
          fullWidth(plain),
          fullWidth(grouped),
          `  ${plain}\n`,
          plain.replace(':', '：\n\n'),
        ])
          expect(readFigure(other)).toEqual(expected);
      }),
    );
  });

  test('万 and 亿 only scale', () => {
    fc.assert(
      fc.property(
        number,
        fc.constantFrom(['万', 10_000n] as const, ['亿', 100_000_000n] as const),
        (value, [scale, factor]) => {
          const text = `${value.integer}.${String(value.cents).padStart(2, '0')}`;
          const [one, many] = [readFigure(text), readFigure(`${text}${scale}`)];
          if (!one.ok || !many.ok || one.figure.nominal === null || many.figure.nominal === null) throw new Error(text);
          expect(exactText(many.figure.nominal)).toBe(
            exactText({ n: one.figure.nominal.n * factor, d: one.figure.nominal.d }),
          );
        },
      ),
    );
  });

  test('nothing that can be written makes it throw', () => {
    const pieces = fc.constantFrom(
      '约',
      '近',
      '余',
      '多',
      '万',
      '亿',
      '%',
      ':',
      '.',
      ',',
      '1',
      '23',
      '百分之',
      '三',
      '十',
      '(',
      ')',
      '元',
      '-',
      '下降',
      's',
      '至',
      '\n',
      '/',
      '以上',
      '第',
      '年',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 12 }).map((each) => each.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const reading = readFigure(text);
          if (!reading.ok) return;
          const { nominal, range } = reading.figure;
          if (range.low !== null && range.high !== null)
            expect(range.low.value.n * range.high.value.d <= range.high.value.n * range.low.value.d).toBe(true);
          if (reading.figure.exact) expect(nominal).not.toBeNull();
        },
      ),
      { numRuns: 2000 },
    );
  });
});
