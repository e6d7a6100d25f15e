import { useTranslation } from 'react-i18next';
import { FindingNote } from './finding-note.tsx';
import type { OpenReport } from './use-report.ts';

/** All findings, what blocks first; each leads to its cell. */
export function CheckList({ open, onJump }: { readonly open: OpenReport; readonly onJump: (cell: string) => void }) {
  const { t } = useTranslation('portal');
  if (open.findings.length === 0) {
    return (
      <div className="check-list check-list--empty">
        <p className="check-list__none">{t('checks.none')}</p>
        <p>{t('checks.noneText')}</p>
      </div>
    );
  }
  return (
    <ul className="check-list">
      {open.findings.map((finding) => {
        const [first] = finding.finding.cells;
        return (
          <li key={`${finding.finding.ruleId}-${finding.finding.cells.join()}`}>
            <FindingNote
              reportId={open.report.id}
              finding={finding}
              editable={open.report.may.fill}
              {...(first === undefined ? {} : { onJump: () => onJump(first) })}
            />
          </li>
        );
      })}
    </ul>
  );
}
