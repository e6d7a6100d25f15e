import type { ObjectionAnswer, ObjectionPoint } from '@junheng/api-contract';
import { StatusTag } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { Target } from './model/opinion-draft.ts';

const TONES = { accepted: 'success', partly: 'info', rejected: 'neutral' } as const;

/** One point of an objection with its answer, to be read. */
export function AnswerView(props: {
  readonly point: ObjectionPoint;
  readonly target: Target | null;
  readonly answer: ObjectionAnswer | null;
}) {
  const { t } = useTranslation('opinion');
  const { point, target, answer } = props;
  return (
    <li className="jc-surface jc-padded jc-opinion__answer">
      <p className="ev-muted">{t('answer.target', { text: target?.text ?? t('answer.whole') })}</p>
      <p>{point.text}</p>
      {answer === null || answer.decision === null ? null : (
        <div className="jc-opinion__reply">
          <p>
            <StatusTag tone={TONES[answer.decision]}>{t(`answer.decisions.${answer.decision}`)}</StatusTag>{' '}
            {answer.reason}
          </p>
          {answer.withdrawn ? <p>{t('answer.withdrawn')}</p> : null}
          {answer.amended === null ? null : <p>{t('answer.amended', { text: answer.amended })}</p>}
          {answer.amendedDemand === null ? null : <p>{t('answer.amendedDemand', { text: answer.amendedDemand })}</p>}
        </div>
      )}
    </li>
  );
}
