import { Notice, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../../display/refusal-text.ts';
import type { Refusal } from '../../server/refusal.ts';

export interface RefusedFile {
  readonly name: string;
  readonly refusal: Refusal;
}

/** Which of several chosen files are not there, each with its reason and the number to quote. */
export function RefusedFiles({ files }: { readonly files: readonly RefusedFile[] }) {
  const { t } = useTranslation(['county', 'ui']);
  const { language } = useLanguage();
  if (files.length === 0) return null;
  return (
    <Notice tone="danger" role="alert" title={t('evidence.refused', { count: files.length })}>
      <ul className="jc-plainlist">
        {files.map(({ name, refusal }, index) => (
          <li key={`${index} ${name}`}>
            {t('evidence.refusedBecause', { name, why: refusalText(language, refusal) })}
            {refusal.requestId === null ? null : (
              <span className="jh-state__reference">
                {t('state.reference', { ns: 'ui', requestId: refusal.requestId })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
