import { useCallback } from 'react';
import { useTexts } from '@junheng/ui/plain';
import { grouped } from '../model/shown-number.ts';
import type { OpenReport } from '../use-report.ts';
import { useWords } from '../use-words.ts';

/** A value of a cell with its unit, in words where it is a choice; what is empty says so. */
export function useCellText({ edition }: OpenReport): (cell: string, value: string | null) => string {
  const { t } = useTexts('portal');
  const words = useWords();
  return useCallback(
    (cell, value) => {
      if (value === null) return t('workbook.empty');
      const item = edition.items.find(({ id }) => id === cell.split('.')[0]);
      if (item === undefined) return value;
      if (item.value.kind !== 'number') return words.value(item.id, value);
      const unit = words.unitOf(item, value);
      return `${item.unit === 'year' ? value : grouped(value)}${unit === '' ? '' : ` ${unit}`}`;
    },
    [edition, t, words],
  );
}
