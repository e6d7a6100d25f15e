import { useTranslation } from 'react-i18next';
import { FindingNote } from './finding-note.tsx';
import type { Obstacles } from './model/hand-in.ts';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

export interface ObstacleListProps {
  readonly open: OpenReport;
  readonly obstacles: Obstacles;
  readonly onJump: (cell: string) => void;
}

/** Everything that has to be done before the report can go, each with the way there. */
export function ObstacleList({ open, obstacles, onJump }: ObstacleListProps) {
  const { t } = useTranslation('portal');
  const words = useWords();
  const { report, queue } = open;
  const needPerson = [
    ...Object.keys(queue.conflicts),
    ...Object.entries(queue.edits).flatMap(([key, edit]) => (edit.value === undefined ? [key] : [])),
  ];
  const openReturns = report.returnReasons.filter((reason) => reason.state === 'open');
  const findings = open.findings.filter(({ weight }) => weight === 'blocks' || weight === 'needs-reason');
  const links = (cells: readonly string[]) => (
    <ul className="obstacles__cells">
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
    <section className="obstacles" aria-labelledby="obstacles-title">
      <h2 className="hand-in__title" id="obstacles-title">
        {t('handIn.blockedTitle')}
      </h2>
      {obstacles.unsent > 0 ? <p>{t('handIn.unsent', { count: obstacles.unsent })}</p> : null}
      {needPerson.length > 0 ? (
        <div className="obstacles__group">
          <h3>{t('handIn.refused', { count: needPerson.length })}</h3>
          {links(needPerson)}
        </div>
      ) : null}
      {openReturns.length > 0 ? (
        <div className="obstacles__group">
          <h3>{t('handIn.returns', { count: openReturns.length })}</h3>
          <ul className="obstacles__reasons">
            {openReturns.map((reason) => (
              <li key={reason.id}>
                {reason.cell === null ? (
                  t('returned.whole')
                ) : (
                  <button type="button" className="link-button" onClick={() => onJump(reason.cell ?? '')}>
                    {words.cell(reason.cell)}
                  </button>
                )}
                {' — '}
                {reason.reason}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {findings.length > 0 ? (
        <div className="obstacles__group">
          <h3>
            {obstacles.hard > 0 ? t('handIn.hard', { count: obstacles.hard }) : null}
            {obstacles.hard > 0 && obstacles.soft > 0 ? ' · ' : null}
            {obstacles.soft > 0 ? t('handIn.soft', { count: obstacles.soft }) : null}
          </h3>
          {findings.map((finding) => {
            const [first] = finding.finding.cells;
            return (
              <FindingNote
                key={`${finding.finding.ruleId}-${finding.finding.cells.join()}`}
                reportId={report.id}
                finding={finding}
                editable={report.may.fill}
                {...(first === undefined ? {} : { onJump: () => onJump(first) })}
              />
            );
          })}
        </div>
      ) : null}
      {obstacles.missing > 0 ? (
        <div className="obstacles__group">
          <h3>{t('handIn.missing', { count: obstacles.missing })}</h3>
          {links(open.missing.map((cell) => cell.key))}
        </div>
      ) : null}
    </section>
  );
}
