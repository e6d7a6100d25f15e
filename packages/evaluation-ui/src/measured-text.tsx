import type { Edition, MeasuredNumber, Outcome } from '@junheng/evaluation-core';
import { hasText } from '@junheng/evaluation-messages';
import { isPercent, measuredTexts } from './model/requirements.ts';
import { useWords } from './use-words.ts';

export interface MeasuredTextProps {
  readonly measured: MeasuredNumber;
  readonly outcome: Outcome;
  readonly edition: Edition;
  readonly requirementId: string;
  /** Which part of the requirement the number belongs to; null = the whole. */
  readonly part: string | null;
}

/** A number against its limit; nothing while the number is not known. */
export function MeasuredText({ measured, outcome, edition, requirementId, part }: MeasuredTextProps) {
  const { t, words } = useWords();
  const { value, limit } = measuredTexts(measured, outcome, isPercent(edition, requirementId, part));
  if (value === null) return null;
  const partKey = `requirement.${requirementId}.${part ?? ''}`;
  return (
    <span className="ev-requirements__number">
      {part !== null && hasText(partKey) ? <span>{words(partKey)} </span> : null}
      <b>{value}</b>
      {limit === null ? null : <span> {t('requirements.limit', { limit })}</span>}
    </span>
  );
}
