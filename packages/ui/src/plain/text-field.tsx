import type { InputHTMLAttributes, Ref } from 'react';
import { Field, type FieldProps } from './field.tsx';

export type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & { readonly ref?: Ref<HTMLInputElement> };

export function TextField({ label, help, problem, ...input }: TextFieldProps) {
  return (
    <Field label={label} help={help} problem={problem}>
      {(control) => <input className="jh-input" type="text" {...input} {...control} />}
    </Field>
  );
}
