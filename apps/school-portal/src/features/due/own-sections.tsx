import { StatusTag, useLanguage, useTexts } from '@junheng/ui/plain';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { DueSelfReport } from '../../api/types.ts';

type Words = typeof import('@junheng/evaluation-messages/plain');

/** The sections this person was given, with the school's own date: before all else on the first screen. */
export function OwnSections({ report }: { readonly report: DueSelfReport }) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  // Only who was given something needs the words of the form here; the form brings them anyway.
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    void import('@junheng/evaluation-messages/plain').then(setWords).catch(() => undefined);
  }, []);
  const day = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' });
  const dates = report.ownSections.flatMap(({ internalDate, finishedAt }) =>
    internalDate === null || finishedAt !== null ? [] : [internalDate],
  );
  const next = dates.reduce<string | null>((first, date) => (first === null || date < first ? date : first), null);
  return (
    <section className="own-sections" aria-label={t('own.title')}>
      <p className="own-sections__title">
        {t('own.title')}
        {next === null ? null : (
          <strong className="own-sections__date">
            {t('own.until', { date: day.format(new Date(`${next}T00:00:00Z`)) })}
          </strong>
        )}
      </p>
      <ul className="own-sections__list">
        {report.ownSections.map((each) => (
          <li key={each.section} className="own-sections__item">
            <Link to={`/reports/${report.id}?section=${each.section}`}>
              {words?.text(language, `section.${each.section}`) ?? t('own.section')}
            </Link>
            <span className="own-sections__count">
              {each.filled}/{each.required}
            </span>
            {each.faults > 0 ? (
              <StatusTag tone="danger">{t('sectionWork.faults', { count: each.faults })}</StatusTag>
            ) : null}
            {each.finishedAt === null ? null : <StatusTag tone="success">{t('own.finished')}</StatusTag>}
          </li>
        ))}
      </ul>
      <Link to={`/reports/${report.id}/sections`}>{t('own.toList')}</Link>
    </section>
  );
}
