import type { SelectHTMLAttributes } from 'react';
import { Field, type FieldProps } from './field.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}
export type SelectFieldProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> & {
    readonly options: readonly SelectOption[];
    /** Shown, not selectable, while nothing is chosen. */
    readonly placeholder?: string;
  };

export function SelectField({ label, help, problem, options, placeholder, ...select }: SelectFieldProps) {
  return (
    <Field label={label} help={help} problem={problem}>
      {(control) => (
        <select className="jh-input jh-input--select" {...select} {...control}>
          {placeholder === undefined ? null : (
            <option value="" disabled>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
