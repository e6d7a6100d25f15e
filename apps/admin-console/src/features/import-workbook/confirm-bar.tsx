import type { ImportPurpose } from '@junheng/api-contract';
import { Button, ConfirmButton, Notice } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import type { Obstacle, Readiness } from './model/mapping.ts';

export interface ConfirmBarProps {
  readonly ready: Readiness;
  readonly purpose: ImportPurpose;
  readonly replaceConfirmed: boolean;
  readonly onReplaceConfirmed: (confirmed: boolean) => void;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onDiscard: () => void;
}

function countOf(obstacle: Obstacle): number {
  switch (obstacle.kind) {
    case 'errors':
      return obstacle.count;
    case 'undecided':
    case 'same-school':
      return obstacle.keys.length;
    case 'nothing-left':
      return 0;
    case 'replacing-unconfirmed':
      return obstacle.cells;
    default: {
      const exhaustive: never = obstacle;
      return exhaustive;
    }
  }
}

/** What confirming would do and what still stands in the way. */
export function ConfirmBar(props: ConfirmBarProps) {
  const { t } = useTranslation('import');
  const { ready, purpose } = props;
  return (
    <section className="jc-surface jc-padded jc-stack" aria-label={t('preview.confirm.title')}>
      <h2 className="jc-h2">{t('preview.confirm.title')}</h2>
      <ul className="jc-plainlist">
        <li>
          {t(purpose === 'prefill' ? 'preview.confirm.prefilled' : 'preview.confirm.taken', { count: ready.taken })}
        </li>
        {ready.kept === 0 ? null : <li>{t('preview.confirm.kept', { count: ready.kept })}</li>}
        {ready.leftOut === 0 ? null : <li>{t('preview.confirm.leftOut', { count: ready.leftOut })}</li>}
        {ready.blocked.length === 0 ? null : <li>{t('preview.confirm.blocked', { count: ready.blocked.length })}</li>}
      </ul>
      {ready.replaced === 0 ? null : (
        <label className="jc-check">
          <input
            type="checkbox"
            checked={props.replaceConfirmed}
            onChange={(event) => props.onReplaceConfirmed(event.target.checked)}
          />
          {t('preview.confirm.replaceSeen', { count: ready.replaced })}
        </label>
      )}
      {ready.obstacles.length === 0 ? null : (
        <Notice tone="warning" title={t('preview.confirm.cannot')}>
          <ul className="jc-plainlist">
            {ready.obstacles.map((obstacle) => (
              <li key={obstacle.kind === 'same-school' ? `${obstacle.kind} ${obstacle.name}` : obstacle.kind}>
                {t(`preview.confirm.obstacle.${obstacle.kind}`, {
                  count: countOf(obstacle),
                  name: obstacle.kind === 'same-school' ? obstacle.name : '',
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <RefusalNotice error={props.error} />
      <div className="jc-formfoot">
        <Button onClick={props.onDiscard}>{t('preview.discard')}</Button>
        {purpose === 'prefill' ? (
          <Button variant="primary" disabled={ready.obstacles.length > 0} busy={props.busy} onClick={props.onConfirm}>
            {t('preview.confirm.prefill')}
          </Button>
        ) : (
          <ConfirmButton
            variant="primary"
            disabled={ready.obstacles.length > 0}
            busy={props.busy}
            title={t('preview.confirm.handInTitle', { count: ready.taken })}
            description={t('preview.confirm.handInText')}
            confirmText={t('preview.confirm.handIn')}
            onConfirm={props.onConfirm}
          >
            {t('preview.confirm.submit')}
          </ConfirmButton>
        )}
      </div>
    </section>
  );
}
