import { TextField } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

const LOOKS_LIKE_ONE = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Null for none; undefined for what is no address. */
export function emailOf(typed: string): string | null | undefined {
  const address = typed.trim();
  if (address === '') return null;
  return LOOKS_LIKE_ONE.test(address) ? address : undefined;
}

export interface EmailFieldProps {
  readonly value: string;
  readonly tried: boolean;
  readonly onChange: (value: string) => void;
}

export function EmailField({ value, tried, onChange }: EmailFieldProps) {
  const { t } = useTranslation('people');
  return (
    <TextField
      label={t('email.label')}
      help={t('email.help')}
      type="email"
      autoComplete="off"
      maxLength={254}
      value={value}
      problem={tried && emailOf(value) === undefined ? t('email.wrong') : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
