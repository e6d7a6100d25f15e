import type { ConsolidatedPoint } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';

/** The name of a scored point: of the requirement where it is judged as a whole. */
export function usePointName(): (point: Pick<ConsolidatedPoint, 'requirementId' | 'pointId'>) => string {
  const { language } = useLanguage();
  return ({ requirementId, pointId }) =>
    pointId === null
      ? words(language, `requirement.${requirementId}`)
      : words(language, `point.${requirementId}.${pointId}`);
}
