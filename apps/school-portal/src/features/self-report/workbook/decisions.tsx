import { Button, useTexts } from '@junheng/ui/plain';
import type { ReportWorkbook } from '../../../api/types.ts';
import { useDates } from '../use-dates.ts';
import type { OpenReport } from '../use-report.ts';
import { useWords } from '../use-words.ts';
import { withClear, withConflict, type Choices } from './choices.ts';
import { useCellText } from './use-cell-text.ts';

interface DecisionProps {
  readonly open: OpenReport;
  readonly workbook: ReportWorkbook;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

const TAKES = ['workbook', 'report'] as const;

/** Cells changed in the workbook and on line: both values, who and when, and one decision each. */
export function ConflictList({ open, workbook, choices, onChoose }: DecisionProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const dates = useDates();
  const shown = useCellText(open);
  const { conflicts } = workbook;
  if (conflicts.length === 0) return null;
  const cells = conflicts.map(({ cell }) => cell);
  return (
    <section aria-labelledby="workbook-conflicts" className="workbook__part">
      <h3 id="workbook-conflicts" className="workbook__title">
        {t('workbook.conflicts', { count: conflicts.length })}
      </h3>
      <p className="workbook__quiet">{t('workbook.conflictsText')}</p>
      {conflicts.length > 1 ? (
        <p className="workbook__actions">
          <Button size="small" onClick={() => onChoose(withConflict(choices, cells, 'workbook'))}>
            {t('workbook.allWorkbook')}
          </Button>
          <Button size="small" onClick={() => onChoose(withConflict(choices, cells, 'report'))}>
            {t('workbook.allReport')}
          </Button>
        </p>
      ) : null}
      {conflicts.map(({ cell, mine, theirs, by, at }) => (
        <fieldset key={cell} className="workbook-conflict">
          <legend>{words.cell(cell)}</legend>
          {TAKES.map((take) => (
            <label key={take} className="workbook__choice">
              <input
                type="radio"
                name={`take-${cell}`}
                checked={choices.conflicts[cell] === take}
                onChange={() => onChoose(withConflict(choices, [cell], take))}
              />
              <span>
                {take === 'workbook'
                  ? t('workbook.takeWorkbook', { value: shown(cell, mine) })
                  : t('workbook.takeReport', { value: shown(cell, theirs) })}
                {take === 'report' && at !== null ? (
                  <span className="workbook__quiet workbook-conflict__by">
                    {t('workbook.changedBy', { by: by ?? t('workbook.somebody'), time: dates.moment(at) })}
                  </span>
                ) : null}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}

/** Cells emptied in the workbook: they keep their value unless deleting it is chosen here. */
export function BlankList({ open, workbook, choices, onChoose }: DecisionProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const shown = useCellText(open);
  const { blanks } = workbook;
  if (blanks.length === 0) return null;
  return (
    <details className="workbook__more" open={blanks.length <= 5}>
      <summary>{t('workbook.blanks', { count: blanks.length })}</summary>
      <p className="workbook__quiet">{t('workbook.blanksText')}</p>
      {blanks.map(({ cell, before }) => (
        <label key={cell} className="workbook__choice">
          <input
            type="checkbox"
            checked={choices.clear.includes(cell)}
            onChange={(event) => onChoose(withClear(choices, cell, event.currentTarget.checked))}
          />
          <span>{t('workbook.clear', { item: words.cell(cell), value: shown(cell, before) })}</span>
        </label>
      ))}
    </details>
  );
}

/** For information: what the workbook does not touch because it was left as downloaded. */
export function NewerOnline({ open, workbook }: Pick<DecisionProps, 'open' | 'workbook'>) {
  const { t } = useTexts('portal');
  const words = useWords();
  const shown = useCellText(open);
  const { newerOnline } = workbook;
  if (newerOnline.length === 0) return null;
  return (
    <details className="workbook__more">
      <summary>{t('workbook.newerOnline', { count: newerOnline.length })}</summary>
      <p className="workbook__quiet">{t('workbook.newerOnlineText')}</p>
      <dl className="workbook-newer">
        {newerOnline.map(({ cell, downloaded, now }) => (
          <div key={cell}>
            <dt>{words.cell(cell)}</dt>
            <dd>{t('workbook.newerOnlineValue', { downloaded: shown(cell, downloaded), now: shown(cell, now) })}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
