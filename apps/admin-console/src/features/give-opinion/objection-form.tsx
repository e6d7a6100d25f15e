import type { ObjectionPoint, Opinion } from '@junheng/api-contract';
import { Button, ConfirmButton, Notice, TextAreaField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { saveObjection, submitObjection } from '../../server/opinions.ts';
import type { Target } from './model/opinion-draft.ts';
import { useOpinionAct } from './use-opinion-act.ts';

export interface ObjectionFormProps {
  readonly opinion: Opinion;
  readonly targets: readonly Target[];
  readonly until: string;
}

/** The county objects point by point, or says that it does not. Handing in saves first: a refusal loses nothing. */
export function ObjectionForm({ opinion, targets, until }: ObjectionFormProps) {
  const { t } = useTranslation('opinion');
  const act = useOpinionAct(opinion);
  const [revision, setRevision] = useState(opinion.revision);
  const [points, setPoints] = useState<readonly ObjectionPoint[]>(() => opinion.objectionDraft ?? []);
  const [saved, setSaved] = useState(points);
  const written = points.filter(({ text }) => text.trim() !== '');
  const textOf = (target: string | null) => points.find((point) => point.target === target)?.text ?? '';
  const isOpen = (target: string | null) => points.some((point) => point.target === target);
  const toggle = (target: string | null) =>
    setPoints(
      isOpen(target)
        ? points.filter((point) => point.target !== target)
        : [...points, { id: crypto.randomUUID(), target, text: '' }],
    );
  const write = (target: string | null, text: string) =>
    setPoints(points.map((point) => (point.target === target ? { ...point, text } : point)));
  const save = async (): Promise<number | null> => {
    const next = await act.run(() => saveObjection(act.path, { revision, points: [...written] }));
    if (next === null) return null;
    setRevision(next.revision);
    setPoints(written);
    setSaved(written);
    return next.revision;
  };
  const submit = async (none: boolean): Promise<void> => {
    const at = await save();
    if (at !== null) await act.run(() => submitObjection(act.path, { revision: at, none }));
  };
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('objection.title')}</h2>
      <Notice>{t('objection.until', { at: until })}</Notice>
      <ol className="jc-plainlist jc-opinion__answers">
        {[...targets.map(({ id, text }) => ({ id, text })), { id: null, text: t('objection.whole') }].map((target) => (
          <li key={target.id ?? ''} className="jc-surface jc-padded jc-opinion__answer">
            <p>{target.text}</p>
            <label className="jc-check">
              <input type="checkbox" checked={isOpen(target.id)} onChange={() => toggle(target.id)} />
              {t('objection.against')}
            </label>
            {isOpen(target.id) ? (
              <TextAreaField
                label={t('objection.reason')}
                maxLength={4000}
                value={textOf(target.id)}
                onChange={(event) => write(target.id, event.target.value)}
              />
            ) : null}
          </li>
        ))}
      </ol>
      <RefusalNotice error={act.error} />
      <div className="jc-formfoot jc-opinion__foot">
        <span className="ev-muted" role="status">
          {t('objection.count', { count: written.length })} · {points === saved ? t('saved') : t('unsaved')}
        </span>
        <Button busy={act.busy} onClick={() => void save()}>
          {t('save')}
        </Button>
        {written.length === 0 ? (
          <ConfirmButton
            title={t('objection.noneTitle')}
            description={t('objection.noneText')}
            onConfirm={() => submit(true)}
          >
            {t('objection.none')}
          </ConfirmButton>
        ) : (
          <ConfirmButton
            variant="primary"
            title={t('objection.submitTitle')}
            description={t('objection.submitText')}
            onConfirm={() => submit(false)}
          >
            {t('objection.submit')}
          </ConfirmButton>
        )}
      </div>
    </section>
  );
}
