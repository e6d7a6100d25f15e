import { hasText, text as words } from '@junheng/evaluation-messages';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editing } from './editing.ts';

/** What proves a requirement or a scored point: of what the edition knows, and in the bureau's own words. */
export function EvidenceField(props: {
  readonly of: string;
  readonly requirement: string;
  readonly point: string | null;
  readonly evidence: readonly string[];
  readonly known: readonly string[];
  readonly editing: Editing | null;
}) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const [own, setOwn] = useState('');
  const { editing, requirement, point, evidence } = props;
  const nameOf = (id: string) => (hasText(`evidence.${id}`) ? words(language, `evidence.${id}`) : id);
  if (editing === null) {
    return evidence.length === 0 ? null : <span>{t('evidenceOf', { list: evidence.map(nameOf).join('；') })}</span>;
  }
  const set = (next: readonly string[]) =>
    editing.change({ kind: 'evidence', requirement, point, evidence: [...next] });
  const choices = [...new Set([...evidence, ...props.known])];
  return (
    <details>
      <summary>{t('evidenceCount', { count: evidence.length })}</summary>
      <ul className="jc-rules__evidence" aria-label={`${props.of} ${t('evidence')}`}>
        {choices.map((id) => (
          <li key={id}>
            <label className="jc-check">
              <input
                type="checkbox"
                checked={evidence.includes(id)}
                onChange={(event) =>
                  set(event.target.checked ? [...evidence, id] : evidence.filter((each) => each !== id))
                }
              />
              {nameOf(id)}
            </label>
          </li>
        ))}
      </ul>
      <div className="jc-filters">
        <input
          className="jh-input jc-filters__text"
          aria-label={t('ownEvidence')}
          placeholder={t('ownEvidence')}
          maxLength={200}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        <Button
          size="small"
          disabled={own.trim() === ''}
          onClick={() => {
            set([...evidence, editing.addEvidence(own.trim(), own.trim())]);
            setOwn('');
          }}
        >
          {t('addEvidence')}
        </Button>
      </div>
    </details>
  );
}
