import type { ObjectionAnswer, Opinion } from '@junheng/api-contract';
import { Button } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { saveAnswers } from '../../server/opinions.ts';
import { AnswerFields } from './answer-fields.tsx';
import { emptyAnswer, isWhole } from './model/answers.ts';
import { targetsOf } from './model/opinion-draft.ts';
import { useOpinionAct } from './use-opinion-act.ts';

/** The team answers each point of the objection. */
export function AnswersForm({ opinion }: { readonly opinion: Opinion }) {
  const { t } = useTranslation('opinion');
  const act = useOpinionAct(opinion);
  const points = opinion.objection?.content.points ?? [];
  const targets = opinion.preliminary === null ? [] : targetsOf(opinion.preliminary.content);
  const [answers, setAnswers] = useState<readonly ObjectionAnswer[]>(() =>
    points.map(({ id }) => opinion.answers?.find(({ objectionId }) => objectionId === id) ?? emptyAnswer(id)),
  );
  const [saved, setSaved] = useState(answers);
  const [revision, setRevision] = useState(opinion.revision);
  const open = points.filter(
    ({ id, target }) => !isWhole(answers.find(({ objectionId }) => objectionId === id) ?? emptyAnswer(id), target),
  ).length;
  const save = async (): Promise<void> => {
    const next = await act.run(() => saveAnswers(act.path, { revision, answers: [...answers] }));
    if (next === null) return;
    setRevision(next.revision);
    setSaved(answers);
  };
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('answer.title')}</h2>
      <ol className="jc-plainlist jc-opinion__answers">
        {points.map((point, index) => (
          <AnswerFields
            key={point.id}
            point={point}
            target={targets.find(({ id }) => id === point.target) ?? null}
            answer={answers[index] ?? emptyAnswer(point.id)}
            onChange={(next) =>
              setAnswers(answers.map((answer) => (answer.objectionId === next.objectionId ? next : answer)))
            }
          />
        ))}
      </ol>
      <RefusalNotice error={act.error} />
      <div className="jc-formfoot jc-opinion__foot">
        <span className="ev-muted" role="status">
          {open === 0 ? t('answer.allDone') : t('answer.open', { count: open })}
          {answers === saved ? '' : ` · ${t('unsaved')}`}
        </span>
        <Button variant="primary" busy={act.busy} onClick={() => void save()}>
          {t('answer.save')}
        </Button>
      </div>
    </section>
  );
}
