import { useState } from 'react';
import { useTexts } from '@junheng/ui/plain';
import { FindingNote } from './finding-note.tsx';
import { sizeOf, type WorkGroup } from './model/work-list.ts';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

export interface WorkListProps {
  readonly open: OpenReport;
  readonly groups: readonly WorkGroup[];
  readonly onJump: (cell: string) => void;
}

/** What is left to do, group by group, each thing with the way to its cell. */
export function WorkList({ open, groups, onJump }: WorkListProps) {
  const { t } = useTexts('portal');
  return (
    <div className="work-list">
      {groups.map((group) => (
        <section key={group.kind} className={`work-list__group work-list__group--${group.kind}`}>
          <h3 className="work-list__title">{t(`work.${group.kind}`, { count: sizeOf(group) })}</h3>
          <GroupContent open={open} group={group} onJump={onJump} />
        </section>
      ))}
    </div>
  );
}

interface GroupProps {
  readonly open: OpenReport;
  readonly group: WorkGroup;
  readonly onJump: (cell: string) => void;
}

function GroupContent({ open, group, onJump }: GroupProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const { report } = open;
  switch (group.kind) {
    case 'unsaved':
    case 'missing':
      return <CellLinks cells={group.cells} onJump={onJump} />;
    case 'returns':
      return (
        <ul className="work-list__items">
          {group.reasons.map(({ id, cell, reason }) => (
            <li key={id}>
              {cell === null ? (
                t('returned.whole')
              ) : (
                <button type="button" className="link-button" onClick={() => onJump(cell)}>
                  {words.cell(cell)}
                </button>
              )}
              <p className="work-list__reason">{reason}</p>
            </li>
          ))}
        </ul>
      );
    case 'blocks':
    case 'needs-reason':
    case 'explained':
    case 'information':
      return (
        <ul className="work-list__items">
          {group.findings.map((finding) => (
            <li key={`${finding.finding.ruleId}-${finding.finding.cells.join()}`}>
              <FindingNote reportId={report.id} finding={finding} editable={report.may.fill} onJump={onJump} />
            </li>
          ))}
        </ul>
      );
    default: {
      const exhaustive: never = group;
      return exhaustive;
    }
  }
}

/** A form nobody has begun has eighty empty cells: the first ones are enough to begin with. */
const FIRST_CELLS = 6;

function CellLinks({ cells, onJump }: { readonly cells: readonly string[]; readonly onJump: (cell: string) => void }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? cells : cells.slice(0, FIRST_CELLS);
  const rest = cells.length - shown.length;
  return (
    <ul className="work-list__cells">
      {shown.map((cell) => (
        <li key={cell}>
          <button type="button" className="link-button" onClick={() => onJump(cell)}>
            {words.cell(cell)}
          </button>
        </li>
      ))}
      {rest === 0 ? null : (
        <li>
          <button type="button" className="work-list__more" onClick={() => setAll(true)}>
            {t('work.more', { count: rest })}
          </button>
        </li>
      )}
    </ul>
  );
}
