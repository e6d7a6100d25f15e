import { problemOf } from '@junheng/api-client';
import { Button, ConfirmButton, Dialog, useLanguage, useTexts } from '@junheng/ui/plain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { contentUrl, evidenceQuery, removeEvidence } from '../../../api/evidence.ts';
import type { Evidence, EvidenceTarget, SelfReport } from '../../../api/types.ts';
import { isDrawn, kindName, sameTarget, sizeText } from '../model/shown-file.ts';
import { AttachDialog } from './attach-dialog.tsx';
import { targetName } from './target-name.ts';

export interface EvidenceRowProps {
  readonly report: SelfReport;
  readonly file: Evidence;
  readonly target: EvidenceTarget | null;
  readonly mayChange: boolean;
  /** The code of a refusal, or null and what was done. */
  readonly onOutcome: (code: string | null, said?: string) => void;
}

/** One file that is there: what it is, what it proves, and what can be done with it. */
export function EvidenceRow({ report, file, target, mayChange, onOutcome }: EvidenceRowProps) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const [shown, setShown] = useState(false);
  const [attaching, setAttaching] = useState(false);
  const drawn = isDrawn(file.mediaType);
  const others = file.targets.filter((each) => target === null || !sameTarget(each, target));
  const names = others.map((each) => targetName(language, each)).join(language === 'zh-CN' ? '、' : ', ');
  const remove = async (): Promise<void> => {
    try {
      await removeEvidence(report.id, file.id);
      onOutcome(null, t('evidence.removedNow', { name: file.name }));
    } catch (error) {
      onOutcome(problemOf(error)?.code ?? 'server.unavailable');
    }
    await queryClient.invalidateQueries({ queryKey: evidenceQuery(report.id).queryKey });
  };
  return (
    <li className="evidence-file">
      {drawn ? (
        <button
          type="button"
          className="evidence-file__thumb"
          aria-label={t('evidence.previewOf', { name: file.name })}
          onClick={() => setShown(true)}
        >
          <img src={contentUrl(report.id, file.id, 'preview')} alt="" loading="lazy" width="48" height="48" />
        </button>
      ) : file.mediaType === 'application/pdf' ? (
        <a
          className="evidence-file__kind"
          href={contentUrl(report.id, file.id, 'preview')}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('evidence.previewOf', { name: file.name })}
        >
          PDF
        </a>
      ) : (
        <span className="evidence-file__kind" aria-hidden="true">
          {kindName(file.mediaType)}
        </span>
      )}
      <div className="evidence-file__text">
        <a className="evidence-file__name" href={contentUrl(report.id, file.id, 'download')} download={file.name}>
          {file.name}
        </a>
        <span className="evidence-file__note">
          {kindName(file.mediaType)} · {sizeText(file.size)} · {t('evidence.addedBy', { by: file.addedBy })}
          {file.reusedFromYear === null ? null : ` · ${t('evidence.reusedFrom', { year: file.reusedFromYear })}`}
        </span>
        {names === '' ? null : (
          <span className="evidence-file__note">
            {t(target === null ? 'evidence.proves' : 'evidence.alsoProves', { names })}
          </span>
        )}
      </div>
      {mayChange ? (
        <div className="evidence-file__actions">
          <Button
            size="small"
            aria-label={t('evidence.attachOf', { name: file.name })}
            onClick={() => setAttaching(true)}
          >
            {t('evidence.attach')}
          </Button>
          <ConfirmButton
            size="small"
            variant="danger"
            aria-label={t('evidence.removeOf', { name: file.name })}
            title={t('evidence.removeTitle')}
            description={t('evidence.removeText', { name: file.name })}
            confirmText={t('evidence.remove')}
            onConfirm={remove}
          >
            {t('evidence.remove')}
          </ConfirmButton>
        </div>
      ) : null}
      <Dialog open={shown} title={file.name} onClose={() => setShown(false)}>
        <img
          className="evidence-preview"
          src={contentUrl(report.id, file.id, 'preview')}
          alt={t('evidence.previewAlt', {
            name: file.name,
            indicators: file.targets.map((each) => targetName(language, each)).join(' '),
          })}
        />
      </Dialog>
      {attaching ? (
        <AttachDialog
          report={report}
          file={file}
          onClose={() => setAttaching(false)}
          onOutcome={(code) => onOutcome(code, t('evidence.attached', { name: file.name }))}
        />
      ) : null}
    </li>
  );
}
