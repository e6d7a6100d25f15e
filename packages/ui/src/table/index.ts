export { ColumnMenu, type ColumnMenuProps } from './column-menu.tsx';
export { ExportButton, type ExportButtonProps } from './export-button.tsx';
export { ListTable, type ListColumn, type ListTableProps } from './list-table.tsx';
export { saveFile } from './save-file.ts';
export type { Sheet, SheetCell } from './sheet.ts';
export { saveSheet } from './sheet.ts';
export { useColumnChoice, type ColumnChoice } from './use-column-choice.ts';
