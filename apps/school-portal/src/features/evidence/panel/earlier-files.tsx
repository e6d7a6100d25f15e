import { problemOf } from '@junheng/api-client';
import { Button, useTexts } from '@junheng/ui/plain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { earlierEvidenceQuery, evidenceQuery, reuseEvidence } from '../../../api/evidence.ts';
import type { Evidence, EvidenceTarget } from '../../../api/types.ts';
import { proves, sizeText } from '../model/shown-file.ts';

export interface EarlierFilesProps {
  readonly reportId: string;
  readonly target: EvidenceTarget;
  readonly present: readonly Evidence[];
  /** The code of a refusal, or null and what was done. */
  readonly onOutcome: (code: string | null, said?: string) => void;
}

/** Files of the report before this one that are not here yet: those that proved the same first. */
export function EarlierFiles({ reportId, target, present, onOutcome }: EarlierFilesProps) {
  const { t } = useTexts('portal');
  const queryClient = useQueryClient();
  const { data } = useQuery(earlierEvidenceQuery(reportId));
  const [busy, setBusy] = useState<string | null>(null);
  const offered = (data?.evidence ?? [])
    .filter((file) => !present.some((each) => each.sha256 === file.sha256 && proves(each, target)))
    .sort((left, right) => Number(proves(right, target)) - Number(proves(left, target)));
  if (data === undefined || data.year === null || offered.length === 0) return null;
  const take = async (id: string, name: string): Promise<void> => {
    setBusy(id);
    try {
      queryClient.setQueryData(evidenceQuery(reportId).queryKey, await reuseEvidence(reportId, [id], [target]));
      onOutcome(null, t('evidence.reused', { name }));
    } catch (error) {
      onOutcome(problemOf(error)?.code ?? 'server.unavailable');
    }
    setBusy(null);
  };
  return (
    <details className="evidence__earlier">
      <summary>{t('evidence.earlier', { year: data.year, count: offered.length })}</summary>
      <ul className="evidence__list">
        {offered.map((file) => (
          <li key={file.id} className="evidence-file">
            <div className="evidence-file__text">
              <span className="evidence-file__name">{file.name}</span>
              <span className="evidence-file__note">
                {sizeText(file.size)}
                {proves(file, target) ? ` · ${t('evidence.earlierSame')}` : null}
              </span>
            </div>
            <div className="evidence-file__actions">
              <Button
                size="small"
                busy={busy === file.id}
                aria-label={t('evidence.reuseOf', { name: file.name })}
                onClick={() => void take(file.id, file.name)}
              >
                {t('evidence.reuse')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
