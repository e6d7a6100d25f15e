import type { SupervisedSchool } from '@junheng/api-contract';
import { Dialog } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { useFormat } from '../../display/use-format.ts';
import { regularVisitsQuery } from '../../server/supervision.ts';

/** The visits to a school, newest first, with what was found. */
export function VisitsDialog({ school, onClose }: { readonly school: SupervisedSchool; readonly onClose: () => void }) {
  const { t } = useTranslation('supervision');
  const { day } = useFormat();
  const query = useQuery(regularVisitsQuery(school.schoolId));
  return (
    <Dialog open shape="sheet" title={t('visits.title', { school: school.name })} onClose={onClose}>
      <Loaded query={query}>
        {({ visits }) =>
          visits.length === 0 ? (
            <p>{t('visits.none')}</p>
          ) : (
            <ol className="jc-plainlist jc-stack">
              {visits.map((visit) => (
                <li key={visit.id} className="jc-surface jc-padded">
                  <p className="ev-muted">{t('visits.by', { day: day(visit.visitedOn), by: visit.by })}</p>
                  <p>
                    <strong>{visit.topic}</strong>
                  </p>
                  <p>{visit.note}</p>
                  <ul>
                    {visit.findings.map(({ fact, demand, dueOn }, index) => (
                      <li key={`${index} ${fact}`}>
                        {fact}
                        {demand === '' ? null : (
                          <span className="ev-table__aside">{t('visits.demand', { demand })}</span>
                        )}
                        {dueOn === null ? null : (
                          <span className="ev-table__aside">{t('visits.due', { day: day(dueOn) })}</span>
                        )}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Dialog>
  );
}
