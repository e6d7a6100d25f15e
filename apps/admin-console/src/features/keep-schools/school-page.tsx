import type { Region, RegisteredSchool, SchoolDetail } from '@junheng/api-contract';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { Button, PageHeader, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { useMay } from '../../display/use-may.ts';
import { ChangeSchoolDialog, type OneSchoolChange } from './change-school-dialog.tsx';
import { DeleteSchoolDialog } from './delete-school-dialog.tsx';
import { SchoolHistory } from './school-history.tsx';
import { SplitSchoolDialog } from './split-school-dialog.tsx';

export interface SchoolPageProps {
  readonly school: SchoolDetail;
  readonly regions: readonly Region[];
  readonly schools: readonly RegisteredSchool[];
  readonly onDeleted: () => void;
  /** What else concerns this school: rounds it could join. */
  readonly children?: ReactNode;
}

const CHANGES = ['renamed', 'type-changed', 'corrected', 'merged', 'split', 'closed'] as const;
type Act = OneSchoolChange | 'split' | 'deleted';

/** One school: what it is, what it was, where it belongs, and every change of it. */
export function SchoolPage({ school, regions, schools, onDeleted, children }: SchoolPageProps) {
  const { t } = useTranslation('keepSchools');
  const { day } = useFormat();
  const manages = useMay()('organisations.manage');
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const offered = school.closedOn === null ? CHANGES : [];
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to="/schools">{t('back')}</Link>}
        title={school.name}
        subtitle={school.code}
        tags={
          school.closedOn === null ? undefined : (
            <StatusTag tone="warning">{t('closed', { day: day(school.closedOn) })}</StatusTag>
          )
        }
      />
      {children}
      {manages ? (
        <div className="jc-filters" role="group" aria-label={t('acts')}>
          {offered.map((each) => (
            <Button key={each} size="small" onClick={() => setAct(each)}>
              {t(`act.${each}`)}
            </Button>
          ))}
          <Button size="small" variant="quiet" onClick={() => setAct('deleted')}>
            {t('act.deleted')}
          </Button>
        </div>
      ) : null}
      <SchoolFacts school={school} regions={regions} schools={schools} />
      <Belonging school={school} />
      <SchoolHistory history={school.history} />
      {act === 'split' ? <SplitSchoolDialog school={school} onClose={close} /> : null}
      {act === 'deleted' ? <DeleteSchoolDialog school={school} onClose={close} onDeleted={onDeleted} /> : null}
      {act === null || act === 'split' || act === 'deleted' ? null : (
        <ChangeSchoolDialog change={act} school={school} regions={regions} schools={schools} onClose={close} />
      )}
    </div>
  );
}

function SchoolFacts({ school, regions, schools }: Pick<SchoolPageProps, 'school' | 'regions' | 'schools'>) {
  const { t } = useTranslation('keepSchools');
  const { language } = useLanguage();
  const { day } = useFormat();
  const parent = schools.find(({ id }) => id === school.parentSchoolId);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('field.type'), words(language, `school-type.${school.type}`)],
    [t('field.regionId'), regions.find(({ id }) => id === school.regionId)?.name ?? school.townName ?? '—'],
    [t('field.locale'), words(language, `option.locale.${school.locale}`)],
    [t('field.ownership'), words(language, `option.ownership.${school.ownership}`)],
    [t('field.boarding'), words(language, `option.flag.${school.boarding ? 'yes' : 'no'}`)],
    [t('field.foundedYear'), school.foundedYear ?? '—'],
    [t('field.openedOn'), day(school.openedOn)],
    ...(school.parentSchoolId === null
      ? []
      : [
          [
            t('field.parentSchoolId'),
            <Link key="parent" to={`/schools/${school.parentSchoolId}`}>
              {parent?.name ?? '—'}
            </Link>,
          ] as const,
        ]),
    ...Object.entries(school.flags).flatMap(([id, value]) =>
      hasText(`item.${id}`) ? [[words(language, `item.${id}`), words(language, `option.flag.${value}`)] as const] : [],
    ),
  ];
  return (
    <dl className="jc-facts jc-surface jc-padded">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Campuses, successors, areas and groups; nothing where there is nothing. */
function Belonging({ school }: { readonly school: SchoolDetail }) {
  const { t } = useTranslation(['keepSchools', 'display']);
  const { day } = useFormat();
  const { campuses, successors, groupings } = school;
  if (campuses.length + successors.length + groupings.length === 0) return null;
  return (
    <section className="jc-part" aria-labelledby="school-belonging">
      <h2 id="school-belonging">{t('belonging')}</h2>
      <ul className="jc-plainlist jc-surface jc-padded">
        {successors.map(({ id, name, from }) => (
          <li key={id}>
            {t('successor', { day: day(from) })} <Link to={`/schools/${id}`}>{name}</Link>
          </li>
        ))}
        {campuses.map(({ id, name, closedOn }) => (
          <li key={id}>
            {t('campus')} <Link to={`/schools/${id}`}>{name}</Link>
            {closedOn === null ? null : <span className="ev-muted"> {t('closed', { day: day(closedOn) })}</span>}
          </li>
        ))}
        {groupings.map(({ id, name, kind, part, startsOn, endsOn }) => (
          <li key={`${id} ${startsOn}`}>
            {t(`grouping.kind.${kind}`, { ns: 'display' })} <Link to={`/groupings/${id}`}>{name}</Link>
            {part === 'core' ? ` · ${t('core')}` : null}
            <span className="ev-muted">
              {' '}
              {endsOn === null
                ? t('since', { from: day(startsOn) })
                : t('fromTo', { from: day(startsOn), to: day(endsOn) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
