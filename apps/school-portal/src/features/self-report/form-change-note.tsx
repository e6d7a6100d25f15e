import type { CellDefinition } from '@junheng/evaluation-core';
import { Button, useTexts } from '@junheng/ui/plain';
import { formDifference } from './model/form.ts';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

/** Longer lists are cut: the note says what kind of thing changes, the form itself shows all. */
const NAMED = 6;

/**
 * Under an answer that shapes the form: what it adds and takes away against the answer the page was opened with. It stays
 * until the page is left or the answer is changed back, so that nobody is surprised by a form that grew.
 */
export function FormChangeNote({ open, cell }: { readonly open: OpenReport; readonly cell: CellDefinition }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const shapesForm = cell.item.value.kind === 'choice' || cell.item.value.kind === 'flag';
  const before = open.openedWith[cell.key];
  if (!shapesForm || open.cells[cell.key] === before || open.cells[cell.key] === undefined) return null;
  const { [cell.key]: _, ...others } = open.cells;
  const { appear, disappear } = formDifference(
    open.edition,
    before === undefined ? others : { ...others, [cell.key]: before },
    open.cells,
  );
  if (appear.length === 0 && disappear.length === 0) return null;
  const named = (cells: readonly CellDefinition[]): string => {
    const names = [...new Set(cells.map((each) => words.item(each.item.id)))];
    return words.list(names.slice(0, NAMED)) + (names.length > NAMED ? t('formChange.more') : '');
  };
  return (
    <div className="form-change" role="status">
      <p className="form-change__title">{t('formChange.title')}</p>
      {appear.length === 0 ? null : <p>{t('formChange.appear', { count: appear.length, items: named(appear) })}</p>}
      {disappear.length === 0 ? null : (
        <p>
          {t('formChange.disappear', { count: disappear.length, items: named(disappear) })} {t('formChange.kept')}
        </p>
      )}
      {open.report.may.fill ? (
        <Button
          size="small"
          onClick={() => {
            open.type([cell, before ?? '']);
            open.saver.flush();
          }}
        >
          {before === undefined
            ? t('formChange.undoEmpty')
            : t('formChange.undo', { value: words.value(cell.item.id, before) })}
        </Button>
      ) : null}
    </div>
  );
}
