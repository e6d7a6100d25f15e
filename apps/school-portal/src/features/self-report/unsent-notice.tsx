import { Button, Notice, useTexts } from '@junheng/ui/plain';
import { sectionOfCell } from './model/form.ts';
import { pendingOf, unsentCells } from '@junheng/offline-journal';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

/**
 * What was typed, is not stored, and cannot be mended at its cell: the report was locked while somebody typed, or the form no
 * longer asks for it. Nothing is thrown away before they have seen it.
 */
export function UnsentNotice({ open }: { readonly open: OpenReport }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const unsent = unsentCells(open.queue);
  const locked = open.report.lock !== null;
  const asked = (key: string): boolean => sectionOfCell(open.sections, key) !== undefined;
  const shown = locked ? unsent : unsent.filter((key) => open.queue.edits[key]?.refusal && !asked(key));
  if (shown.length === 0) return null;
  return (
    <Notice
      tone={locked ? 'danger' : 'warning'}
      role="alert"
      title={t(locked ? 'lock.unsentTitle' : 'lock.notAskedTitle', { count: shown.length })}
      action={
        <Button size="small" variant="danger" onClick={() => open.saver.discard(shown)}>
          {t('lock.discard')}
        </Button>
      }
    >
      {t(locked ? 'lock.unsentText' : 'lock.notAskedText')}
      <ul className="report-notices__unsent">
        {shown.map((key) => (
          <li key={key}>
            {words.cell(key)}: <strong>{pendingOf(open.queue, key)?.text || t('conflict.empty')}</strong>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
