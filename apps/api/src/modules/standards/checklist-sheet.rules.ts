import { checklistItemKinds, type ChecklistItemKind } from '@junheng/api-contract';

/** The columns of a checklist (督查清单) as a sheet, in the order of the template. */
export const CHECKLIST_COLUMNS = {
  text: { header: ['检查内容', 'What is looked at'], also: ['检查项目', '督查内容', '督查项目', '内容', '项目'] },
  kind: { header: ['方式', 'Kind'], also: ['类别', '检查方式', '评分方式'] },
  maximum: { header: ['满分', 'Most points'], also: ['分值', '标准分'] },
  criteria: { header: ['评判标准', 'Criteria'], also: ['评分标准', '检查标准', '标准', '要求'] },
  textEn: { header: ['英文（可不填）', 'In English'], also: ['英文', 'English'] },
} as const;
export type ChecklistColumn = keyof typeof CHECKLIST_COLUMNS;
export const checklistColumns = Object.keys(CHECKLIST_COLUMNS) as readonly ChecklistColumn[];

export const CHECKLIST_KINDS: Readonly<
  Record<ChecklistItemKind, readonly [zh: string, en: string, ...also: string[]]>
> = {
  'yes-no': ['是否', 'Yes or no', '是/否', '合格'],
  scored: ['计分', 'Scored', '打分', '评分', '赋分'],
  counted: ['计数', 'Counted', '数量', '清点'],
};

/** Without what tables write around a heading. */
const plain = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*()·:、,，]/g, '');

const columns = new Map<string, ChecklistColumn>(
  checklistColumns.flatMap((column) =>
    [...CHECKLIST_COLUMNS[column].header, ...CHECKLIST_COLUMNS[column].also].map(
      (each) => [plain(each), column] as const,
    ),
  ),
);
const kinds = new Map<string, ChecklistItemKind>(
  checklistItemKinds.flatMap((kind) => [kind, ...CHECKLIST_KINDS[kind]].map((each) => [plain(each), kind] as const)),
);

export const checklistColumnOf = (header: string): ChecklistColumn | null => columns.get(plain(header)) ?? null;
export const checklistKindOf = (value: string): ChecklistItemKind | null => kinds.get(plain(value)) ?? null;
