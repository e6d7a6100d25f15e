import { interviewGroups } from '@junheng/api-contract';
import { cellName, text as words } from '@junheng/evaluation-messages';
import { newKey, unsentCells } from '@junheng/offline-journal';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryField } from './entry-field.tsx';
import { readCount, readText } from './model/visit-entry-text.ts';
import type { OpenVisit } from './use-visit.ts';

/** Ids of the interviews or findings of a visit, those that are only on this device included, in a fixed order. */
function idsOf(open: OpenVisit, kind: 'interview' | 'finding', fresh: readonly string[]): readonly string[] {
  const entries = [...Object.keys(open.visit.entries), ...unsentCells(open.queue)];
  const known = entries
    .filter((entry) => entry.startsWith(`${kind}:`) && open.textOf(entry) !== '')
    .map((entry) => entry.slice(kind.length + 1).split('/')[0] ?? '')
    .sort();
  return [...new Set([...known.filter((id) => !fresh.includes(id)), ...fresh])];
}

/** Interviews (访谈) by group. */
export function InterviewsPart({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation('visit');
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const ids = idsOf(open, 'interview', fresh);
  return (
    <section className="vs-part" id="interviews" aria-labelledby="interviews-title">
      <h2 id="interviews-title">{t('interviews.title')}</h2>
      <ol className="vs-list">
        {ids.map((id) => (
          <li key={id} className="vs-card">
            <div className="vs-pair">
              <EntryField
                open={open}
                entry={`interview:${id}/group`}
                label={t('interviews.group')}
                read={readText}
                options={interviewGroups.map((value) => ({ value, label: t(`interviews.${value}`) }))}
                show={(value) => t(`interviews.${value}`)}
              />
              <EntryField
                open={open}
                entry={`interview:${id}/people`}
                label={t('interviews.people')}
                kind="number"
                read={readCount}
              />
            </div>
            <EntryField
              open={open}
              entry={`interview:${id}/record`}
              label={t('interviews.record')}
              kind="area"
              read={readText}
            />
          </li>
        ))}
      </ol>
      {open.visit.may.record ? (
        <Button onClick={() => setFresh([...fresh, newKey()])}>{t('interviews.add')}</Button>
      ) : null}
    </section>
  );
}

/** Findings (问题): what the opinion and the ledger start from. */
export function FindingsPart({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation('visit');
  const { language } = useLanguage();
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const { cells, points, vetoes } = open.visit.checklist;
  const items = new Map(cells.map(({ itemId }) => [`item:${itemId}`, cellName(language, itemId)]));
  const requirements = new Map(
    [...points, ...vetoes].map(({ requirementId }) => [
      `requirement:${requirementId}`,
      words(language, `requirement.${requirementId}`),
    ]),
  );
  const subjects = [...items, ...requirements].map(([value, label]) => ({ value, label }));
  return (
    <section className="vs-part" id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">{t('findings.title')}</h2>
      <ol className="vs-list">
        {idsOf(open, 'finding', fresh).map((id) => (
          <li key={id} className="vs-card">
            <EntryField
              open={open}
              entry={`finding:${id}/text`}
              label={t('findings.text')}
              kind="area"
              read={readText}
            />
            <EntryField
              open={open}
              entry={`finding:${id}/about`}
              label={t('findings.about')}
              read={readText}
              options={subjects}
              show={(value) => subjects.find((each) => each.value === value)?.label ?? value}
            />
            <EntryField
              open={open}
              entry={`finding:${id}/advice`}
              label={t('findings.advice')}
              kind="area"
              read={readText}
            />
          </li>
        ))}
      </ol>
      {open.visit.may.record ? (
        <Button onClick={() => setFresh([...fresh, newKey()])}>{t('findings.add')}</Button>
      ) : null}
      <div className="vs-remark">
        <EntryField open={open} entry="remark:visit" label={t('findings.remark')} kind="area" read={readText} />
      </div>
    </section>
  );
}
