import { Button, Notice, useTexts } from '@junheng/ui/plain';
import { useWords } from './use-words.ts';

/** What a pasted block has done. */
export interface Pasted {
  readonly filled: readonly string[];
  /** Filled cells whose text cannot be used. */
  readonly refused: readonly string[];
  readonly leftOver: readonly string[];
}

export interface PasteNoteProps {
  readonly pasted: Pasted;
  readonly onJump: (cell: string) => void;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** Whoever pastes a whole sheet by mistake need not read all of it. */
const NAMED = 12;
const LONGEST = 40;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** After a paste: how much went in, which cells refuse their text, what found no cell; and the way back. */
export function PasteNote({ pasted, onJump, onUndo, onClose }: PasteNoteProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const { filled, refused, leftOver } = pasted;
  const clean = refused.length === 0 && leftOver.length === 0;
  return (
    <Notice
      className="paste-note"
      tone={clean ? 'info' : 'warning'}
      role="status"
      title={t('paste.filled', { count: filled.length })}
      action={
        <>
          {filled.length === 0 ? null : (
            <Button size="small" onClick={onUndo}>
              {t('paste.undo')}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={onClose}>
            {t('report.close')}
          </Button>
        </>
      }
    >
      {refused.length === 0 ? null : (
        <p>
          {t('paste.refused', { count: refused.length })}{' '}
          {refused.map((cell) => (
            <button key={cell} type="button" className="link-button" onClick={() => onJump(cell)}>
              {words.cell(cell)}
            </button>
          ))}
        </p>
      )}
      {leftOver.length === 0 ? null : (
        <p>
          {t('paste.leftOver', { texts: words.list(leftOver.slice(0, NAMED).map(shortened)) })}
          {leftOver.length > NAMED ? t('paste.leftOverMore', { count: leftOver.length }) : null}
        </p>
      )}
    </Notice>
  );
}
