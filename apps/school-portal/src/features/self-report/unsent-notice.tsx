import { Button, Notice } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { cellsOfSection } from './model/form.ts';
import { pendingOf, unsentCells } from './model/save-queue.ts';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

/**
 * What was typed, is not stored, and cannot be mended at its cell: the report was locked while somebody typed, or the form no
 * longer asks for it. Nothing is thrown away before they have seen it.
 */
export function UnsentNotice({ open }: { readonly open: OpenReport }) {
  const { t } = useTranslation('portal');
  const words = useWords();
  const unsent = unsentCells(open.queue);
  const locked = open.report.lock !== null;
  const asked = new Set(open.sections.flatMap(cellsOfSection).map(({ key }) => key));
  const shown = locked ? unsent : unsent.filter((key) => !asked.has(key) && open.queue.edits[key]?.refusal);
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
