import type { SchoolImport } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { SheetProblems } from '../../display/sheet-import/sheet-problems.tsx';

/** What a sheet holds: how many schools are new, what is wrong at which row and cell, and the first schools as they were read. */
export function SchoolFindings({ read }: { readonly read: SchoolImport }) {
  const { t } = useTranslation('importSchools');
  const { language } = useLanguage();
  const { counts, problems, sample } = read;
  return (
    <>
      <SheetProblems
        fileName={read.fileName}
        counts={counts}
        summary={`${t('found', { ...counts })}${counts.errors > 0 ? ` ${t('mend')}` : ''}`}
        problems={problems}
        describe={({ code, facts }) => t(`problem.${code}`, { ...facts })}
      />
      {sample.length === 0 ? null : (
        <details>
          <summary>{t('sample', { shown: sample.length, count: counts.fresh })}</summary>
          <ul>
            {sample.map((school) => (
              <li key={school.row}>
                {school.name}{' '}
                <span className="ev-muted">
                  {school.code} · {words(language, `school-type.${school.type}`)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
