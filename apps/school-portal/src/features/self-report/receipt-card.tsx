import { Button, useTexts } from '@junheng/ui/plain';
import type { SelfReport } from '../../api/types.ts';
import { grouped, ReceiptProof } from './receipt-proof.tsx';
import { useDates } from './use-dates.ts';

/** Proof of what was handed in and when. */
export function ReceiptCard({ report }: { readonly report: SelfReport }) {
  const { t } = useTexts('portal');
  const dates = useDates();
  const { receipt, round, school } = report;
  if (receipt === null) return null;
  return (
    <section className="receipt" aria-labelledby="receipt-title">
      <div className="receipt__head">
        <h2 className="hand-in__title" id="receipt-title">
          {t('handIn.receipt')}
        </h2>
        <Button size="small" className="receipt__print" onClick={() => window.print()}>
          {t('handIn.print')}
        </Button>
      </div>
      <dl className="receipt__facts">
        <dt>{t('handIn.receiptSchool')}</dt>
        <dd>{school.name}</dd>
        <dt>{t('handIn.receiptRound')}</dt>
        <dd>{t('due.round', { year: round.year, kind: t(`kind.${round.kind}`) })}</dd>
        <dt>{t('handIn.receiptTime')}</dt>
        <dd>{dates.moment(receipt.submittedAt)}</dd>
        <dt>{t('handIn.receiptBy')}</dt>
        <dd>{receipt.submittedBy}</dd>
        <dt>{t('handIn.receiptRevision')}</dt>
        <dd>{receipt.revision}</dd>
        <dt>{t('handIn.receiptHash')}</dt>
        <dd className="receipt__hash">{grouped(receipt.hash)}</dd>
      </dl>
      {receipt.onePerson ? <p className="receipt__note">{t('handIn.receiptOnePerson')}</p> : null}
      <p className="receipt__note">{t('handIn.receiptHelp')}</p>
      <ReceiptProof report={report} />
    </section>
  );
}
