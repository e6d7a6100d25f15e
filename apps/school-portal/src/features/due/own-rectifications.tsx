import { useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { rectificationsQuery } from '../../api/rectifications.ts';

/** What the school has been given to put right: how much, by when, how much of it is overdue. Absent while there is nothing. */
export function OwnRectifications() {
  const { t } = useTranslation('portal');
  const { language } = useLanguage();
  const { data } = useQuery(rectificationsQuery);
  const open = (data ?? []).filter(({ status }) => status === 'open');
  if (data === undefined || data.length === 0) return null;
  const [first] = open.flatMap(({ deadline }) => deadline ?? []).sort();
  const overdue = open.filter(({ overdueDays }) => overdueDays > 0).length;
  const day = new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', dateStyle: 'long' });
  return (
    <section className="earlier">
      <h2 className="earlier__title">{t('rectify.title')}</h2>
      <ul className="earlier__list">
        <li className="earlier__item">
          <span className="earlier__name">
            {open.length === 0 ? t('rectify.nothing') : t('rectify.open', { count: open.length })}
            {overdue === 0 ? null : (
              <strong className="due-rectify__late"> {t('rectify.overdue', { count: overdue })}</strong>
            )}
          </span>
          {first === undefined ? null : (
            <span className="earlier__when">
              {t('rectify.until', { date: day.format(new Date(`${first}T00:00:00+08:00`)) })}
            </span>
          )}
          <Link to="/rectifications">{t('rectify.see')}</Link>
        </li>
      </ul>
    </section>
  );
}
