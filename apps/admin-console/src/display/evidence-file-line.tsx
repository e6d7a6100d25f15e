import { Dialog } from '@junheng/ui/plain';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isDrawn, sizeText, type EvidenceFile } from './evidence-file.ts';
import { evidenceFileTexts } from './evidence-file-texts.ts';
import { useFormat } from './use-format.ts';
import { usePageTexts } from './use-page-texts.ts';

export interface EvidenceFileLineProps {
  readonly file: EvidenceFile;
  /** Where its content is, shown or saved. */
  readonly hrefOf: (as: 'preview' | 'download') => string;
  readonly aside?: string | undefined;
  readonly action?: ReactNode;
}

/** One file: its picture, name and size, opened or saved. */
export function EvidenceFileLine({ file, hrefOf, aside, action }: EvidenceFileLineProps) {
  usePageTexts(evidenceFileTexts);
  const { t } = useTranslation('evidenceFile');
  const { instant } = useFormat();
  const [shown, setShown] = useState(false);
  const preview = hrefOf('preview');
  return (
    <li className="jc-evidence__file">
      {isDrawn(file.mediaType) ? (
        <>
          <button
            type="button"
            className="jc-evidence__thumb"
            aria-label={t('preview', { name: file.name })}
            onClick={() => setShown(true)}
          >
            <img src={preview} alt="" loading="lazy" width="56" height="56" />
          </button>
          <Dialog open={shown} title={file.name} onClose={() => setShown(false)}>
            <img className="jc-evidence__picture" src={preview} alt={file.name} />
          </Dialog>
        </>
      ) : null}
      <span className="jc-evidence__text">
        <span>{file.name}</span>
        <span className="ev-muted">
          {sizeText(file.size)} · {t('by', { by: file.addedBy, at: instant(file.addedAt) })}
          {aside === undefined ? null : ` · ${aside}`}
        </span>
      </span>
      <span className="jc-evidence__links">
        {file.mediaType === 'application/pdf' ? (
          <a href={preview} target="_blank" rel="noopener noreferrer" aria-label={t('preview', { name: file.name })}>
            {t('open')}
          </a>
        ) : null}
        <a href={hrefOf('download')} aria-label={t('download', { name: file.name })}>
          {t('save')}
        </a>
        {action}
      </span>
    </li>
  );
}
