import type { ObjectionAnswer, ObjectionPoint } from '@junheng/api-contract';
import { SelectField, TextAreaField } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { decided } from './model/answers.ts';
import type { Target } from './model/opinion-draft.ts';

const DECISIONS = ['accepted', 'partly', 'rejected'] as const;

export interface AnswerFieldsProps {
  readonly point: ObjectionPoint;
  /** Null: about the whole. */
  readonly target: Target | null;
  readonly answer: ObjectionAnswer;
  readonly onChange: (answer: ObjectionAnswer) => void;
}

/** The answer to one point: decision, reason, and what becomes of the text it was about. */
export function AnswerFields({ point, target, answer, onChange }: AnswerFieldsProps) {
  const { t } = useTranslation('opinion');
  const { decision, withdrawn } = answer;
  const amends = target !== null && (decision === 'accepted' || decision === 'partly');
  return (
    <li className="jc-surface jc-padded jh-form jc-opinion__answer">
      <p className="ev-muted">{t('answer.target', { text: target?.text ?? t('answer.whole') })}</p>
      <p>
        <strong>{t('answer.said')}</strong> {point.text}
      </p>
      <SelectField
        label={t('answer.decision')}
        value={decision ?? ''}
        options={[
          { value: '', label: t('answer.choose') },
          ...DECISIONS.map((each) => ({ value: each, label: t(`answer.decisions.${each}`) })),
        ]}
        onChange={(event) => onChange(decided(answer, DECISIONS.find((each) => each === event.target.value) ?? null))}
      />
      <TextAreaField
        label={t('answer.reason')}
        maxLength={4000}
        rows={2}
        value={answer.reason}
        onChange={(event) => onChange({ ...answer, reason: event.target.value })}
      />
      {amends && decision === 'accepted' ? (
        <label className="jc-check">
          <input
            type="checkbox"
            checked={withdrawn}
            onChange={() => onChange({ ...answer, withdrawn: !withdrawn, amended: null, amendedDemand: null })}
          />
          {t('answer.withdraw')}
        </label>
      ) : null}
      {amends && !withdrawn ? (
        <TextAreaField
          label={t('answer.amend')}
          maxLength={4000}
          placeholder={target.text}
          value={answer.amended ?? ''}
          onChange={(event) => onChange({ ...answer, amended: event.target.value || null })}
        />
      ) : null}
      {amends && !withdrawn && target.demand !== null ? (
        <TextAreaField
          label={t('answer.amendDemand')}
          maxLength={4000}
          rows={2}
          placeholder={target.demand}
          value={answer.amendedDemand ?? ''}
          onChange={(event) => onChange({ ...answer, amendedDemand: event.target.value || null })}
        />
      ) : null}
    </li>
  );
}
