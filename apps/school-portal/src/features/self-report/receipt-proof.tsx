import { Button, useTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { receiptProofQuery } from '../../api/self-reports.ts';
import type { SelfReport } from '../../api/types.ts';
import { useDates } from './use-dates.ts';

/** Hashes are read aloud and compared by eye: in groups of eight. */
export const grouped = (hash: string): string => hash.replace(/(.{8})(?=.)/g, '$1 ');

/**
 * Where the submission stands in the audit log, and the signature over it. Kept by the school, it proves what was handed in and when, also
 * against whoever runs the server.
 */
export function ReceiptProof({ report }: { readonly report: SelfReport }) {
  const { t } = useTexts('portal');
  const dates = useDates();
  const { id, receipt, school, round } = report;
  const { data: proof, isError, isFetching, refetch } = useQuery(receiptProofQuery(id, receipt?.revision ?? 0));
  if (receipt === null) return null;
  if (proof === undefined) {
    return (
      <p className="receipt__note" role="status">
        {t(isError ? 'proof.notYet' : 'proof.loading')}{' '}
        {isError ? (
          <Button size="small" busy={isFetching} onClick={() => void refetch()}>
            {t('proof.again')}
          </Button>
        ) : null}
      </p>
    );
  }
  const file = { school: school.name, code: school.code, year: round.year, round: round.id, receipt, proof };
  const address = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(file, null, 2))}`;
  return (
    <section className="receipt__proof" aria-labelledby="proof-title">
      <h3 className="receipt__proof-title" id="proof-title">
        {t('proof.title')}
      </h3>
      <p className="receipt__note">{t('proof.text')}</p>
      <dl className="receipt__facts">
        <dt>{t('proof.entry')}</dt>
        <dd>{t('proof.number', { number: proof.entry.sequence })}</dd>
        <dt>{t('proof.entryHash')}</dt>
        <dd className="receipt__hash">{grouped(proof.entry.hash)}</dd>
        <dt>{t('proof.signedAt')}</dt>
        <dd>{dates.moment(proof.head.signedAt)}</dd>
        <dt>{t('proof.key')}</dt>
        <dd className="receipt__hash">{grouped(proof.keyFingerprint)}</dd>
      </dl>
      <div className="receipt__print">
        <a
          className="jh-button jh-button--small"
          href={address}
          download={`${t('proof.file')}-${school.code}-${round.year}.json`}
        >
          {t('proof.download')}
        </a>
      </div>
    </section>
  );
}
