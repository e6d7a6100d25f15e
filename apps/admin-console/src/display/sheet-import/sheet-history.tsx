import { useId } from 'react';
import { useFormat } from '../use-format.ts';

export interface ReadSheet {
  readonly id: string;
  readonly fileName: string;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
}

export interface SheetHistoryProps<Sheet extends ReadSheet> {
  readonly title: string;
  readonly sheets: readonly Sheet[];
  readonly statusOf: (sheet: Sheet) => string;
  readonly countsOf: (sheet: Sheet) => string;
}

/** The sheets that were read before; nothing where there are none. */
export function SheetHistory<Sheet extends ReadSheet>(props: SheetHistoryProps<Sheet>) {
  const { title, sheets, statusOf, countsOf } = props;
  const id = useId();
  const { instant } = useFormat();
  if (sheets.length === 0) return null;
  return (
    <section className="jc-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="jc-plainlist jc-surface jc-padded">
        {sheets.map((each) => (
          <li key={each.id}>
            {each.fileName} · {statusOf(each)}
            <span className="ev-muted">
              {' '}
              {countsOf(each)} · {each.uploadedBy} · {instant(each.uploadedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
