import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findBlanks } from './find-blanks.ts';

const found = (text: string) => findBlanks(text).map(({ problem, words }) => [problem, words]);

test.each<readonly [string, readonly (readonly [string, string])[]]>([
  [
    '全县投资余万元,撤并中小学处,改造危房( )平米。',
    [
      ['blank', '余万元'],
      ['blank', '撤并中小学处'],
      ['placeholder', '( )平米'],
    ],
  ],
  [
    'a线以上人数达到人,b线以上人数达到人。',
    [
      ['blank', '达到人'],
      ['blank', '达到人'],
    ],
  ],
  ['合格率达.,教师素质明显提高', [['fragment', '.']]],
  ['学生用机台,生机比∶;教师用机台', [['fragment', '比∶']]],
  ['是前几年总和的.倍。', [['fragment', '.倍']]],
  [
    '每年提供万元左右的资金,共计万元',
    [
      ['blank', '万元左右'],
      ['blank', '万元'],
    ],
  ],
  [
    '投入同比下降%,增长个百分点',
    [
      ['blank', '%'],
      ['blank', '个百分点'],
    ],
  ],
  [
    '小学(包括教学点)sssssssss 所,不低于××%,____年建校',
    [
      ['masked', 'sssssssss 所'],
      ['masked', '××%'],
      ['placeholder', '____年'],
    ],
  ],
  [
    '推进缓慢扣分;计扣分。',
    [
      ['blank', '扣分'],
      ['blank', '扣分'],
    ],
  ],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '让人民满意的教育,达到人人有学上',
  '共投入近亿元,每年上百万元,十余万元,3000余万元,1200多万元',
  '增长36.17%、81.22%,高出21.54个百分点,占（8.5）%',
  '___市___镇二小,XX县,xxx市本级,sss老师',
  '生机比达到8.4:\n\n1。师生比1∶19',
  '人与自然和谐共处,促进均衡发展. 关键词:教育',
  '扣分点为:管理;得分必须达到85分以上',
])('nothing is missing in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('the sentence is told, in order of the text, and nothing makes it throw', () => {
  const [first, second] = findBlanks('学校12所。今年投资( )元新建教室;同比下降%。');
  expect(first).toMatchObject({ sentence: '今年投资( )元新建教室', at: 10 });
  expect(second).toMatchObject({ sentence: '同比下降%' });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const places = findBlanks(text).map((each) => each.at);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
  );
  const started = 's'.repeat(200_000) + '(' + ' '.repeat(200_000) + '比'.repeat(100_000);
  expect(findBlanks(started)).toEqual([]);
});
