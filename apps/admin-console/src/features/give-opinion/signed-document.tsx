import type { Opinion } from '@junheng/api-contract';
import { Button, ConfirmButton } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Copyable } from '../../display/copyable.tsx';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { saveFile } from '../../display/save-file.ts';
import { useFormat } from '../../display/use-format.ts';
import { receiveOpinion } from '../../server/opinions.ts';
import { SignedFeedbackText, SignedText } from './signed-text.tsx';
import { useOpinionAct } from './use-opinion-act.ts';

export interface SignedDocumentProps {
  readonly opinion: Opinion;
  readonly kind: 'preliminary' | 'final' | 'feedback';
  readonly open: boolean;
}

/** A document as it was signed, with its fingerprint and its receipt. */
export function SignedDocument({ opinion, kind, open }: SignedDocumentProps) {
  const { t } = useTranslation('opinion');
  const { instant } = useFormat();
  const document = opinion[kind];
  if (document === null) return null;
  const { content, received, body, hash } = document;
  const file = `opinion-${opinion.county.code}-${kind}.json`;
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t(`document.${kind}`)}</h2>
      <div className="jc-surface jc-padded jc-opinion__document">
        <p className="jc-inline">
          {content.number === '' ? null : <strong>{content.number}</strong>}
          <span className="ev-muted">
            {t('document.signed', { by: content.signedBy, at: instant(content.signedAt) })}
          </span>
        </p>
        <details open={open}>
          <summary>{t('document.open')}</summary>
          {kind === 'feedback' ? (
            opinion.feedback === null ? null : (
              <SignedFeedbackText text={opinion.feedback.content} />
            )
          ) : (
            <OpinionText opinion={opinion} kind={kind} />
          )}
        </details>
        <Receipt opinion={opinion} kind={kind} received={received} />
        <dl className="jc-opinion__hash">
          <dt>{t('document.hash')}</dt>
          <dd>
            <Copyable value={hash} label={t('document.hash')} />
          </dd>
        </dl>
        <div className="jc-inline">
          <Link
            className="jh-button"
            to={`/inspections/${opinion.inspection.id}/opinions/${opinion.county.id}/print/${kind}`}
          >
            {t('document.print')}
          </Link>
          <Button onClick={() => saveFile(file, body)}>{t('document.download')}</Button>
          <span className="ev-muted jc-small">{t('document.downloadHelp', { file })}</span>
        </div>
      </div>
    </section>
  );
}

function OpinionText({ opinion, kind }: { readonly opinion: Opinion; readonly kind: 'preliminary' | 'final' }) {
  const text = opinion[kind]?.content;
  return text === undefined ? null : <SignedText text={text} />;
}

function Receipt(props: {
  readonly opinion: Opinion;
  readonly kind: SignedDocumentProps['kind'];
  readonly received: { readonly at: string; readonly by: string } | null;
}) {
  const { t } = useTranslation('opinion');
  const { instant } = useFormat();
  const { opinion, kind, received } = props;
  const act = useOpinionAct(opinion);
  if (received !== null) return <p>{t('document.received', { by: received.by, at: instant(received.at) })}</p>;
  if (!opinion.may.receive) return <p className="ev-muted">{t('document.notReceived')}</p>;
  return (
    <>
      <RefusalNotice error={act.error} />
      <p>
        <ConfirmButton
          title={t('document.receiveTitle')}
          description={t('document.receiveText')}
          onConfirm={() => act.run(() => receiveOpinion(act.path, kind)).then(() => undefined)}
        >
          {t('document.receive')}
        </ConfirmButton>
      </p>
    </>
  );
}
