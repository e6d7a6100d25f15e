import { vetoAnswers } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { EntryField } from './entry-field.tsx';
import { readText } from './model/visit-entry-text.ts';
import type { OpenVisit } from './use-visit.ts';

/** Vetoes (一票否决): one that is found needs its facts. */
export function VetoesPart({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation('visit');
  const { language } = useLanguage();
  const { vetoes } = open.visit.checklist;
  if (vetoes.length === 0) return null;
  return (
    <section className="vs-part" id="vetoes" aria-labelledby="vetoes-title">
      <h2 id="vetoes-title">{t('vetoes.title')}</h2>
      <ol className="vs-list">
        {vetoes.map(({ requirementId, clause }) => (
          <li key={requirementId} className="vs-card">
            <h3>{words(language, `requirement.${requirementId}`)}</h3>
            {clause === null ? null : <p className="vs-muted">{clause}</p>}
            <EntryField
              open={open}
              entry={`veto:${requirementId}`}
              label={t('vetoes.answer')}
              read={readText}
              options={vetoAnswers.map((value) => ({ value, label: t(`vetoes.${value}`) }))}
              show={(value) => t(`vetoes.${value}`)}
            />
            {open.textOf(`veto:${requirementId}`) === 'found' || open.textOf(`veto-facts:${requirementId}`) !== '' ? (
              <EntryField
                open={open}
                entry={`veto-facts:${requirementId}`}
                label={t('vetoes.facts')}
                kind="area"
                read={readText}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
