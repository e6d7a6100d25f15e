import type { RectificationCoverage } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { rectificationNumberText } from '@junheng/evaluation-messages/ledger';
import { StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

const TONES = {
  reached: 'success',
  tolerated: 'success',
  short: 'warning',
  'no-effect': 'danger',
  'no-measure': 'danger',
  open: 'neutral',
} as const;

type Covered = Pick<RectificationCoverage['problems'][number], 'state' | 'before' | 'after'>;

/** What the measures will do to a problem: in a word, and from which number to which. */
export function CoverageMark({ problem }: { readonly problem: Covered }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const { state, before, after } = problem;
  const from = before === null ? null : rectificationNumberText(language, { ...before, limit: null });
  const to = rectificationNumberText(language, after);
  return (
    <>
      <StatusTag tone={TONES[state]}>{words(language, `coverage-state.${state}`)}</StatusTag>{' '}
      {from === null || to === null || before?.value === after?.value ? null : (
        <span>{t('coverage.fromTo', { from, to })}</span>
      )}
    </>
  );
}
