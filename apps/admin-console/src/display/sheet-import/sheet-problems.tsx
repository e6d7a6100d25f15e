import { Notice, StatusTag } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { usePageTexts } from '../use-page-texts.ts';
import { sheetTexts } from './texts.ts';

export interface SheetProblem<Code extends string> {
  readonly severity: 'error' | 'warning';
  readonly code: Code;
  /** Null for the sheet as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface SheetProblemsProps<Code extends string> {
  readonly fileName: string;
  readonly counts: { readonly errors: number; readonly warnings: number };
  /** What was read, and what is to be done now. */
  readonly summary: string;
  readonly problems: readonly SheetProblem<Code>[];
  readonly describe: (problem: SheetProblem<Code>) => string;
}

/** What was read from a sheet, and what is wrong at which row and cell. */
export function SheetProblems<Code extends string>(props: SheetProblemsProps<Code>) {
  usePageTexts(sheetTexts);
  const { t } = useTranslation('sheet');
  const { fileName, counts, summary, problems, describe } = props;
  return (
    <>
      <Notice tone={counts.errors > 0 ? 'danger' : counts.warnings > 0 ? 'warning' : 'success'} role="status">
        <b>{fileName}</b> {summary}
      </Notice>
      {problems.length === 0 ? null : (
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table jc-cards jc-cards--flow">
            <caption className="jh-visually-hidden">{t('problems')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('at')}</th>
                <th scope="col">{t('kind')}</th>
                <th scope="col">{t('what')}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map((problem) => {
                const { severity, code, row, column, facts } = problem;
                return (
                  <tr key={`${code} ${row ?? ''} ${column ?? ''} ${Object.values(facts).join(' ')}`}>
                    <th scope="row" className="jc-nowrap">
                      {row === null ? t('whole') : `${column ?? ''}${row}`}
                    </th>
                    <td className="jc-nowrap">
                      <StatusTag tone={severity === 'error' ? 'danger' : 'warning'}>
                        {t(`severity.${severity}`)}
                      </StatusTag>
                    </td>
                    <td>{describe(problem)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
