import type { Ref, TextareaHTMLAttributes } from 'react';
import { Field, type FieldProps } from './field.tsx';

export type TextAreaFieldProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & { readonly ref?: Ref<HTMLTextAreaElement> };

export function TextAreaField({ label, help, problem, ...area }: TextAreaFieldProps) {
  return (
    <Field label={label} help={help} problem={problem}>
      {(control) => <textarea className="jh-input jh-input--area" rows={3} {...area} {...control} />}
    </Field>
  );
}
