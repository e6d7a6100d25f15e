import { Button, Notice, useTexts } from '@junheng/ui/plain';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SelfReport } from '../../../api/types.ts';
import { FindingNote } from '../finding-note.tsx';
import type { CheckedSection } from '../model/pre-check.ts';
import { useWords } from '../use-words.ts';

export interface PreCheckProps {
  readonly report: SelfReport;
  readonly checked: readonly CheckedSection[];
  readonly onJump: (cell: string) => void;
}

/** All checks, by section and by who answers for it, before anybody submits. Nothing leaves the school. */
export function PreCheck({ report, checked, onJump }: PreCheckProps) {
  const { t } = useTexts('portal');
  const [shown, setShown] = useState(false);
  const total = checked.reduce((sum, each) => sum + each.blocking, 0);
  return (
    <section className="jh-card" aria-labelledby="pre-check-title">
      <h2 id="pre-check-title" className="pre-check__title">
        {t('preCheck.title')}
      </h2>
      <p className="section-work__intro">{t('preCheck.intro')}</p>
      {shown ? (
        <>
          <div role="status">
            <Notice tone={total === 0 ? 'success' : 'warning'}>
              {t(total === 0 ? 'preCheck.clear' : 'preCheck.blocking', { count: total })}
            </Notice>
          </div>
          {checked.filter(hasAnything).map((each) => (
            <CheckedPart key={each.section} report={report} checked={each} onJump={onJump} />
          ))}
          <Link className="jh-button" to={`/reports/${report.id}/hand-in`}>
            {t('preCheck.toHandIn')}
          </Link>
        </>
      ) : (
        <Button variant="primary" onClick={() => setShown(true)}>
          {t('preCheck.run')}
        </Button>
      )}
    </section>
  );
}

function hasAnything({ missing, findings, returns, unsaved }: CheckedSection): boolean {
  return missing.length + findings.length + returns.length + unsaved.length > 0;
}

interface CheckedPartProps {
  readonly report: SelfReport;
  readonly checked: CheckedSection;
  readonly onJump: (cell: string) => void;
}

function CheckedPart({ report, checked, onJump }: CheckedPartProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const assignee = checked.work?.assignee ?? null;
  const who = assignee?.here === true ? assignee.displayName : t('sectionWork.nobody');
  const cellLinks = (cells: readonly string[]) => (
    <ul className="pre-check__cells">
      {cells.map((cell) => (
        <li key={cell}>
          <button type="button" className="link-button" onClick={() => onJump(cell)}>
            {words.cell(cell)}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="pre-check__part" aria-label={words.section(checked.section)}>
      <h3 className="pre-check__section">
        {words.section(checked.section)} <span className="pre-check__who">{t('sectionWork.by', { name: who })}</span>
      </h3>
      {checked.unsaved.length === 0 ? null : (
        <>
          <p>{t('work.unsaved', { count: checked.unsaved.length })}</p>
          {cellLinks(checked.unsaved)}
        </>
      )}
      {checked.returns.map(({ id, cell, reason }) => (
        <p key={id}>
          {cell === null ? (
            t('returned.whole')
          ) : (
            <button type="button" className="link-button" onClick={() => onJump(cell)}>
              {words.cell(cell)}
            </button>
          )}{' '}
          {reason}
        </p>
      ))}
      {checked.missing.length === 0 ? null : (
        <>
          <p>{t('work.missing', { count: checked.missing.length })}</p>
          {cellLinks(checked.missing)}
        </>
      )}
      {checked.findings.length === 0 ? null : (
        <ul className="pre-check__findings">
          {checked.findings.map((finding) => (
            <li key={`${finding.finding.ruleId}-${finding.finding.cells.join()}`}>
              <FindingNote reportId={report.id} finding={finding} editable={report.may.fill} onJump={onJump} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
