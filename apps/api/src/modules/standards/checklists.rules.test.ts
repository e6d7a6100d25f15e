import { describe, expect, test } from '@jest/globals';
import { applicableCells, validateEdition } from '@junheng/evaluation-core';
import { checklistItems } from '../../../test/factories/special-supervision.ts';
import { readWorkbook } from '../../platform/workbooks/read-workbook.ts';
import { checklistEdition } from './checklist-edition.rules.ts';
import { readChecklist } from './read-checklist.rules.ts';
import { writeChecklistSheet } from './write-checklist-sheet.ts';

test('a checklist becomes an edition that names everything in both languages', () => {
  const edition = checklistEdition('c-990101-0a1b2c3d', ['安全清单', 'Safety'], checklistItems);
  expect(validateEdition(edition)).toEqual([]);
  expect(edition.requirements.map(({ id, rule }) => [id, rule.kind])).toEqual([
    ['c-990101-0a1b2c3d-1', 'answer'],
    ['c-990101-0a1b2c3d-2', 'scored'],
  ]);
  expect(applicableCells(edition, {}).map(({ key }) => key)).toEqual(['c-990101-0a1b2c3d-3']);
  expect(edition.texts?.['requirement.c-990101-0a1b2c3d-1']).toEqual([
    '校门前有硬质防冲撞设施',
    'Barriers before the gate',
  ]);
  expect(edition.texts?.['item.c-990101-0a1b2c3d-3']).toEqual(['过期灭火器（具）', '过期灭火器（具）']);
});

describe('a sheet', () => {
  const read = async (...lines: readonly string[]) => {
    const reading = await readWorkbook(new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`));
    if (!reading.ok) throw new Error(reading.refusal.code);
    return readChecklist(reading.workbook.sheets);
  };

  test('below a title is read with the words tables use; a maximum alone means points', async () => {
    const { items, findings } = await read(
      '开学安全督查',
      '检查项目,评分方式,分值,检查标准',
      '校门前有护栏,,,无护栏的为未达到',
      '食堂卫生,,10,',
      '过期灭火器,清点,,',
    );
    expect(findings).toEqual([]);
    expect(items.map(({ kind, text, maximum, criteria }) => [kind, text, maximum, criteria])).toEqual([
      ['yes-no', '校门前有护栏', null, '无护栏的为未达到'],
      ['scored', '食堂卫生', '10', null],
      ['counted', '过期灭火器', null, null],
    ]);
  });

  test('with anything wrong says where, and nothing is taken over', async () => {
    const { items, findings } = await read(
      '检查内容,方式,满分',
      '校门前有护栏,看看,',
      '食堂卫生,计分,',
      '门卫在岗,是否,5',
      '宿舍,计分,很多',
      '操场,,',
      '操场,,',
      ',是否,3',
    );
    expect(items).toEqual([]);
    expect(findings.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['kind-unknown', 2, 'B'],
      ['maximum-missing', 3, 'C'],
      ['maximum-unexpected', 4, 'C'],
      ['maximum-invalid', 5, 'C'],
      ['text-twice', 7, 'A'],
      ['maximum-unexpected', 8, 'C'],
    ]);
    expect((await read('甲,乙', '1,2')).findings.map(({ code }) => code)).toEqual(['header-missing']);
    expect((await read('检查内容,方式')).findings.map(({ code }) => code)).toEqual(['no-rows']);
  });

  test('that is the empty template has no rows, in both languages', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const reading = await readWorkbook(await writeChecklistSheet(language));
      if (!reading.ok) throw new Error(reading.refusal.code);
      expect(readChecklist(reading.workbook.sheets).findings.map(({ code }) => code)).toEqual(['no-rows']);
    }
  });
});
