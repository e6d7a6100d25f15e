import type { Opinion } from '@junheng/api-contract';
import { Button, EmptyState } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { SignedFeedbackText, SignedText } from './signed-text.tsx';
import './opinions.css';

export type PrintedDocument = 'preliminary' | 'final' | 'feedback';

/** A signed document as a sheet of A4. */
export function OpinionPrint({ opinion, kind }: { readonly opinion: Opinion; readonly kind: PrintedDocument }) {
  const { t } = useTranslation('opinion');
  const { day, instant } = useFormat();
  const document = opinion[kind];
  const back = `/inspections/${opinion.inspection.id}/opinions/${opinion.county.id}`;
  if (document === null) {
    return <EmptyState title={t('text.missing')} action={<Link to={back}>{t('text.backToOpinion')}</Link>} />;
  }
  const { number, inspection, edition, signedBy, signedAt } = document.content;
  const main = kind === 'feedback' ? null : (opinion[kind]?.content ?? null);
  return (
    <>
      <div className="jc-inline jc-noprint jc-opinion__bar">
        <Link to={back}>{t('text.backToOpinion')}</Link>
        <Button variant="primary" onClick={() => globalThis.print()}>
          {t('text.print')}
        </Button>
      </div>
      <article className="jc-opinion__sheet">
        <header>
          <h1 className="jc-opinion__title">{t(`document.${kind}`)}</h1>
          {number === '' ? null : <p className="jc-opinion__number">{number}</p>}
        </header>
        {main === null ? null : <SignedText text={main} />}
        {kind === 'feedback' && opinion.feedback !== null ? (
          <SignedFeedbackText text={opinion.feedback.content} />
        ) : null}
        <footer>
          <div className="jc-opinion__seal">
            <p>
              {t('text.lead')}
              {signedBy}
            </p>
            <p>
              {t('text.day')}
              {instant(signedAt)}
            </p>
          </div>
          <p className="jc-opinion__foottext">
            {t('text.project', {
              project: inspection.name,
              from: day(inspection.startsOn),
              to: day(inspection.endsOn),
            })}
            <br />
            {t('text.edition', { instrument: edition.instrument })}
            <br />
            {t('document.hash')} <code>{document.hash}</code>
            {document.received === null ? null : (
              <>
                <br />
                {t('document.received', { by: document.received.by, at: instant(document.received.at) })}
              </>
            )}
          </p>
        </footer>
      </article>
    </>
  );
}
