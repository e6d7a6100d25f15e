import { expect, test } from '@jest/globals';
import type { MergedRange, Sheet } from '../../../platform/workbooks/workbook.types.ts';
import { checkLetter, type LetterSurroundings } from './check-letter.ts';

const around: LetterSurroundings = {
  ledger: [
    { id: 'area', number: 3, status: 'open', title: null, worded: false, schoolId: null },
    { id: 'books', number: 4, status: 'open', title: null, worded: false, schoolId: null },
    { id: 'classes', number: 7, status: 'open', title: '大班额没有消除', worded: true, schoolId: null },
    { id: 'done', number: 8, status: 'closed', title: '校门口隐患', worded: true, schoolId: null },
  ],
  documents: ['示办通〔2024〕10号'],
  today: '2024-04-01',
};
const HEADER = ['反馈的问题', '对应台账序号', '整改期限', '整改措施', '措施类别', '资金（万元）'];

function sheet(rows: readonly (readonly string[])[], merges: readonly MergedRange[] = []): readonly Sheet[] {
  return [
    {
      name: '问题清单',
      hidden: false,
      merges,
      hiddenColumns: [],
      rows: rows.map((texts, index) => ({
        number: index + 1,
        hidden: false,
        cells: texts.flatMap((text, at) => (text === '' ? [] : [{ column: at + 1, kind: 'text' as const, text }])),
      })),
    },
  ];
}
const check = (...rows: (readonly string[])[]) => checkLetter(sheet([HEADER, ...rows]), around);
const said = (...rows: (readonly string[])[]) =>
  check(...rows).findings.map(({ severity, code, row, column }) => [severity, code, row, column]);

test('lines of one problem are one problem with several measures', () => {
  const { problems, findings } = check(
    ['（一）优质学前教育供给不足', '', '2024年4月25日', '新建第二中心幼儿园', '建设校舍场地', '860.5万元'],
    ['优质学前教育供给不足。', '', '', '组建学前教育集团'],
    ['教育经费投入不足', '3、4', '2024-05-01'],
    ['教育经费投入不足', '4', '', '确保只增不减', 'Funding', '300'],
  );
  expect(findings).toEqual([]);
  expect(problems).toEqual([
    {
      text: '（一）优质学前教育供给不足',
      deadline: '2024-04-25',
      rowIds: [],
      measures: [
        { kind: 'building', description: '新建第二中心幼儿园', money: '860.5', rowIds: [] },
        { kind: 'organisation', description: '组建学前教育集团', money: null, rowIds: [] },
      ],
    },
    {
      text: '教育经费投入不足',
      deadline: '2024-05-01',
      rowIds: ['area', 'books'],
      measures: [{ kind: 'funding', description: '确保只增不减', money: '300', rowIds: ['books'] }],
    },
  ]);
});

test('a merged problem cell stands for all its lines', () => {
  const rows = [
    HEADER,
    ['优质学前教育供给不足', '', '', '新建幼儿园'],
    ['', '', '', '组建集团'],
    ['', '', '', '无主的措施'],
  ];
  const merged = checkLetter(sheet(rows, [{ top: 2, bottom: 3, left: 1, right: 1 }]), around);
  expect(merged.problems).toMatchObject([{ measures: [{ description: '新建幼儿园' }, { description: '组建集团' }] }]);
  expect(merged.findings).toMatchObject([{ severity: 'error', code: 'value-missing', row: 4, column: 'A' }]);
});

test('every fault stands at its cell', () => {
  expect(said(['短', '第9号', '四月底', '', '大修', '约三百'])).toEqual([
    ['error', 'value-invalid', 2, 'A'],
    ['error', 'value-invalid', 2, 'C'],
    ['error', 'value-invalid', 2, 'F'],
    ['error', 'kind-unknown', 2, 'E'],
    ['error', 'row-unknown', 2, 'B'],
    ['error', 'value-missing', 2, 'D'],
  ]);
  expect(said(['校门口又有隐患', '8'])).toEqual([['error', 'row-closed', 2, 'B']]);
  expect(checkLetter([], around).findings[0]?.code).toBe('header-missing');
  expect(said()).toEqual([['error', 'no-rows', null, null]]);
  const many = Array.from({ length: 201 }, (_, index) => [`第${index}所学校没有操场`]);
  expect(said(...many)).toEqual([['error', 'too-many-problems', null, null]]);
});

test('what is there twice is said and taken once', () => {
  expect(said(['大班额没有消除'])).toEqual([['warning', 'problem-known', 2, 'A']]);
  const twice = check(['图书不足', '3', '', '购书'], ['图书不足。', '', '', '购书'], ['图书不足', '4', '', '购书']);
  expect(twice.findings.map(({ code, row }) => [code, row])).toEqual([['problem-twice', 3]]);
  expect(twice.problems).toMatchObject([{ rowIds: ['area', 'books'], measures: [{ rowIds: [] }] }]);
  expect(said(['图书不足', '', '2024-05-01'], ['图书不足', '', '2024-06-01', '购书'])).toEqual([
    ['error', 'deadline-differs', 3, 'C'],
  ]);
  expect(said(['图书不足', '', '2024-03-31'])).toEqual([['warning', 'deadline-past', 2, 'C']]);
});

test('what stands above the table is the head of the letter; the same letter twice is an error', () => {
  const head = (document: string, due: string) =>
    checkLetter(
      sheet([
        ['文号', document],
        ['发文机关：', '示例州委办公室', '', '主送', '甲县人民政府'],
        ['报送期限', due],
        [],
        HEADER,
        ['图书不足一半'],
      ]),
      around,
    );
  const read = head('示办通〔2024〕11号', '2024年4月25日');
  expect(read.particulars).toEqual({
    document: '示办通〔2024〕11号',
    issuer: '示例州委办公室',
    addressee: '甲县人民政府',
    datedOn: null,
    dueOn: '2024-04-25',
  });
  expect(read.problems).toHaveLength(1);
  expect(head('示办通[2024] 10号', '四月').findings).toMatchObject([
    { severity: 'error', code: 'letter-known', row: 1, column: 'B' },
    { severity: 'error', code: 'value-invalid', row: 3, column: 'B' },
  ]);
});
