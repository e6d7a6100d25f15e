import { useRef, useState, type DragEvent } from 'react';
import { Button } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

/** Drop files or choose them; several at once. */
export function DropZone({
  disabled,
  onFiles,
}: {
  readonly disabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { t } = useTranslation('import');
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null) => {
    const files = Array.from(list ?? []);
    if (files.length > 0 && !disabled) onFiles(files);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={`jc-drop${over ? ' jc-drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <svg
        viewBox="0 0 48 48"
        width="40"
        height="40"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        aria-hidden="true"
      >
        <path d="M12 6h17l8 8v28H12z" strokeLinejoin="round" />
        <path d="M29 6v8h8M18 22h13M18 28h13M18 34h13M24.5 22v12" />
      </svg>
      <p className="jc-drop__title">{t('drop')}</p>
      <p className="ev-muted">{t('or')}</p>
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <input
        ref={input}
        className="jh-visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t('choose')}
        accept=".xlsx,.csv,.xls,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <p className="ev-muted jc-small">{t('formats')}</p>
    </div>
  );
}
