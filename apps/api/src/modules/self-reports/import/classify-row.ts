import type { SheetRow } from '../../../platform/workbooks/workbook.types.ts';
import { normaliseText } from './header-text.ts';

/** Rows of a table that are no school. */
export type AsideRow = 'total' | 'signature' | 'numbering' | 'heading' | 'repeated-header';

const TOTAL =
  /(?:合计|小计|总计|共计|平均|平均值|平均数|均值|汇总|总数|中位数|标准差|最大值|最小值|差异系数|总和|求和|合计数|总计数|小计数|标准|标准值|标准要求|达标学校数|达标校数|达标率)$/;
const TOTAL_ALONE =
  /^(?:(?:sub|grand)?total|average|计|总|全县|全区|全市|全乡|全镇|合|均值|平均|σ|∑|共?\d{1,5}(?:所|校|个)(?:学校)?)$/;
/** 合计 in front of a number of schools only: 合计（12所）, 总计：12所, 小学小计12所 */
const TOTAL_OF = /(?:合计|小计|总计|共计|汇总)(?:共|数|总数)?(?:有)?\d{1,5}(?:所|校|个|间)?(?:学校|小学|初中|教学点)?$/;
const SIGNATURE =
  /^(?:填表|填报|制表|审核|(?:主要|单位|统计|部门|学校)?负责人|(?:分管|主管)(?:领导|局长|校长)|领导|校长(?:签|[:：(]|$)|局长|科长|股长|主任(?:[:：(签]|$)|统计(?:员|人)|录入|校对|上报|报送|编制|联系人|联系电话|电话|报出日期|日期|时间|说明|备注|注[:：\d]|附注|单位\(?盖章|盖章|公章|签字|签章|审批|复核|经办|数据来源|制单|第\d+页|共\d+页)/;

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
  return TOTAL.test(bare) || TOTAL_ALONE.test(bare) || TOTAL_OF.test(bare);
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

/** 白鹤镇, 城区学校, 其中：农村, 全县小学: what a subtotal is called that does not say so. A school's own name says more. */
export function mayBeTotalName(name: string): boolean {
  const bare = normaliseText(name).replace(/[():：、,.。\-—_*]/g, '');
  return (
    bare.startsWith('其中') ||
    /^[^学校小中完初高园班点]*(?:[镇乡县区市旗]|街道|苏木)$|(?:学区|片区|督学责任区|教育集团)$/.test(bare) ||
    /^(?:全[县区市乡镇旗])?(?:城区|镇区|乡村|农村|县城|城市|县镇|乡镇|公办|民办|公立|私立|义务教育|普通)*(?:小学|初中|中小学|学校|教学点|初级中学|九年一贯制学校|一贯制学校)?$/.test(
      bare,
    )
  );
}
