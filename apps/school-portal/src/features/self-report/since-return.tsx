import { splitCellKey } from '@junheng/evaluation-core';
import { StatusTag, useTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { historyQuery } from '../../api/self-reports.ts';
import { cellsOfSection } from './model/form.ts';
import { changesSince, returnedRevision } from './model/since-return.ts';
import { grouped } from './model/shown-number.ts';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

/** For a report that was returned: what became of every reason, and what is different now. The bureau sees the same. */
export function SinceReturn({ open, onJump }: { readonly open: OpenReport; readonly onJump: (cell: string) => void }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const { report } = open;
  const revision = returnedRevision(report);
  const history = useQuery({ ...historyQuery(report.id, report.revision), enabled: revision !== null });
  if (revision === null) return null;
  const formOrder = open.sections.flatMap(cellsOfSection).map((cell) => cell.key);
  const changes = changesSince(revision, history.data?.entries ?? [], report.cells, formOrder);
  const name = (cell: string) => (
    <button type="button" className="link-button" onClick={() => onJump(cell)}>
      {words.cell(cell)}
    </button>
  );
  const shown = (cell: string, value: string | null): string => {
    if (value === null) return t('conflict.empty');
    const { itemId } = splitCellKey(cell);
    const item = open.edition.items.find((each) => each.id === itemId);
    if (item === undefined || item.value.kind !== 'number') return words.value(itemId, value);
    const unit = words.unitOf(item, value);
    return `${item.unit === 'year' ? value : grouped(value)}${unit === '' ? '' : ` ${unit}`}`;
  };
  return (
    <section className="hand-in__part" aria-labelledby="since-return-title">
      <h2 className="hand-in__title" id="since-return-title">
        {t('sinceReturn.title')}
      </h2>
      <ul className="since-return__reasons">
        {report.returnReasons.map((reason) => (
          <li key={reason.id}>
            <p>
              {reason.cell === null ? t('returned.whole') : name(reason.cell)}{' '}
              <StatusTag tone={reason.state === 'open' ? 'warning' : 'success'}>
                {t(`sinceReturn.${reason.state}`)}
              </StatusTag>
            </p>
            <p className="since-return__reason">{reason.reason}</p>
            {reason.answer === null ? null : <p>{t('returned.answered', { answer: reason.answer })}</p>}
          </li>
        ))}
      </ul>
      {history.isSuccess && changes.length === 0 ? (
        <p className="since-return__reason">{t('sinceReturn.none')}</p>
      ) : null}
      {changes.length === 0 ? null : (
        <table className="values__table">
          <thead>
            <tr>
              <th scope="col">{t('handIn.valueItem')}</th>
              <th scope="col">{t('sinceReturn.before')}</th>
              <th scope="col">{t('sinceReturn.now')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ cell, before, now }) => (
              <tr key={cell}>
                <th scope="row">{name(cell)}</th>
                <td data-column={t('sinceReturn.before')} className="values__before">
                  {shown(cell, before)}
                </td>
                <td data-column={t('sinceReturn.now')}>{shown(cell, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
