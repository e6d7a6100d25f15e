import type { CountyReport } from '@junheng/api-contract';
import { hasText, text as words } from '@junheng/evaluation-messages';
import type { Edition } from '@junheng/evaluation-core';
import { Button, ConfirmButton, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EvidenceFileLine } from '../../display/evidence-file-line.tsx';
import { sizeText } from '../../display/evidence-file.ts';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import {
  addCountyEvidence,
  countyEvidenceUrl,
  countyReportKeys,
  removeCountyEvidence,
} from '../../server/county-reports.ts';
import { asRefusal, needsSignIn, Refusal } from '../../server/refusal.ts';
import { EarlierFiles } from './earlier-files.tsx';
import { evidenceAnchor, idOfTopic, provableTopics } from './model/county-entries.ts';
import { ReturnedHere, type ReturnedHereProps } from './returned-here.tsx';
import { RefusedFiles, type RefusedFile } from './refused-files.tsx';

export interface TopicEvidenceProps {
  readonly edition: Edition;
  readonly report: CountyReport;
  readonly topic: string;
  readonly locked: boolean;
  readonly onReturn: ReturnedHereProps['onReturn'];
}

/** What proves one indicator (佐证材料): what the standard asks for, what is there, what was taken out. */
export function TopicEvidence({ edition, report, topic, locked, onReturn }: TopicEvidenceProps) {
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const { bytesPerFile, filesPerReport, mediaTypes } = report.evidenceLimits;
  const taken = (after: CountyReport) => client.setQueryData(countyReportKeys.one(report.round.id), after);
  // After a refusal the page may show what is no longer so: the report is read again, its overview with it.
  const settle = (refused: boolean) => {
    const { one, overview } = countyReportKeys;
    void client.invalidateQueries({ queryKey: (refused ? one : overview)(report.round.id) });
  };
  const adding = useMutation({
    mutationKey: countyReportKeys.evidence(report.id),
    mutationFn: async (files: readonly File[]) => {
      const refused: RefusedFile[] = [];
      // One after the other: each answer is the report as it then is. A file that is refused does not keep the rest out.
      for (const file of files) {
        try {
          if (file.size > bytesPerFile) throw new Refusal('evidence.too-large');
          taken(await addCountyEvidence(report.id, topic, file));
        } catch (error) {
          if (needsSignIn(error)) throw error;
          refused.push({ name: file.name, refusal: asRefusal(error) });
        }
      }
      return refused;
    },
    onSettled: (refused) => settle(refused === undefined || refused.length > 0),
  });
  const removing = useMutation({
    mutationKey: countyReportKeys.evidence(report.id),
    mutationFn: (evidenceId: string) => removeCountyEvidence(report.id, evidenceId),
    onSuccess: taken,
    onSettled: (_after, error) => settle(error !== null),
  });
  const id = idOfTopic(topic);
  const own = report.evidence.filter((file) => file.topic === topic);
  const [there, gone] = [own.filter(({ removed }) => removed === null), own.filter(({ removed }) => removed !== null)];
  const asked = edition.requirements.find((each) => topic === `requirement:${each.id}`)?.evidence ?? [];
  const nameOf = (each: string) => (hasText(`evidence.${each}`) ? words(language, `evidence.${each}`) : each);
  return (
    <section className="jc-county__evidence" aria-label={`${t('evidence.title')} · ${id}`}>
      <div className="jc-county__bar">
        <span className="jc-small">
          <b>{t('evidence.title')}</b>{' '}
          <span className="ev-muted">
            {there.length === 0 ? t('evidence.none') : t('evidence.count', { count: there.length })}
          </span>
        </span>
        {locked ? null : (
          <>
            <input
              ref={input}
              hidden
              multiple
              type="file"
              aria-label={`${t('evidence.add')} · ${id}`}
              accept={mediaTypes.join(',')}
              onChange={(event) => {
                const files = [...(event.target.files ?? [])];
                if (files.length > 0) adding.mutate(files);
                event.target.value = '';
              }}
            />
            <Button
              size="small"
              busy={adding.isPending}
              title={t('evidence.limits', { size: sizeText(bytesPerFile), files: filesPerReport })}
              onClick={() => input.current?.click()}
            >
              {t('evidence.add')}
            </Button>
          </>
        )}
      </div>
      {asked.length === 0 ? null : (
        <p className="jc-small ev-muted">
          {t('evidence.asked', { list: asked.map(nameOf).join(language === 'zh-CN' ? '；' : '; ') })}
        </p>
      )}
      <RefusedFiles files={adding.data ?? []} />
      <RefusalNotice error={adding.error ?? removing.error} />
      {there.length === 0 ? null : (
        <ul className="jc-evidence__list">
          {there.map((file) => (
            <EvidenceFileLine
              key={file.id}
              file={file}
              aside={file.reusedFromYear === null ? undefined : t('evidence.takenOver', { year: file.reusedFromYear })}
              hrefOf={(as) => countyEvidenceUrl(report.id, file.id, as)}
              action={
                locked ? null : (
                  <ConfirmButton
                    variant="quiet"
                    size="small"
                    aria-label={t('evidence.removeOf', { name: file.name })}
                    title={t('evidence.removeTitle', { name: file.name })}
                    description={t('evidence.removeText')}
                    onConfirm={() =>
                      removing.mutateAsync(file.id).then(
                        () => undefined,
                        () => undefined,
                      )
                    }
                  >
                    {t('evidence.remove')}
                  </ConfirmButton>
                )
              }
            />
          ))}
        </ul>
      )}
      <ReturnedHere
        report={report}
        anchors={[evidenceAnchor(topic)]}
        name={`${t('evidence.title')} · ${id}`}
        onReturn={onReturn}
      />
      {locked ? null : <EarlierFiles report={report} topic={topic} known={provableTopics(edition)} />}
      {gone.length === 0 ? null : (
        <details className="jc-small ev-muted">
          <summary>{t('evidence.removed', { count: gone.length })}</summary>
          <ul className="jc-plainlist">
            {gone.map(({ id: key, name, removed }) => (
              <li key={key}>
                {t('evidence.removedBy', {
                  name,
                  by: removed?.by ?? '',
                  at: removed === null ? '' : instant(removed.at),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
