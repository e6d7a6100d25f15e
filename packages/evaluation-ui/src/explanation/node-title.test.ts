import { describe, expect, test } from '@jest/globals';
import { editionById, evaluateCounty, explainer } from '@junheng/evaluation-core';
import type { DataSet } from '@junheng/evaluation-core';
import { countyEvaluation, schoolStage } from '../model/county-evaluation.factory.ts';
import { readPath, type ExplainedResult } from '../model/explanation-path.ts';
import { nodeLabel, nodeTitle } from './node-title.ts';

const result = countyEvaluation({ schoolStages: [schoolStage({ schoolId: 's1', name: '示例小学' })] });
const names = (schoolId: string) => (schoolId === 's9' ? '示例特教学校' : null);
const both = (path: string, of: ExplainedResult = result) =>
  (['zh-CN', 'en'] as const).map((language) => nodeTitle(language, of, path, names));

describe('titles of what is inside a condition', () => {
  test.each([
    ['requirement/G5/s1/primary', '班级学生数', '示例小学 · 小学', 'class', '示例小学 · primary'],
    ['requirement/G9/s9', '', '示例特教学校', '', '示例特教学校'],
    ['part/G11/backbone', '骨干教师占交流轮岗教师的比例', '', 'Share of backbone teachers among those who rotated', ''],
    ['part/G3/music/s1', '音乐专用教室', '示例小学', 'Music rooms', '示例小学'],
    [
      'amount/G3/music.right/s1',
      '音乐专用教室 · 要求达到的数',
      '示例小学',
      'Music rooms · Number required',
      '示例小学',
    ],
    ['amount/E1/part', '比例的分子', '', 'Part of the share', ''],
    ['amount/E1/part.0/s1', '比例的分子：其中第 1 项', '示例小学', 'Part of the share: item 1 of it', '示例小学'],
    ['part/F1/%402', '3 年前到 2 年前', '', 'From 3 years ago to 2 years ago', ''],
    ['part/F1/%400', '上一年到本年', '', 'From last year to this year', ''],
    ['amount/X1/unheard-of', '计算过程中的数', '', 'Number used in a condition', ''],
  ])('%s', (path, zhTitle, zhOf, enTitle, enOf) => {
    const [zh, en] = both(path);
    expect(zh?.title).toContain(zhTitle);
    expect(zh?.of).toContain(zhOf);
    expect(en?.title).toContain(enTitle);
    expect(en?.of).toContain(enOf);
  });

  test('lines below a condition are told apart by the school', () => {
    expect(nodeLabel('zh-CN', result, 'requirement/G5/s1/primary', names)).toBe('示例小学 · 小学');
    expect(nodeLabel('zh-CN', result, 'amount/E1/part.0/s9', names)).toContain('示例特教学校');
    expect(nodeLabel('zh-CN', result, 'requirement/G5/s8', names)).toBe('s8');
  });

  test('every node of the explanation of a county has an address that is read and a title that is no key', () => {
    const edition = editionById('cn-2017-quality-balance');
    if (edition === undefined) throw new Error('edition missing');
    const cells = { 'school-type': 'nine-year', ownership: 'public', locale: 'town', 'pupils.primary': '50' };
    const school = { schoolId: 's1', code: '1', name: '示例小学', parentSchoolId: null, countedAsSchool: true, cells };
    const dataSet: DataSet = { countyCode: '990001', countyName: '示例县', schools: [school], county: { cells: {} } };
    const evaluated = evaluateCounty(edition, dataSet, {});
    const at = explainer(edition, dataSet, {});
    const seen = new Set<string>();
    const open = ['county'];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      open.push(...at(path).children);
    }
    const kinds = new Set([...seen].map((path) => readPath(path)?.kind));
    expect([...kinds].filter((kind) => ['part', 'amount', 'requirement', undefined].includes(kind))).toEqual(
      expect.arrayContaining(['part', 'amount', 'requirement']),
    );
    expect([...seen].filter((path) => readPath(path) === null)).toEqual([]);
    for (const path of seen)
      for (const title of both(path, evaluated)) {
        expect([path, title.title]).not.toEqual([path, '']);
        expect(title.title).not.toMatch(/^[a-z]+(-[a-z]+)*([./][\w-]+)+$/);
      }
  });
});
