import { useState, type InputHTMLAttributes, type KeyboardEvent, type Ref } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Field, type FieldProps } from './field.tsx';

export type PasswordFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'> & { readonly ref?: Ref<HTMLInputElement> };

/** A password with a button to show it and a hint while Caps Lock is on. */
export function PasswordField({ label, help, problem, ...input }: PasswordFieldProps) {
  const { t } = useTexts('ui');
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent<HTMLInputElement>): void => {
    setCapsLock(event.getModifierState('CapsLock'));
  };
  return (
    <Field label={label} help={help} problem={problem}>
      {(control) => (
        <>
          <div className="jh-password">
            <input
              {...input}
              {...control}
              className="jh-input"
              type={shown ? 'text' : 'password'}
              autoCapitalize="none"
              spellCheck={false}
              onKeyDown={watchCapsLock}
              onKeyUp={watchCapsLock}
              onBlur={() => setCapsLock(false)}
            />
            <button
              type="button"
              className="jh-password__toggle"
              aria-pressed={shown}
              aria-label={shown ? t('password.hide') : t('password.show')}
              title={shown ? t('password.hide') : t('password.show')}
              onClick={() => setShown(!shown)}
            >
              <EyeIcon crossed={shown} />
            </button>
          </div>
          <p className="jh-field__caps" role="status">
            {capsLock ? t('password.capsLock') : ''}
          </p>
        </>
      )}
    </Field>
  );
}

function EyeIcon({ crossed }: { readonly crossed: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
      <circle cx="12" cy="12" r="3" />
      {crossed ? <path d="M4 20 20 4" strokeLinecap="round" /> : null}
    </svg>
  );
}
