import { Button, Notice, useTexts } from '@junheng/ui/plain';
import type { CellKey } from '@junheng/evaluation-core';
import { sectionOfCell } from './model/form.ts';
import { outOfReach } from './model/work-list.ts';
import { pendingOf, unsentCells } from '@junheng/offline-journal';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

/**
 * What was typed, is not stored, and cannot be mended at its cell: the report was locked while somebody typed, the form no
 * longer asks for it, or a colleague has the section now. Nothing is thrown away before they have seen it.
 */
export function UnsentNotice({ open }: { readonly open: OpenReport }) {
  if (open.report.lock !== null) return <Unsent open={open} why="unsent" cells={unsentCells(open.queue)} />;
  const { notAsked, held } = outOfReach(open.queue, (key) => sectionOfCell(open.sections, key) !== undefined);
  return (
    <>
      <Unsent open={open} why="notAsked" cells={notAsked} />
      <Unsent open={open} why="held" cells={held} />
    </>
  );
}

interface UnsentProps {
  readonly open: OpenReport;
  readonly why: 'unsent' | 'notAsked' | 'held';
  readonly cells: readonly CellKey[];
}

function Unsent({ open, why, cells }: UnsentProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  if (cells.length === 0) return null;
  return (
    <Notice
      tone={why === 'unsent' ? 'danger' : 'warning'}
      role="alert"
      title={t(`lock.${why}Title`, { count: cells.length })}
      action={
        <Button size="small" variant="danger" onClick={() => open.saver.discard(cells)}>
          {t('lock.discard')}
        </Button>
      }
    >
      {t(`lock.${why}Text`)}
      <ul className="report-notices__unsent">
        {cells.map((key) => (
          <li key={key}>
            {words.cell(key)}: <strong>{pendingOf(open.queue, key)?.text || t('conflict.empty')}</strong>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
