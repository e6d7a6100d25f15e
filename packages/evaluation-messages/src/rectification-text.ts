import type { MeasuredNumber, ProblemPlace, TargetPlace } from '@junheng/evaluation-core';
import { groupedDigits } from './amounts.ts';
import type { Language } from './language.ts';
import { hasText, text } from './text.ts';

/** A problem of the ledger (问题) in words, without its school. What an edition does not name is shown by its id. */
export function rectificationProblemText(language: Language, place: ProblemPlace): string {
  const word = (key: string, id: string): string => wordOr(language, key, id);
  const stageOf = (stage: string) => word(`stage.${stage}`, stage);
  switch (place.kind) {
    case 'indicator':
    case 'cv':
      return text(language, `rectification-problem.${place.kind}`, {
        indicator: word(`indicator.${place.indicatorId}`, place.indicatorId),
        stage: stageOf(place.stage),
      });
    case 'composite-cv':
      return text(language, 'rectification-problem.composite-cv', { stage: stageOf(place.stage) });
    case 'requirement': {
      const { requirementId, part, stage } = place;
      const marks = [
        ...(part === null ? [] : [partText(language, requirementId, part)]),
        ...(stage === null ? [] : [stageOf(stage)]),
      ];
      const name = word(`requirement.${requirementId}`, requirementId);
      return [name, ...marks].join(language === 'zh-CN' ? '：' : ': ');
    }
    default: {
      const exhaustive: never = place;
      return exhaustive;
    }
  }
}

/** What a target of the year (年度目标) is set for, without its school. */
export function targetPlaceText(language: Language, place: TargetPlace): string {
  if (place.kind !== 'schools-reaching') return rectificationProblemText(language, place);
  const { stage, indicatorId, as } = place;
  return text(language, `rectification-problem.reaching-${as}`, {
    indicator: wordOr(language, `indicator.${indicatorId}`, indicatorId),
    stage: wordOr(language, `stage.${stage}`, stage),
  });
}

const wordOr = (language: Language, key: string, id: string): string => (hasText(key) ? text(language, key) : id);

function partText(language: Language, requirementId: string, part: string): string {
  const named = `requirement.${requirementId}.${part}`;
  if (hasText(named)) return text(language, named);
  return part
    .split('.')
    .map((id) => (hasText(`stage.${id}`) ? text(language, `stage.${id}`) : id))
    .join(' ');
}

const SIGNS = { 'at-least': '≥', 'more-than': '>', 'at-most': '≤', 'less-than': '<', equal: '=' } as const;
const FEWEST_DIGITS = 2;
const MOST_DIGITS = 12;

/** `0.53（≤ 0.5）`: as many digits as tell it from its limit, which it would otherwise seem to be. Null while it is not known. */
export function rectificationNumberText(language: Language, measured: MeasuredNumber | null): string | null {
  if (measured === null || measured.value === null) return null;
  const { value, comparator, limit } = measured;
  const bound = limit === null ? null : Number(limit);
  const shown = (digits: number) => value.toFixed(digits);
  let digits = FEWEST_DIGITS;
  while (digits < MOST_DIGITS && bound !== null && value !== bound && Number(shown(digits)) === bound) digits += 1;
  const number = groupedDigits(shown(digits));
  if (limit === null) return number;
  const asked = `${SIGNS[comparator]} ${groupedDigits(limit)}`;
  return language === 'zh-CN' ? `${number}（${asked}）` : `${number} (${asked})`;
}
