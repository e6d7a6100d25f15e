import { Button, TextAreaField, useTexts } from '@junheng/ui/plain';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { isReachable, onReachChange } from '../../api/reach.ts';
import { asPerson, loadSession } from '../../api/session.ts';
import { readDraft, whoseDrafts, writeDraft } from './model/drafts.ts';

export interface WrittenAnswerProps {
  readonly label: string;
  readonly submitText: string;
  readonly tooShort: string;
  readonly initial: string;
  /** Under which what was begun is kept until it is sent. */
  readonly draftKey: string;
  readonly onSave: (text: string) => Promise<void>;
  readonly onSaved?: () => void;
  /** Said twice where it is sent twice: whether it arrived before the network broke off, only the person can see. */
  readonly byHand?: boolean;
}

const SHORTEST = 2;

/** A sentence that is stored on the server: a reason for a warning, an answer to a return. */
export function WrittenAnswer(props: WrittenAnswerProps) {
  const { label, submitText, tooShort, initial, draftKey, onSave, onSaved, byHand = false } = props;
  const { t } = useTexts('portal');
  const [text, setText] = useState(() => readDraft(draftKey) ?? initial);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [author] = useState(whoseDrafts);
  const newest = useRef(text);
  const sending = useRef(false);
  /** Sent, and the server could not be reached: it goes by itself when it can. */
  const [waits, setWaits] = useState(false);
  const send = async (): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    const sent = newest.current;
    try {
      // Somebody else may have signed in in another window since it was written.
      await asPerson(author, () => onSave(sent.trim()));
      setProblem(undefined);
      setWaits(false);
      // What was typed on meanwhile is not stored yet.
      if (newest.current !== sent) return;
      writeDraft(draftKey, null);
      onSaved?.();
    } catch {
      const offline = !isReachable() && !byHand;
      setWaits(offline);
      setProblem(t(offline ? 'checks.reasonWaits' : 'checks.reasonFailed'));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  useEffect(() => {
    if (!waits) return undefined;
    return onReachChange(() => {
      // A page that was opened without a network, or whose session was renewed elsewhere, has no token before it has asked.
      // Whoever writes on meanwhile sends it when it is done.
      const asWritten = (): Promise<void> | undefined => (newest.current === text ? send() : undefined);
      if (isReachable()) void loadSession().then(asWritten, () => undefined);
    });
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim().length < SHORTEST) setProblem(tooShort);
    else void send();
  };
  return (
    <form className="written-answer" noValidate onSubmit={submit}>
      <TextAreaField
        label={label}
        rows={2}
        maxLength={1000}
        value={text}
        problem={problem}
        onChange={(event) => {
          setText(event.target.value);
          newest.current = event.target.value;
          if (waits) setProblem(undefined);
          setWaits(false);
          writeDraft(draftKey, event.target.value);
        }}
      />
      <Button type="submit" size="small" busy={busy}>
        {submitText}
      </Button>
    </form>
  );
}
