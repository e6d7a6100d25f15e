import type { FeedbackLetter } from '@junheng/api-contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../display/use-format.ts';

type Change = FeedbackLetter['corrections'][number]['changes'][number];
const DAYS: readonly Change['field'][] = ['datedOn', 'dueOn', 'deadline'];

/** What the letter said before, why that was wrong, and what of the ledger followed; the newest first. */
export function LetterCorrections({ corrections }: Pick<FeedbackLetter, 'corrections'>) {
  const { t } = useTranslation('letters');
  const { instant } = useFormat();
  if (corrections.length === 0) return null;
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('correct.history')}</h2>
      <ol className="jc-surface jc-padded jc-ledger__history">
        {corrections.toReversed().map(({ at, by, reason, changes }) => (
          <li key={at}>
            <span className="jc-ledger__when">
              {instant(at)} <span className="ev-muted">{by}</span>
            </span>
            <div>
              <b>{reason}</b>
              <ul className="jc-plainlist">
                {changes.map((change) => (
                  <li key={`${change.field} ${change.problem ?? ''}`}>
                    <ChangeText change={change} />
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ChangeText({ change }: { readonly change: Change }) {
  const { t } = useTranslation('letters');
  const { day } = useFormat();
  const { field, problem, before, after, rows } = change;
  const said = (value: string) => (DAYS.includes(field) ? day(value) : value);
  const name =
    problem === null || field === 'document'
      ? t(`correct.field.${field}`)
      : t('correct.ofProblem', { number: problem, field: t(`correct.field.${field}`) });
  return (
    <>
      {t('correct.change', { field: name, before: said(before), after: said(after) })}
      {rows.map(({ id, number, kept }) => (
        <span key={id} className="ev-table__aside">
          <Link className="jc-table__link" to={`/rectifications/${id}`}>
            {t('correct.row', { number })}
          </Link>
          {t(`correct.follows.${kept ?? 'yes'}`)}
        </span>
      ))}
    </>
  );
}
