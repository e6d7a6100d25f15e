import { useId, useState, type ChangeEvent, type DragEvent } from 'react';
import { classNames } from './class-names.ts';

/** One way to choose files. */
export interface FileChoice {
  readonly label: string;
  /** As the `accept` of a file field. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly primary?: boolean;
  /** Takes a picture: offered where there is a touch screen. */
  readonly camera?: boolean;
}

export interface FileDropProps {
  readonly choices: readonly FileChoice[];
  /** Said beside the buttons where there is a mouse: that files may be dropped here. */
  readonly dropText: string;
  /** What is taken, how large at most. */
  readonly hint: string;
  readonly disabled?: boolean;
  /** What was chosen or dropped, at least one. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** A place to choose files by a button or to drop them. */
export function FileDrop({ choices, dropText, hint, disabled = false, onFiles }: FileDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !disabled) onFiles(files);
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    take(event.currentTarget.files);
    // The same file can be chosen again after it was removed or mended.
    event.currentTarget.value = '';
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div
      className={classNames('jh-drop', over && 'jh-drop--over')}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      {choices.map(({ label, accept, multiple = false, primary = false, camera = false }, index) => (
        <span key={label} className={classNames('jh-drop__choice', camera && 'jh-drop__choice--camera')}>
          <input
            id={`${id}-${index}`}
            className="jh-drop__input"
            type="file"
            accept={accept}
            multiple={multiple}
            capture={camera ? 'environment' : undefined}
            disabled={disabled}
            aria-describedby={`${id}-hint`}
            onChange={chosen}
          />
          <label className={classNames('jh-button', primary && 'jh-button--primary')} htmlFor={`${id}-${index}`}>
            {label}
          </label>
        </span>
      ))}
      <span className="jh-drop__or">{dropText}</span>
      <p className="jh-drop__hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
