import type { SupervisedSchool, Supervision } from '@junheng/api-contract';
import { Button, EmptyState, PageHeader, StatusTag } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';
import { RecordVisitDialog } from './record-visit-dialog.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { VisitsDialog } from './visits-dialog.tsx';

type Asking =
  | { readonly what: 'rule'; readonly countyId: string }
  | { readonly what: 'record' | 'read'; readonly school: SupervisedSchool };

/** Responsibility areas with what is due at each of their schools; what is overdue stands first. */
export function SupervisionPage({ supervision }: { readonly supervision: Supervision }) {
  const { t } = useTranslation('supervision');
  const { day } = useFormat();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { areas, rules, mayRecord, today } = supervision;
  const rule = asking?.what === 'rule' ? rules.find(({ countyId }) => countyId === asking.countyId) : undefined;
  const close = () => setAsking(null);
  return (
    <div className="jc-stack">
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      {areas.length === 0 ? <EmptyState title={t('empty')} description={t('emptyHelp')} /> : null}
      {rules.map((each) => (
        <p key={each.countyId} className="jc-inline">
          {t('rule', {
            county: each.county,
            period: t(`period.${each.period}`),
            visits: each.visits,
            since: day(each.since),
          })}
          {each.own ? null : <span className="ev-muted">{t('usual')}</span>}
          {each.mayChange ? (
            <Button size="small" onClick={() => setAsking({ what: 'rule', countyId: each.countyId })}>
              {t('changeRule')}
            </Button>
          ) : null}
        </p>
      ))}
      {areas.map((area) => (
        <section key={area.areaId} className="jc-part">
          <h2 className="jc-h2">{area.name}</h2>
          <p className="ev-muted">
            {area.inspectors.length === 0
              ? t('noInspector')
              : t('inspectors', { names: area.inspectors.map(({ name }) => name).join('、') })}
          </p>
          <SchoolTable
            name={area.name}
            schools={area.schools}
            mayRecord={mayRecord}
            onAsk={(what, school) => setAsking({ what, school })}
          />
        </section>
      ))}
      {rule === undefined ? null : <RuleDialog rule={rule} onClose={close} />}
      {asking?.what === 'record' ? <RecordVisitDialog school={asking.school} today={today} onClose={close} /> : null}
      {asking?.what === 'read' ? <VisitsDialog school={asking.school} onClose={close} /> : null}
    </div>
  );
}

function SchoolTable(props: {
  readonly name: string;
  readonly schools: readonly SupervisedSchool[];
  readonly mayRecord: boolean;
  readonly onAsk: (what: 'record' | 'read', school: SupervisedSchool) => void;
}) {
  const { t } = useTranslation('supervision');
  const { day } = useFormat();
  const columns = ['school', 'now', 'due', 'overdue', 'last', 'findings'] as const;
  const schools = props.schools.toSorted((one, other) => other.overdue - one.overdue);
  return (
    <div className="ev-scroll jc-surface">
      <table className="ev-table jc-table">
        <caption className="jh-visually-hidden">{props.name}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="jh-visually-hidden">{t('column.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {schools.map((school) => (
            <tr key={school.schoolId}>
              <th scope="row" className="ev-table__name">
                {school.name}
              </th>
              <td>
                {school.due === 0 ? (
                  <span className="ev-muted">{t('notDue')}</span>
                ) : (
                  <StatusTag tone={school.done >= school.due ? 'success' : 'info'}>
                    {t('progress', { done: school.done, due: school.due })}
                  </StatusTag>
                )}
              </td>
              <td className="jc-nowrap">{day(school.dueBy)}</td>
              <td>
                {school.overdue === 0 ? null : (
                  <StatusTag tone="danger">{t('overdue', { count: school.overdue })}</StatusTag>
                )}
              </td>
              <td className="jc-nowrap">{school.lastVisitedOn === null ? t('never') : day(school.lastVisitedOn)}</td>
              <td>{school.findings}</td>
              <td>
                <span className="jc-inline jc-nowrap">
                  {props.mayRecord ? (
                    <Button size="small" onClick={() => props.onAsk('record', school)}>
                      {t('record')}
                      <span className="jh-visually-hidden"> {school.name}</span>
                    </Button>
                  ) : null}
                  <Button size="small" variant="quiet" onClick={() => props.onAsk('read', school)}>
                    {t('read')}
                    <span className="jh-visually-hidden"> {school.name}</span>
                  </Button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
