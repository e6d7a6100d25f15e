import { expect, test } from '@jest/globals';
import { auditCellText, auditValueText } from '../src/audit-log/index.ts';

const person = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';

test('an entry of a visit is named by what it is and what it is about', () => {
  expect(auditCellText('zh-CN', 'verified:teaching-rooms-area')).toBe('核实值：教学及辅助用房面积');
  expect(auditCellText('en', `score:${person}/E8`)).toBe('Judged: No excessive workload for pupils');
  expect(auditCellText('zh-CN', `finding:${person}/text`)).toBe('问题');
  expect(auditCellText('zh-CN', `score:${person}/c1/c1`)).toBe('现场赋分');
  expect(auditCellText('zh-CN', 'pupils.primary')).toBe('在校生数（小学）');
});

test('a judgement has its word, a value on site that of its item, and what nobody knows stays as it is', () => {
  expect(auditValueText('zh-CN', `score:${person}/E8`, 'unmet')).toBe('未达到');
  expect(auditValueText('en', `score:${person}/E8`, '7.5')).toBe('7.5');
  expect(auditValueText('zh-CN', 'verified:school-type', 'primary')).toBe('小学');
  expect(auditValueText('zh-CN', 'unheard-of', 'x')).toBe('x');
  expect(auditValueText('en', `finding:${person}/text`, null)).toBe('(empty)');
});
