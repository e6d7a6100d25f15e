import type { RectificationMeasure, RectificationReport } from '@junheng/api-contract';
import { groupedDigits, text as words } from '@junheng/evaluation-messages';
import { rectificationNumberText } from '@junheng/evaluation-messages/ledger';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../display/use-format.ts';
import { problemOf } from '../model/ledger.ts';

type Row = RectificationReport['problems'][number]['rows'][number];

/** One row of the ledger as the report tells of it: numbers before and now, measures, progress, evidence, who verified it. */
export function ReportRow({ row }: { readonly row: Row }) {
  const { t } = useTranslation('letters');
  const { language } = useLanguage();
  const { day } = useFormat();
  const { unit, school, person } = row.responsible;
  const responsible = [unit?.name ?? school?.name, person?.name].filter((each) => each !== undefined).join(' ');
  const facts: readonly (readonly [key: string, text: string | null])[] = [
    ['state', words(language, `rectification-status.${row.status}`)],
    ['responsible', responsible === '' ? t('report.nobody') : responsible],
    ['before', row.place === null ? null : saidOf(row.before)],
    ['now', row.place === null ? null : saidOf(row.now)],
    ['evidence', row.files.length === 0 ? null : row.files.map(({ name }) => name).join(listMark(language))],
    ['verified', verifiedOf()],
  ];
  return (
    <div className="jc-report__row">
      <p className="jc-report__head">
        {t('problems.rowOption', {
          number: row.number,
          title: [row.place === null ? undefined : problemOf(language, row), row.school?.name]
            .filter((each) => each !== undefined)
            .join(' · '),
        })}
      </p>
      <dl className="jc-report__facts">
        {facts.map(([key, text]) =>
          text === null ? null : (
            <div key={key}>
              <dt>{t(`report.fact.${key}`)}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
        <div>
          <dt>{t('report.fact.measures')}</dt>
          <dd>
            {row.measureList.length === 0 ? (
              t('letter.noMeasure')
            ) : (
              <ul>
                {row.measureList.map((measure) => (
                  <li key={measure.id}>{measureText(measure)}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        {row.notes.length === 0 ? null : (
          <div>
            <dt>{t('report.fact.progress')}</dt>
            <dd>
              <ul>
                {row.notes.map(({ at, by, text }) => (
                  <li key={`${at} ${text}`}>
                    {day(at.slice(0, 10))} {by} {text}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );

  function saidOf({ standing, number, year }: Row['before']): string {
    const known = rectificationNumberText(language, number);
    return [
      t(`standing.${standing}`),
      ...(known === null ? [] : [known]),
      ...(year === null ? [] : [t('report.ofYear', { year })]),
    ].join(' · ');
  }

  function measureText({ kind, description, money, done }: RectificationMeasure): string {
    return [
      `${words(language, `measure-kind.${kind}`)} ${description}`,
      ...(money === null ? [] : [t('report.planned', { money: groupedDigits(money) })]),
      done === null ? t('report.underWay') : t('report.done', { day: day(done.on) }),
      ...(done === null || done.spent === null ? [] : [t('report.spent', { money: groupedDigits(done.spent) })]),
    ].join(' · ');
  }

  function verifiedOf(): string | null {
    if (row.closed !== null) {
      return [row.closed.by, day(row.closed.at.slice(0, 10)), row.closed.note].filter(Boolean).join(' · ');
    }
    if (row.exception === null) return null;
    const { by, reason, expiresOn } = row.exception;
    return [t('report.excepted', { by, day: day(expiresOn) }), reason].join(' · ');
  }
}

const listMark = (language: string): string => (language === 'en' ? ', ' : '\u3001');
