import { Button, TextAreaField, useTexts } from '@junheng/ui/plain';
import { useState, type FormEvent } from 'react';
import { readDraft, writeDraft } from './model/drafts.ts';

export interface WrittenAnswerProps {
  readonly label: string;
  readonly submitText: string;
  readonly tooShort: string;
  readonly initial: string;
  /** Under which what was begun is kept until it is sent. */
  readonly draftKey: string;
  readonly onSave: (text: string) => Promise<void>;
  readonly onSaved?: () => void;
}

const SHORTEST = 2;

/** A sentence that is stored on the server: a reason for a warning, an answer to a return. */
export function WrittenAnswer({ label, submitText, tooShort, initial, draftKey, onSave, onSaved }: WrittenAnswerProps) {
  const { t } = useTexts('portal');
  const [text, setText] = useState(() => readDraft(draftKey) ?? initial);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim().length < SHORTEST) return setProblem(tooShort);
    setBusy(true);
    try {
      await onSave(text.trim());
      setProblem(undefined);
      writeDraft(draftKey, null);
      onSaved?.();
    } catch {
      setProblem(t('checks.reasonFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="written-answer" noValidate onSubmit={(event) => void submit(event)}>
      <TextAreaField
        label={label}
        rows={2}
        maxLength={1000}
        value={text}
        problem={problem}
        onChange={(event) => {
          setText(event.target.value);
          writeDraft(draftKey, event.target.value);
        }}
      />
      <Button type="submit" size="small" busy={busy}>
        {submitText}
      </Button>
    </form>
  );
}
