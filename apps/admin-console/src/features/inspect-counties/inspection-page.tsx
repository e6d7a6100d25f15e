import type { Inspection } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, ConfirmButton, PageHeader, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { confirmSchools, inspectionKeys } from '../../server/inspections.ts';
import { DrawRecord } from './draw-record.tsx';
import { DrawSection } from './draw-section.tsx';
import { InspectionState } from './inspection-list.tsx';
import { OpinionsSection } from './opinions-section.tsx';
import { VisitList } from './visit-list.tsx';
import './inspections.css';

const SHORT_LIST = 12;

/** A project with how its schools come about. */
export function InspectionPage({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspect');
  const { day } = useFormat();
  const earlier = inspection.drawList.slice(1);
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to="/inspections">{t('page.back')}</Link>}
        title={inspection.name}
        tags={<InspectionState inspection={inspection} />}
        subtitle={`${t(`kind.${inspection.kind}`)} · ${t('dates', {
          from: day(inspection.startsOn),
          to: day(inspection.endsOn),
        })}`}
        actions={
          <>
            {inspection.may.change ? (
              <Link className="jh-button" to={`/inspections/${inspection.id}/change`}>
                {t('page.change')}
              </Link>
            ) : null}
            <Button onClick={() => globalThis.print()}>{t('page.print')}</Button>
          </>
        }
      />
      <ProjectFacts inspection={inspection} />
      {inspection.status === 'draft' ? null : <OpinionsSection inspection={inspection} />}
      {inspection.selection === 'random' ? (
        <DrawSection inspection={inspection} />
      ) : (
        <PlainSchools inspection={inspection} />
      )}
      {inspection.visits.length === 0 || inspection.kind !== 'special' ? null : (
        <section className="jc-part jc-noprint">
          <h2 className="jc-h2">{t('results.title')}</h2>
          <div className="jc-surface jc-padded jc-run">
            <p>{t('results.text')}</p>
            <Link className="jh-button" to={`/inspections/${inspection.id}/results`}>
              {t('results.link')}
            </Link>
          </div>
        </section>
      )}
      {inspection.visits.length === 0 ? null : (
        <section className="jc-part jc-noprint">
          <h2 className="jc-h2">{t('consolidation.title')}</h2>
          <div className="jc-surface jc-padded jc-run">
            <p>{t(inspection.checklist ? 'consolidation.ofChecklist' : 'consolidation.text')}</p>
            <Link className="jh-button" to={`/inspections/${inspection.id}/consolidation`}>
              {t('consolidation.link')}
            </Link>
          </div>
        </section>
      )}
      {inspection.visits.length === 0 ? null : <VisitList inspection={inspection} />}
      {earlier.length === 0 ? null : (
        <section className="jc-part">
          <h2 className="jc-h2">{t('draw.earlier')}</h2>
          {earlier.map((draw) => (
            <DrawRecord key={draw.id} inspection={inspection} draw={draw} />
          ))}
        </section>
      )}
    </div>
  );
}

function ProjectFacts({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspect');
  const { language } = useLanguage();
  const items = (ids: readonly string[]) =>
    ids.length === 0 ? t('page.noItems') : t('page.items', { count: ids.length });
  return (
    <section className="jc-surface jc-padded" aria-label={t('page.facts')}>
      <dl className="jc-project">
        <div>
          <dt>{t('page.counties')}</dt>
          {inspection.counties.map(({ countyId, name, sampleSize, sizeReason }) => (
            <dd key={countyId}>
              {sampleSize === null ? name : t('page.size', { county: name, count: sampleSize })}
              {sizeReason === null ? null : (
                <span className="ev-table__aside">{t('page.sizeWhy', { reason: sizeReason })}</span>
              )}
            </dd>
          ))}
        </div>
        <div>
          <dt>{t('page.team')}</dt>
          {inspection.team.map(({ personId, name, part }) => (
            <dd key={personId}>
              {name} <span className="ev-muted">{t(`form.part.${part}`)}</span>
            </dd>
          ))}
        </div>
        {inspection.teams.length === 0 ? null : (
          <div>
            <dt>{t('page.teams')}</dt>
            {inspection.teams.map((team) => (
              <dd key={team.name}>
                {team.name}{' '}
                <span className="ev-muted">
                  {[
                    namesOf(inspection.team, team.memberIds),
                    inspection.counties
                      .filter(({ countyId }) => team.countyIds.includes(countyId))
                      .map(({ name }) => name)
                      .join('、'),
                    ...(team.schoolIds.length === 0 ? [] : [t('page.ownSchools', { count: team.schoolIds.length })]),
                  ]
                    .filter((each) => each !== '')
                    .join(' · ')}
                </span>
              </dd>
            ))}
          </div>
        )}
        <div>
          <dt>{t(inspection.checklist ? 'page.checklist' : 'page.edition')}</dt>
          <dd>{words(language, `edition.${inspection.editionId}`)}</dd>
        </div>
        <div>
          <dt>{t(inspection.checklist ? 'page.counted' : 'page.verified')}</dt>
          <dd>{items(inspection.verifiedItems)}</dd>
        </div>
        <div>
          <dt>{t('page.judged')}</dt>
          <dd>{items(inspection.judgedRequirements)}</dd>
        </div>
      </dl>
    </section>
  );
}

function namesOf(team: Inspection['team'], ids: readonly string[]): string {
  return team
    .filter(({ personId }) => ids.includes(personId))
    .map(({ name }) => name)
    .join('、');
}

/** All schools, or chosen ones: confirmed instead of drawn. */
function PlainSchools({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspect');
  const { language } = useLanguage();
  const client = useQueryClient();
  const confirming = useMutation({
    mutationFn: () => confirmSchools(inspection.id),
    onSettled: () => client.invalidateQueries({ queryKey: inspectionKeys.all }),
  });
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('page.schools')}</h2>
      <RefusalNotice error={confirming.error} />
      {inspection.status === 'confirmed' ? (
        // The visits below name each again: a long list stays closed.
        <details className="jc-surface jc-toschools" open={inspection.visits.length <= SHORT_LIST}>
          <summary>{t('page.schoolCount', { count: inspection.visits.length })}</summary>
          <ol>
            {inspection.visits.map((school) => (
              <li key={school.schoolId}>
                {school.name}{' '}
                <span className="ev-muted">
                  {words(language, `school-type.${school.type}`)} · {words(language, `option.locale.${school.locale}`)}
                </span>
              </li>
            ))}
          </ol>
        </details>
      ) : (
        <div className="jc-surface jc-padded jc-run">
          <div>
            <p className="jc-strong">{t(`form.selections.${inspection.selection}`)}</p>
            <p>{t('page.confirmHelp')}</p>
          </div>
          {inspection.may.change ? (
            <ConfirmButton
              variant="primary"
              title={t('page.confirmTitle')}
              description={t('page.confirmText')}
              onConfirm={() =>
                confirming.mutateAsync().then(
                  () => undefined,
                  () => undefined,
                )
              }
            >
              {t('page.confirm')}
            </ConfirmButton>
          ) : null}
        </div>
      )}
    </section>
  );
}
