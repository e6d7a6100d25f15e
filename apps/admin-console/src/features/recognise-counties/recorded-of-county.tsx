import type { Recognitions } from '@junheng/api-contract';
import { StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { editionNameOf } from './edition-name.ts';
import { toneOf } from './step-tone.ts';
import { recognitionTexts } from './texts.ts';

/** Where a county stands with each standard, in a line each. */
export function RecordedOfCounty(props: {
  readonly countyId: string;
  readonly recorded: Recognitions['recognitions'];
}) {
  usePageTexts(recognitionTexts);
  const { t } = useTranslation('recognition');
  const { language } = useLanguage();
  const { day } = useFormat();
  const { countyId, recorded } = props;
  return (
    <section className="jc-part" aria-label={t('ofCounty')}>
      <h2 className="jc-h2">{t('ofCounty')}</h2>
      <ul className="jc-surface jc-rules">
        {recorded.map((each) => {
          const last = each.steps.find(({ withdrawn }) => withdrawn === null);
          return (
            <li key={each.editionId}>
              <div className="jc-rules__line">
                <StatusTag tone={toneOf(each.state)}>{t(`step.${each.state ?? 'none'}`)}</StatusTag>
                <b>{editionNameOf(each, language)}</b>
                <span className="ev-muted">
                  {last === undefined ? null : [day(last.on), last.document, last.issuer].filter(Boolean).join(' · ')}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
      <Link to={`/regions/${countyId}`}>{t('all')}</Link>
    </section>
  );
}
