import type { FeedbackContent, Opinion } from '@junheng/api-contract';
import { Button, ConfirmButton, Notice, TextAreaField, TextField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { issueFeedback, saveFeedback } from '../../server/opinions.ts';
import { emptyFeedbackPlaces, problemsFrom } from './model/feedback.ts';
import { SignedDocument } from './signed-document.tsx';
import { useOpinionAct } from './use-opinion-act.ts';

const CONCLUSIONS = ['resources', 'government', 'quality', 'recognition'] as const;

/** The feedback opinion: to be written by the team once the opinion was issued, or as it was signed. */
export function FeedbackSection({ opinion }: { readonly opinion: Opinion }) {
  const { t } = useTranslation('opinion');
  const [begun, setBegun] = useState(false);
  if (opinion.feedback !== null) {
    return <SignedDocument opinion={opinion} kind="feedback" open={opinion.final === null} />;
  }
  if (!opinion.may.feedback) return null;
  const empty: FeedbackContent = {
    number: '',
    conclusions: CONCLUSIONS.map((key) => ({ heading: t(`feedback.conclusions.${key}`), text: '' })),
    practice: '',
    problems: '',
    proposals: '',
  };
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('feedback.title')}</h2>
      <p className="jc-lead">{t('feedback.intro')}</p>
      {opinion.feedbackDraft !== null || begun ? (
        <FeedbackForm opinion={opinion} initial={opinion.feedbackDraft ?? empty} />
      ) : (
        <p>
          <Button onClick={() => setBegun(true)}>{t('feedback.begin')}</Button>
        </p>
      )}
    </section>
  );
}

function FeedbackForm({ opinion, initial }: { readonly opinion: Opinion; readonly initial: FeedbackContent }) {
  const { t } = useTranslation('opinion');
  const act = useOpinionAct(opinion);
  const [revision, setRevision] = useState(opinion.revision);
  const [content, setContent] = useState(initial);
  const [saved, setSaved] = useState<FeedbackContent | null>(opinion.feedbackDraft);
  const [tried, setTried] = useState(false);
  const set = (changes: Partial<FeedbackContent>) => setContent({ ...content, ...changes });
  const empty = emptyFeedbackPlaces(content);
  const fault = (at: string) => (tried && empty.includes(at) ? t('faults.empty') : undefined);
  const save = async (): Promise<number | null> => {
    const next = await act.run(() => saveFeedback(act.path, { revision, content }));
    if (next === null) return null;
    setRevision(next.revision);
    setSaved(content);
    return next.revision;
  };
  const issue = async (): Promise<void> => {
    setTried(true);
    if (empty.length > 0) return;
    const at = content === saved ? revision : await save();
    if (at !== null) await act.run(() => issueFeedback(act.path, at));
  };
  const area = (member: 'practice' | 'problems' | 'proposals', label: string) => (
    <TextAreaField
      label={label}
      maxLength={6000}
      rows={4}
      value={content[member]}
      problem={fault(`/${member}`)}
      onChange={(event) => set({ [member]: event.target.value })}
    />
  );
  return (
    <div className="jc-surface jc-padded jh-form">
      <TextField
        label={t('number')}
        help={t('numberHelp')}
        maxLength={60}
        value={content.number}
        onChange={(event) => set({ number: event.target.value })}
      />
      <h3 className="jc-h3">{t('feedback.part1')}</h3>
      {content.conclusions.map((conclusion, index) => (
        <TextAreaField
          key={conclusion.heading}
          label={conclusion.heading}
          maxLength={4000}
          rows={2}
          value={conclusion.text}
          problem={fault(`/conclusions/${index}/text`)}
          onChange={(event) =>
            set({
              conclusions: content.conclusions.map((each, place) =>
                place === index ? { ...each, text: event.target.value } : each,
              ),
            })
          }
        />
      ))}
      {area('practice', t('feedback.part2'))}
      {area('problems', t('feedback.part3'))}
      <p>
        <Button size="small" onClick={() => set({ problems: problemsFrom(opinion.final?.content.findings ?? []) })}>
          {t('feedback.fromFindings')}
        </Button>
      </p>
      {area('proposals', t('feedback.part4'))}
      <RefusalNotice error={act.error} />
      {tried && empty.length > 0 ? (
        <Notice tone="danger" role="alert">
          {t('faults.some', { count: empty.length })}
        </Notice>
      ) : null}
      <div className="jc-formfoot">
        <span className="ev-muted" role="status">
          {content === saved ? t('saved') : t('unsaved')}
        </span>
        <Button busy={act.busy} onClick={() => void save()}>
          {t('feedback.save')}
        </Button>
        {opinion.may.sign ? (
          <ConfirmButton
            variant="primary"
            title={t('feedback.issueTitle')}
            description={t('feedback.issueText')}
            onConfirm={issue}
          >
            {t('feedback.issue')}
          </ConfirmButton>
        ) : null}
      </div>
    </div>
  );
}
