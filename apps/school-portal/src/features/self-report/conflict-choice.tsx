import type { CellDefinition } from '@junheng/evaluation-core';
import { Button, useTexts } from '@junheng/ui/plain';
import type { Conflict } from '@junheng/offline-journal';
import { useDates } from './use-dates.ts';
import { useWords } from './use-words.ts';

export interface ConflictChoiceProps {
  readonly cell: CellDefinition;
  readonly conflict: Conflict;
  readonly onChoose: (choice: 'mine' | 'theirs') => void;
}

/** Two people changed one cell: both values, who and when, and one decision. Nothing is overwritten before it. */
export function ConflictChoice({ cell, conflict, onChoose }: ConflictChoiceProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const dates = useDates();
  const show = (value: string | null): string =>
    value === null ? t('conflict.empty') : words.value(cell.item.id, value);
  return (
    <div className="cell-conflict" role="group" aria-label={t('conflict.title')}>
      <p className="cell-conflict__title">{t('conflict.title')}</p>
      <dl className="cell-conflict__values">
        <dt>{t('conflict.mine')}</dt>
        <dd>{show(conflict.mine)}</dd>
        <dt>
          {t('conflict.theirs', { by: conflict.by ?? t('conflict.somebody') })}
          {conflict.at === null ? null : <span className="cell-conflict__time">{dates.moment(conflict.at)}</span>}
        </dt>
        <dd>{show(conflict.theirs)}</dd>
      </dl>
      <div className="cell-conflict__choices">
        <Button size="small" onClick={() => onChoose('mine')}>
          {t('conflict.keepMine')}
        </Button>
        <Button size="small" onClick={() => onChoose('theirs')}>
          {t('conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  );
}
