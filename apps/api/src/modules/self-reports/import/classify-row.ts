import type { SheetRow } from '../../../platform/workbooks/workbook.types.ts';
import { normaliseText } from './header-text.ts';

/** Rows of a table that are no school. */
export type AsideRow = 'total' | 'signature' | 'numbering' | 'heading' | 'repeated-header';

const TOTAL = /(?:合计|小计|总计|共计|平均|平均值|平均数|均值|汇总|总数|中位数|标准差|最大值|最小值|差异系数|总和)$/;
const TOTAL_ALONE = /^(?:计|总|全县|全区|全市|全乡|全镇|合|均值|平均)$/;
const SIGNATURE =
  /^(?:填表|填报|制表|审核|负责人|单位负责人|校长签|统计负责人|联系人|联系电话|报出日期|日期|说明|备注|注[:：\d]|附注|盖章|公章|签字|签章|审批|复核|经办|数据来源|制单)/;

/**
 * What a row without being a school is; null when it may be one.
 * @param labels the texts of code and name column (and of the first column), in that order.
 */
export function classifyAside(row: SheetRow, labels: readonly string[], hasCode: boolean): AsideRow | null {
  const first = normaliseText(row.cells[0]?.text ?? '');
  const all = [...labels.map(normaliseText), first];
  if (all.some(isTotalLabel)) return 'total';
  if (hasCode) return null;
  if (SIGNATURE.test(first) || all.some((label) => SIGNATURE.test(label))) return 'signature';
  if (isNumbering(row)) return 'numbering';
  return row.cells.length === 1 && row.cells[0]!.kind === 'text' ? 'heading' : null;
}

/** 合　计, 白鹤镇 小 计, 高桥镇（小计）, 沙溪乡合计： */
export function isTotalLabel(normalised: string): boolean {
  const bare = normalised.replace(/[():：、,.。\-—_*]/g, '');
  return TOTAL.test(bare) || TOTAL_ALONE.test(bare);
}

/** The line 甲 乙 1 2 3 … that numbers the columns of statistical tables. */
function isNumbering(row: SheetRow): boolean {
  if (row.cells.length < 3) return false;
  const texts = row.cells.map((cell) => normaliseText(cell.text).replace(/[()]/g, ''));
  const letters = texts.filter((text) => /^[甲乙丙丁戊己庚a-e]$/.test(text)).length;
  const numbers = texts.filter((text) => /^\d{1,3}$/.test(text)).map(Number);
  if (letters + numbers.length < texts.length) return false;
  return numbers.length >= 2 && numbers.every((number, index) => index === 0 || number === numbers[index - 1]! + 1);
}

/** A row with words only: a list of schools without data, or the name of a section. */
export function looksEmptyOfFigures(row: SheetRow, figureColumns: readonly number[]): boolean {
  return !row.cells.some((cell) => figureColumns.includes(cell.column) && normaliseText(cell.text) !== '');
}
