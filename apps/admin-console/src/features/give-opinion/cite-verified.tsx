import type { DraftedFinding, Opinion } from '@junheng/api-contract';
import { splitCellKey } from '@junheng/evaluation-core';
import { cellName, valueText } from '@junheng/evaluation-messages';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { consolidationQuery } from '../../server/consolidation.ts';
import { newFinding } from './model/opinion-draft.ts';

/** Takes over as findings what the consolidation (汇总核定) found other than reported; the team words and demands. */
export function CiteVerified(props: {
  readonly opinion: Opinion;
  readonly known: readonly DraftedFinding[];
  readonly onCite: (findings: readonly DraftedFinding[]) => void;
}) {
  const { t } = useTranslation('opinion');
  const { language } = useLanguage();
  const { opinion, known, onCite } = props;
  const { data } = useQuery(consolidationQuery(opinion.inspection.id));
  const county = data?.completed?.counties.find(({ countyId }) => countyId === opinion.county.id);
  const found = (county?.changes ?? [])
    .map(({ schoolId, cell, before, after, reason }): DraftedFinding => {
      const shown = (value: string | null) =>
        value === null ? '—' : valueText(language, splitCellKey(cell).itemId, value);
      const fact = t('finding.cited', {
        cell: cellName(language, cell),
        before: shown(before),
        after: shown(after),
        reason: reason ?? '',
      });
      return { ...newFinding(), schoolId, fact: fact.trim() };
    })
    .filter(({ schoolId, fact }) => !known.some((each) => each.schoolId === schoolId && each.fact === fact));
  if (found.length === 0) return null;
  return <Button onClick={() => onCite(found)}>{t('finding.cite', { count: found.length })}</Button>;
}
