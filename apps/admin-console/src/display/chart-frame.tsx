import { Button } from '@junheng/ui/plain';
import { ExportButton, ListTable, saveFile, type ListColumn, type SheetCell } from '@junheng/ui/table';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureOf } from './chart-picture.ts';
import { usePerson } from './use-person.ts';

export interface ChartFrameProps<Row> {
  readonly title: ReactNode;
  /** Of the table, and of the files without their ending. */
  readonly name: string;
  /** Under which the choice of columns is kept. */
  readonly table: string;
  /** What the chart shows, as a table. */
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its table one press away, both to be taken along: PNG and Excel. */
export function ChartFrame<Row>(props: ChartFrameProps<Row>) {
  const { t } = useTranslation('display');
  const person = usePerson();
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  const [failed, setFailed] = useState(false);
  const savePicture = async (): Promise<void> => {
    try {
      if (frame.current !== null) saveFile(`${props.name}.png`, await pictureOf(frame.current));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <figure className="jc-chart" aria-label={props.name}>
      <div className="jc-chart__head">
        <figcaption className="jc-chart__title">{props.title}</figcaption>
        <div className="jc-tabs" role="group" aria-label={t('chart.show')}>
          {(['chart', 'table'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="jc-tab"
              aria-pressed={shown === each}
              onClick={() => setShown(each)}
            >
              {t(`chart.${each}`)}
            </button>
          ))}
        </div>
        {shown === 'table' ? null : (
          <>
            <Button size="small" onClick={() => void savePicture()}>
              {t('chart.png')}
            </Button>
            <ExportButton fileName={props.name} sheet={() => sheetOf(props)} />
          </>
        )}
        {failed ? (
          <span className="jc-chart__failed" role="alert">
            {t('chart.failed')}
          </span>
        ) : null}
      </div>
      {shown === 'chart' ? (
        <div ref={frame}>{props.children}</div>
      ) : (
        <ListTable
          person={person}
          table={props.table}
          caption={props.name}
          columns={props.columns}
          rows={props.rows}
          rowKey={props.rowKey}
          fileName={props.name}
        />
      )}
      {props.note === undefined ? null : <p className="ev-muted">{props.note}</p>}
    </figure>
  );
}

function sheetOf<Row>({ name, columns, rows }: ChartFrameProps<Row>) {
  const cellOf = (column: ListColumn<Row>, row: Row): SheetCell => (column.exported ?? column.value)(row);
  return {
    name,
    head: columns.map(({ title }) => title),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row))),
  };
}
