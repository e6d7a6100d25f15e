import type { RectificationReport } from '@junheng/api-contract';
import { groupedDigits } from '@junheng/evaluation-messages';
import { Button } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../display/use-format.ts';
import { ReportRow } from './report-row.tsx';
import '../rectify.css';
import './report.css';

/** The report on rectification (整改报告) as a sheet of A4: whatever is in it, the ledger says. */
export function ReportPage({ report }: { readonly report: RectificationReport }) {
  const { t } = useTranslation('letters');
  const { day } = useFormat();
  const { letter, counts, problems, asOf } = report;
  const left = [
    ...new Map(
      problems.flatMap(({ text, rows }) =>
        rows.filter(({ status }) => status !== 'closed').map((row) => [row.id, { row, text }] as const),
      ),
    ).values(),
  ];
  return (
    <>
      <div className="jc-inline jc-report__bar">
        <Link to={`/rectifications/letters/${letter.id}`}>{letter.document}</Link>
        <Button variant="primary" onClick={() => globalThis.print()}>
          {t('report.print')}
        </Button>
      </div>
      <article className="jc-report">
        <header>
          <h1 className="jc-report__title">{t('report.heading', { document: letter.document })}</h1>
          <p>{t('report.to', { issuer: letter.issuer })}</p>
        </header>
        <section>
          <h2>{t('report.overview')}</h2>
          <p>
            {t('report.received', {
              day: day(letter.datedOn),
              issuer: letter.issuer,
              document: letter.document,
              problems: counts.problems,
              rows: counts.rows,
              due: day(letter.dueOn),
            })}
          </p>
          <p>{t('report.states', { ...counts, day: day(asOf) })}</p>
          <p>
            {t('report.measures', {
              measures: counts.measures,
              done: counts.measuresDone,
              money: groupedDigits(counts.money),
              spent: groupedDigits(counts.spent),
            })}
          </p>
        </section>
        <section>
          <h2>{t('report.each')}</h2>
          {problems.map((problem, index) => (
            <section key={problem.id} className="jc-report__problem">
              <h3>
                {index + 1}. {problem.text}
              </h3>
              <p className="jc-report__quiet">{t('letter.deadline', { day: day(problem.deadline) })}</p>
              {problem.rows.map((row) => (
                <ReportRow key={row.id} row={row} />
              ))}
            </section>
          ))}
        </section>
        <section>
          <h2>{t('report.left')}</h2>
          {left.length === 0 ? (
            <p>{t('report.nothingLeft')}</p>
          ) : (
            <ul className="jc-report__left">
              {left.map(({ row, text }) => (
                <li key={row.id}>
                  {t('problems.rowOption', { number: row.number, title: text })} ·{' '}
                  {row.deadline === null ? t('report.noDeadline') : t('letter.deadline', { day: day(row.deadline) })}
                  {row.overdueDays === 0 ? '' : ` · ${t('report.overdue', { count: row.overdueDays })}`}
                </li>
              ))}
            </ul>
          )}
        </section>
        <footer className="jc-report__foot">
          <p className="jc-report__seal">{letter.addressee}</p>
          <p className="jc-report__seal">{day(asOf)}</p>
          <p className="jc-report__quiet">{t('report.basis', { day: day(asOf) })}</p>
        </footer>
      </article>
    </>
  );
}
