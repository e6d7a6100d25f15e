import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A long value in short form; a click copies the whole. */
export function Copyable({
  value,
  shown,
  label,
}: {
  readonly value: string;
  readonly shown?: string;
  readonly label: string;
}) {
  const { t } = useTranslation('display');
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <button type="button" className="jc-copy" title={value} onClick={() => void copy()}>
      {/* Not an aria-label: who steers by voice says what is to be seen. */}
      <span className="jh-visually-hidden">{label} </span>
      <code>{shown ?? value}</code>
      <span className="jc-copy__state" role="status">
        {state === 'copied' ? t('copied') : state === 'failed' ? t('copyFailed') : t('copy')}
      </span>
    </button>
  );
}
