import type { FeedbackLetter, RectificationCoverage } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import '@junheng/evaluation-messages/ledger';
import { Notice, PageHeader, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../display/use-format.ts';
import { useMay } from '../../../display/use-may.ts';
import { useToday } from '../../../display/use-today.ts';
import { CoverageMark } from '../coverage-mark.tsx';
import { RowStatus } from '../ledger-table.tsx';
import { problemOf } from '../model/ledger.ts';
import { LetterCorrections } from './letter-corrections.tsx';
import { coveredByRow, effectOf, isUncovered, rowsOf, type Effect, type LetterRow } from './model/letter-coverage.ts';
import '../rectify.css';

export interface LetterPageProps {
  readonly letter: FeedbackLetter;
  /** What the core says of the rows that numbers speak of; null while it is computed. */
  readonly coverages: readonly RectificationCoverage[] | null;
}

/** A letter: what it asks until when, what became of each problem, and which the measures leave uncovered. */
export function LetterPage({ letter, coverages }: LetterPageProps) {
  const { t } = useTranslation('letters');
  const { day, instant } = useFormat();
  const manages = useMay()('rectifications.manage');
  const rows = rowsOf(letter);
  const covered = coveredByRow(coverages ?? []);
  const left = rows.filter((row) => isUncovered(effectOf(row, covered))).length;
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to="/rectifications/letters">{t('back')}</Link>}
        title={letter.document}
        tags={<DueTag letter={letter} />}
        subtitle={[letter.county.name, letter.issuer].join(' · ')}
        actions={
          <>
            {manages ? (
              <Link className="jh-button" to={`/rectifications/letters/${letter.id}/correction`}>
                {t('correct.title')}
              </Link>
            ) : null}
            <Link className="jh-button jh-button--primary" to={`/rectifications/letters/${letter.id}/report`}>
              {t('report.title')}
            </Link>
          </>
        }
      />
      {coverages === null ? null : (
        <Notice
          tone={left === 0 ? 'success' : 'warning'}
          title={
            left === 0
              ? t('letter.allCovered', { count: rows.length })
              : t('letter.left', { count: left, total: rows.length })
          }
        >
          {null}
        </Notice>
      )}
      <section className="jc-surface jc-padded" aria-label={t('head.title')}>
        <dl className="jc-ledger__facts">
          {(['issuer', 'addressee'] as const).map((field) => (
            <div key={field}>
              <dt>{t(`head.${field}`)}</dt>
              <dd>{letter[field]}</dd>
            </div>
          ))}
          {(['datedOn', 'dueOn'] as const).map((field) => (
            <div key={field}>
              <dt>{t(`head.${field}`)}</dt>
              <dd>{day(letter[field])}</dd>
            </div>
          ))}
        </dl>
        <p className="ev-muted">{t('letter.enteredBy', { by: letter.entered.by, at: instant(letter.entered.at) })}</p>
      </section>
      <section className="jc-part">
        <h2 className="jc-h2">{t('letter.problems')}</h2>
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table jc-letter__table">
            <caption className="jh-visually-hidden">{t('letter.problems')}</caption>
            <thead>
              <tr>
                {(['number', 'problem', 'row', 'measures', 'state', 'coverage'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`letter.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {letter.problems.flatMap((problem, index) =>
                problem.rows.map((row, at) => (
                  <tr key={`${problem.id} ${row.id}`}>
                    {at > 0 ? null : (
                      <>
                        <td rowSpan={problem.rows.length}>{index + 1}</td>
                        <th scope="rowgroup" rowSpan={problem.rows.length} className="ev-table__name jc-letter__words">
                          {problem.text}
                          <span className="ev-table__aside">
                            {t('letter.deadline', { day: day(problem.deadline) })}
                          </span>
                        </th>
                      </>
                    )}
                    <RowCells row={row} effect={coverages === null ? null : effectOf(row, covered)} />
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      </section>
      <LetterCorrections corrections={letter.corrections} />
    </div>
  );
}

function RowCells({ row, effect }: { readonly row: LetterRow; readonly effect: Effect | null }) {
  const { t } = useTranslation('letters');
  const { language } = useLanguage();
  return (
    <>
      <td>
        <Link className="jc-table__link" to={`/rectifications/${row.id}`}>
          {t('problems.rowOption', { number: row.number, title: row.place === null ? '' : problemOf(language, row) })}
        </Link>
        {row.known ? <span className="ev-table__aside">{t('letter.known')}</span> : null}
      </td>
      <td>
        {row.measures.length === 0 ? (
          <span className="ev-muted">{t('letter.noMeasure')}</span>
        ) : (
          row.measures.map(({ id, kind, description }) => (
            <span key={id} className="jc-ledger__measure">
              {words(language, `measure-kind.${kind}`)}
              <span className="ev-table__aside">{description}</span>
            </span>
          ))
        )}
      </td>
      <td>
        <RowStatus row={row} />
      </td>
      <td>{effect === null ? '…' : <EffectText effect={effect} />}</td>
    </>
  );
}

function EffectText({ effect }: { readonly effect: Effect }) {
  const { t } = useTranslation('letters');
  const { language } = useLanguage();
  switch (effect.kind) {
    case 'computed':
      return <CoverageMark problem={effect.problem} />;
    case 'worded':
      return effect.measures === 0 ? (
        <StatusTag tone="danger">{words(language, 'coverage-state.no-measure')}</StatusTag>
      ) : (
        t('letter.measures', { count: effect.measures })
      );
    case 'settled':
      return '—';
    default: {
      const exhaustive: never = effect;
      return exhaustive;
    }
  }
}

/** When the report is due: the nearer, the louder. Nothing is late once every row is closed. */
function DueTag({ letter }: { readonly letter: FeedbackLetter }) {
  const { t } = useTranslation('letters');
  const today = useToday();
  const { day } = useFormat();
  const days = Math.round((Date.parse(letter.dueOn) - Date.parse(today)) / 86_400_000);
  const done = rowsOf(letter).every(({ status }) => status === 'closed');
  const text =
    days < 0
      ? t('letter.duePast', { count: -days })
      : days === 0
        ? t('letter.dueToday')
        : t('letter.dueIn', { count: days });
  return (
    <StatusTag tone={done ? 'neutral' : days < 0 ? 'danger' : 'warning'}>
      {[t('letter.due', { day: day(letter.dueOn) }), ...(done ? [] : [text])].join(' · ')}
    </StatusTag>
  );
}
