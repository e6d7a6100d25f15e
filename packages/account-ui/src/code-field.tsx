import { TextField, useTexts } from '@junheng/ui/plain';
import type { Ref } from 'react';

export interface CodeFieldProps {
  readonly ref?: Ref<HTMLInputElement>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
  /** A recovery code would do as well. */
  readonly orRecovery: boolean;
}

export function CodeField({ ref, value, onChange, problem, orRecovery }: CodeFieldProps) {
  const { t } = useTexts('account');
  return (
    <TextField
      ref={ref}
      label={t('code.label')}
      help={t(orRecovery ? 'code.helpOrRecovery' : 'code.help')}
      problem={problem}
      name="code"
      inputMode={orRecovery ? 'text' : 'numeric'}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
