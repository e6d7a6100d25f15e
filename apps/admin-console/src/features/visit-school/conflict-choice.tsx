import type { Conflict } from '@junheng/offline-journal';
import { Button } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

export interface ConflictChoiceProps {
  readonly conflict: Conflict;
  readonly show: (value: string) => string;
  readonly onChoose: (choice: 'mine' | 'theirs') => void;
}

/** Two inspectors changed one entry: both values, who, and one decision. Nothing is overwritten before it. */
export function ConflictChoice({ conflict, show, onChoose }: ConflictChoiceProps) {
  const { t } = useTranslation('visit');
  const shown = (value: string | null): string => (value === null ? t('conflict.empty') : show(value));
  return (
    <div className="vs-conflict" role="group" aria-label={t('conflict.title')}>
      <p>{t('conflict.title')}</p>
      <dl>
        <dt>{t('conflict.mine')}</dt>
        <dd>{shown(conflict.mine)}</dd>
        <dt>{t('conflict.theirs', { by: conflict.by ?? t('conflict.somebody') })}</dt>
        <dd>{shown(conflict.theirs)}</dd>
      </dl>
      <div className="vs-row">
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
