import type { ImportProblem } from '@junheng/api-contract';
import { hasText, text as words, type Facts, type ImportProblemCode } from '@junheng/evaluation-messages';
import { importProblemText } from '@junheng/evaluation-messages/workbook-import';
import { OutcomeSign, type Tone } from '@junheng/evaluation-ui';
import { useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cellAddress, groupProblems } from './model/problem-list.ts';

const tones: Readonly<Record<ImportProblem['severity'], Tone>> = {
  error: 'below-floor',
  warning: 'above-floor',
  note: 'not-applicable',
};

/** What was found, by file and sheet, each at its row and column with how to mend it. Notes come on demand. */
export function ProblemGroups({ problems }: { readonly problems: readonly ImportProblem[] }) {
  const { t } = useTranslation('import');
  const serious = problems.filter((problem) => problem.severity !== 'note');
  const notes = problems.length - serious.length;
  const [all, setAll] = useState(serious.length === 0 && notes <= 12);
  const groups = groupProblems(all ? problems : serious);
  return (
    <div className="jc-surface jc-padded jc-stack">
      {serious.length === 0 ? <p>{t('preview.noProblems')}</p> : null}
      {groups.map((group) => (
        <section key={`${group.file} ${group.sheet ?? ''}`}>
          <h3 className="jc-h3">{[group.file, group.sheet].filter(Boolean).join(' · ')}</h3>
          <ul className="jc-problems">
            {group.problems.map((problem, index) => (
              <ProblemLine key={`${problem.code} ${cellAddress(problem) ?? ''} ${index}`} problem={problem} />
            ))}
          </ul>
        </section>
      ))}
      {all || notes === 0 ? null : (
        <button type="button" className="ev-more" onClick={() => setAll(true)}>
          {t('preview.onlyNotes', { count: notes })}
        </button>
      )}
    </div>
  );
}

function ProblemLine({ problem }: { readonly problem: ImportProblem }) {
  const { t } = useTranslation('import');
  const { language } = useLanguage();
  const address = cellAddress(problem);
  const item =
    problem.item !== null && hasText(`item.${problem.item}`) ? words(language, `item.${problem.item}`) : null;
  const known = hasText(`import-problem.${problem.code}`);
  return (
    <li>
      <span className="jc-problems__where">
        <OutcomeSign tone={tones[problem.severity]} size={12} />
        <span className="jh-visually-hidden">{t(`preview.severity.${problem.severity}`)}</span>
        {address ?? t(problem.sheet === null ? 'preview.whole' : 'preview.wholeSheet')}
      </span>
      <span>
        {item === null ? null : <b>{item} </b>}
        {known ? importProblemText(language, problem.code as ImportProblemCode, problem.facts as Facts) : problem.code}
      </span>
    </li>
  );
}
