import type { DraftedFinding, InspectionFindings, Opinion } from '@junheng/api-contract';
import { Button } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { citable } from './model/on-site.ts';

/** Takes over as findings what visits found, each once, with the inspectors' own words and advice. */
export function CiteOnSite(props: {
  readonly opinion: Opinion;
  readonly known: readonly DraftedFinding[];
  readonly found: InspectionFindings['findings'];
  readonly onCite: (findings: readonly DraftedFinding[]) => void;
}) {
  const { t } = useTranslation('opinion');
  const { opinion, known, found, onCite } = props;
  const fresh = citable(opinion, known, found);
  if (fresh.length === 0) return null;
  return <Button onClick={() => onCite(fresh)}>{t('finding.citeOnSite', { count: fresh.length })}</Button>;
}
