import { toneTextKey, type Tone } from './model/tone.ts';
import { OutcomeSign } from './outcome-sign.tsx';
import { useWords } from './use-words.ts';

/** Sign and word of an outcome. */
export function OutcomeMark({ tone, large = false }: { readonly tone: Tone; readonly large?: boolean }) {
  const { words } = useWords();
  return (
    <span className={`ev-mark ev-mark--${tone}${large ? ' ev-mark--large' : ''}`}>
      <OutcomeSign tone={tone} size={large ? 20 : 14} />
      {words(toneTextKey(tone))}
    </span>
  );
}
