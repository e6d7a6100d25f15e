import { problemOf } from '@junheng/api-client';
import { Button, Dialog, useLanguage, useTexts } from '@junheng/ui/plain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { editionQuery } from '../../../api/editions.ts';
import { evidenceQuery, setEvidenceTargets } from '../../../api/evidence.ts';
import type { Evidence, EvidenceTarget, SelfReport } from '../../../api/types.ts';
import { sameTarget } from '../model/shown-file.ts';
import { targetName } from './target-name.ts';

export interface AttachDialogProps {
  readonly report: SelfReport;
  readonly file: Evidence;
  readonly onClose: () => void;
  /** null: done. */
  readonly onOutcome: (code: string | null) => void;
}

/** One file may prove several indicators: all of them, ticked where it does. */
export function AttachDialog({ report, file, onClose, onOutcome }: AttachDialogProps) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<readonly EvidenceTarget[]>(file.targets);
  const [busy, setBusy] = useState(false);
  const edition = useQuery(editionQuery(report.round.editionId));
  const indicators = edition.data?.indicators ?? [];
  const offered: readonly EvidenceTarget[] = [
    ...indicators.map(({ id }): EvidenceTarget => ({ kind: 'indicator', id })),
    ...file.targets.filter(({ kind }) => kind !== 'indicator'),
  ];
  const toggle = (target: EvidenceTarget, wanted: boolean): void =>
    setChosen(wanted ? [...chosen, target] : chosen.filter((each) => !sameTarget(each, target)));
  const save = async (): Promise<void> => {
    setBusy(true);
    const code = await setEvidenceTargets(report.id, file.id, chosen).then(
      () => null,
      (error: unknown) => problemOf(error)?.code ?? 'server.unavailable',
    );
    await queryClient.invalidateQueries({ queryKey: evidenceQuery(report.id).queryKey });
    onOutcome(code);
    onClose();
  };
  return (
    <Dialog
      open
      title={t('evidence.attachTitle', { name: file.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel', { ns: 'ui' })}</Button>
          <Button variant="primary" busy={busy} disabled={chosen.length === 0} onClick={() => void save()}>
            {t('evidence.attachSave')}
          </Button>
        </>
      }
    >
      <fieldset className="evidence-choices">
        <legend>{t('evidence.attachText')}</legend>
        {offered.map((target) => (
          <label key={`${target.kind} ${target.id}`} className="evidence-choices__one">
            <input
              type="checkbox"
              checked={chosen.some((each) => sameTarget(each, target))}
              onChange={(event) => toggle(target, event.currentTarget.checked)}
            />
            {targetName(language, target)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
