import type { Opinion, OpinionContent } from '@junheng/api-contract';
import { Button, Notice, TextAreaField, TextField } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useToday } from '../../display/use-today.ts';
import { inspectionFindingsQuery } from '../../server/inspections.ts';
import { saveOpinionDraft } from '../../server/opinions.ts';
import { CiteOnSite } from './cite-on-site.tsx';
import { CiteVerified } from './cite-verified.tsx';
import { CommonDueDate } from './common-due-date.tsx';
import { FindingFields } from './finding-fields.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { emptyPlaces, newFinding, newSection, replaced, without } from './model/opinion-draft.ts';
import { SectionFields } from './section-fields.tsx';
import { useOpinionAct } from './use-opinion-act.ts';

const SUGGESTED = ['results', 'practice', 'advice'] as const;

/** The preliminary opinion as the team drafts it. What is typed stays on the page until it is saved, whatever the server says. */
export function DraftForm({ opinion }: { readonly opinion: Opinion }) {
  const { t } = useTranslation('opinion');
  const today = useToday();
  const act = useOpinionAct(opinion);
  const onSite = useQuery(inspectionFindingsQuery(opinion.inspection.id));
  const [revision, setRevision] = useState(opinion.revision);
  const [content, setContent] = useState<OpinionContent>(
    () => opinion.draft ?? { number: '', basis: '', sections: [], findings: [] },
  );
  const [saved, setSaved] = useState(content);
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const set = (changes: Partial<OpinionContent>) => setContent({ ...content, ...changes });
  const empty = emptyPlaces(content, today);
  const faultAt = (at: string) =>
    tried && empty.includes(at) ? t(at.endsWith('/dueOn') ? 'faults.date' : 'faults.empty') : undefined;
  const save = async (): Promise<number | null> => {
    const next = await act.run(() => saveOpinionDraft(act.path, { revision, content }));
    if (next === null) return null;
    setRevision(next.revision);
    setSaved(content);
    return next.revision;
  };
  const issue = async (): Promise<void> => {
    setTried(true);
    if (empty.length > 0) return;
    if (content !== saved && (await save()) === null) return;
    setAsking(true);
  };
  const { sections, findings } = content;
  return (
    <>
      <form
        className="jc-part jc-opinion__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2 className="jc-h2">{t('document.preliminary')}</h2>
        <div className="jc-surface jc-padded jh-form">
          <TextField
            label={t('number')}
            help={t('numberHelp')}
            maxLength={60}
            value={content.number}
            onChange={(event) => set({ number: event.target.value })}
          />
          <TextAreaField
            label={t('basis')}
            maxLength={6000}
            rows={4}
            value={content.basis}
            problem={faultAt('/basis')}
            onChange={(event) => set({ basis: event.target.value })}
          />
        </div>
        {sections.map((section, index) => (
          <SectionFields
            key={section.id}
            section={section}
            index={index}
            faultAt={faultAt}
            onChange={(next) => set({ sections: replaced(sections, next) })}
            onRemove={() => set({ sections: without(sections, section.id) })}
          />
        ))}
        <p className="jc-inline">
          <Button
            onClick={() =>
              set({
                sections: [...sections, newSection(t(`section.suggested.${SUGGESTED[sections.length] ?? 'advice'}`))],
              })
            }
          >
            {t('section.add')}
          </Button>
          {faultAt('/sections') === undefined ? null : (
            <span className="jh-field__problem">{faultAt('/sections')}</span>
          )}
        </p>
        <h2 className="jc-h2">{t('finding.title')}</h2>
        {findings.length === 0 ? <p className="ev-muted">{t('finding.none')}</p> : null}
        {findings.map((finding, index) => (
          <FindingFields
            key={finding.id}
            finding={finding}
            index={index}
            opinion={opinion}
            found={onSite.data?.findings}
            faultAt={faultAt}
            onChange={(next) => set({ findings: replaced(findings, next) })}
            onRemove={() => set({ findings: without(findings, finding.id) })}
          />
        ))}
        <CommonDueDate findings={findings} onChange={(dated) => set({ findings: [...dated] })} />
        <p className="jc-inline">
          <Button onClick={() => set({ findings: [...findings, newFinding()] })}>{t('finding.add')}</Button>
          {onSite.data === undefined ? null : (
            <CiteOnSite
              opinion={opinion}
              known={findings}
              found={onSite.data.findings}
              onCite={(cited) => set({ findings: [...findings, ...cited] })}
            />
          )}
          {onSite.isError ? (
            <>
              <span className="ev-muted">{t('finding.onSiteUnread')}</span>
              <Button onClick={() => void onSite.refetch()}>{t('finding.onSiteRetry')}</Button>
            </>
          ) : null}
          <CiteVerified
            opinion={opinion}
            known={findings}
            onCite={(cited) => set({ findings: [...findings, ...cited] })}
          />
        </p>
        <RefusalNotice error={act.error} />
        {tried && empty.length > 0 ? (
          <Notice tone="danger" role="alert">
            {t('faults.some', { count: empty.length })}
          </Notice>
        ) : null}
        <div className="jc-formfoot jc-opinion__foot">
          <span className="ev-muted" role="status">
            {content === saved ? (revision > 0 ? t('saved') : '') : t('unsaved')}
          </span>
          <Button type="submit" busy={act.busy}>
            {t('save')}
          </Button>
          {opinion.may.sign ? (
            <Button variant="primary" onClick={() => void issue()}>
              {t('issue.act')}
            </Button>
          ) : (
            <span className="ev-muted">{t('issue.leadOnly', { leads: opinion.leads.join('、') })}</span>
          )}
        </div>
      </form>
      {asking ? (
        // Beside the form: a dialog is a form of its own.
        <IssueDialog opinion={opinion} revision={revision} today={today} onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}
