import type { ImportPreviewView, ImportPurpose } from '@junheng/api-contract';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { OutcomeSign } from '@junheng/evaluation-ui';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConfirmedImport } from '../../server/contract-shapes.ts';

export interface ImportDoneProps {
  readonly result: ConfirmedImport;
  readonly preview: ImportPreviewView;
  readonly purpose: ImportPurpose;
  readonly nextHref: string;
}

/** What became of each row. */
export function ImportDone({ result, preview, purpose, nextHref }: ImportDoneProps) {
  const { t, i18n } = useTranslation('import');
  const { language } = useLanguage();
  const nameOf = (key: string) => preview.schools.find((school) => school.key === key)?.name ?? key;
  const reasonOf = (reason: string) => {
    if (i18n.exists(`import:done.reason.${reason}`)) return t(`done.reason.${reason}`);
    return hasText(`problem.${reason}`) ? words(language, `problem.${reason}`) : reason;
  };
  return (
    <section className="jc-surface jc-padded jc-stack" role="status">
      <h2 className="jc-h2">{t('done.title')}</h2>
      <p className="jc-guard__line">
        <OutcomeSign tone="met" />{' '}
        {purpose === 'prefill'
          ? t('done.prefilled', { count: result.prefilled.length })
          : t('done.submitted', { count: result.submitted.length })}
      </p>
      <ul className="jc-guard__list">
        {result.submitted.map((each) => (
          <li key={each.selfReportId}>
            {each.schoolName} <span className="ev-muted">{t('preview.cells', { count: each.cells })}</span>
          </li>
        ))}
        {result.prefilled.map((each) => (
          <li key={each.selfReportId}>
            {each.schoolName}{' '}
            <span className="ev-muted">
              {t('preview.cells', { count: each.cells })}
              {each.kept === 0 ? '' : ` · ${t('done.kept', { count: each.kept })}`}
            </span>
          </li>
        ))}
      </ul>
      {result.leftOut.length === 0 ? null : (
        <>
          <p className="jc-guard__line">
            <OutcomeSign tone="not-applicable" /> {t('done.leftOut', { count: result.leftOut.length })}
          </p>
          <ul className="jc-guard__list">
            {result.leftOut.map(({ key, reason }) => (
              <li key={key}>
                {nameOf(key)} <span className="ev-muted">{reasonOf(reason)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="jc-formfoot">
        <Link className="jh-button jh-button--primary" to={nextHref}>
          {t(purpose === 'prefill' ? 'done.round' : 'done.review')}
        </Link>
      </div>
    </section>
  );
}
