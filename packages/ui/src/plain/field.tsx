import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface FieldProps {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** Why the value is refused, in words; also sets `aria-invalid`. */
  readonly problem?: ReactNode;
}

interface ControlAttributes {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** Label, help and problem around one control; the control receives the ids that tie them together. */
export function Field(props: FieldProps & { readonly children: (control: ControlAttributes) => ReactNode }) {
  const id = useId();
  const helpId = `${id}-help`;
  const problemId = `${id}-problem`;
  const describedBy = [props.problem ? problemId : null, props.help ? helpId : null].filter(Boolean).join(' ');
  return (
    <div className={classNames('jh-field', Boolean(props.problem) && 'jh-field--invalid')}>
      <label className="jh-field__label" htmlFor={id}>
        {props.label}
      </label>
      {props.children({
        id,
        'aria-invalid': props.problem ? true : undefined,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
      })}
      {props.problem ? (
        <p className="jh-field__problem" id={problemId}>
          {props.problem}
        </p>
      ) : null}
      {props.help ? (
        <p className="jh-field__help" id={helpId}>
          {props.help}
        </p>
      ) : null}
    </div>
  );
}
