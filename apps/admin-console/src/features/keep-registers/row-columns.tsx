import type { RegisterDetails, RegisterKind, RegisterRow } from '@junheng/api-contract';
import type { ListColumn } from '@junheng/ui/table';
import type { TFunction } from 'i18next';
import { moneyTotal } from './model/row-draft.ts';

type Words = TFunction<'registers'>;
type Day = (day: string) => string;

/** What a row is called: in its list, in dialogs, in its history. */
export function nameOfRow(row: Pick<RegisterRow, 'details' | 'schoolName'>, t: Words): string {
  const { details } = row;
  const school = row.schoolName ?? t('wholeCounty');
  switch (details.kind) {
    case 'staff-rotation':
      return `${school} · ${t(`form.${details.form}`)}`;
    case 'pairing':
      return `${school} · ${details.partner}`;
    case 'project':
      return details.name;
    case 'safety':
      return details.facts;
    default: {
      const exhaustive: never = details;
      return exhaustive;
    }
  }
}

/** The columns of one register; all of them go into its Excel file. */
export function columnsOf(kind: RegisterKind, t: Words, day: Day): readonly ListColumn<RegisterRow>[] {
  const school = column('school', t, (row) => row.schoolName ?? t('wholeCounty'));
  const dates = [dayColumn('starts', t, day, (row) => row.startsOn), dayColumn('ends', t, day, (row) => row.endsOn)];
  const evidence = column('evidence', t, (row) => row.evidence);
  switch (kind) {
    case 'staff-rotation':
      return [
        { ...column('from', t, (row) => row.schoolName ?? t('wholeCounty')), head: true },
        of('staff-rotation', 'to', t, (details, row) => row.toSchoolName ?? details.toName),
        onOneLine(of('staff-rotation', 'form', t, (details) => t(`form.${details.form}`))),
        onOneLine(of('staff-rotation', 'post', t, (details) => t(`post.${details.post}`))),
        onOneLine(of('staff-rotation', 'direction', t, (details) => t(`direction.${details.direction}`))),
        { ...of('staff-rotation', 'people', t, (details) => details.people), numeric: true },
        { ...of('staff-rotation', 'backbone', t, (details) => details.backbone), numeric: true },
        ...dates,
        evidence,
      ];
    case 'pairing':
      return [
        { ...school, head: true },
        of('pairing', 'partner', t, (details) => details.partner),
        onOneLine(of('pairing', 'partnerKind', t, (details) => t(`partnerKind.${details.partnerKind}`))),
        of('pairing', 'content', t, (details) => details.content),
        { ...of('pairing', 'activities', t, (details) => details.activities), numeric: true },
        ...dates,
        evidence,
      ];
    case 'project':
      return [
        { ...of('project', 'name', t, (details) => details.name), head: true },
        school,
        onOneLine(of('project', 'projectKind', t, (details) => t(`projectKind.${details.projectKind}`))),
        onOneLine(of('project', 'state', t, (details) => t(`state.${details.state}`))),
        { ...of('project', 'area', t, (details) => numberOrNull(details.area)), numeric: true },
        {
          ...of('project', 'money', t, (details) => Number(moneyTotal(details.money))),
          render: (row) => (row.details.kind === 'project' ? moneyTotal(row.details.money) : null),
          numeric: true,
        },
        ...dates,
        evidence,
      ];
    case 'safety':
      return [
        { ...of('safety', 'facts', t, (details) => details.facts), head: true },
        school,
        onOneLine(of('safety', 'case', t, (details) => t(`case.${details.case}`))),
        onOneLine(of('safety', 'severity', t, (details) => t(`severity.${details.severity}`))),
        dayColumn('happened', t, day, (row) => row.startsOn),
        {
          ...of('safety', 'putRightOn', t, (details) => details.putRightOn),
          render: (row) =>
            row.details.kind !== 'safety' || row.details.putRightOn === null ? t('open') : day(row.details.putRightOn),
        },
        evidence,
      ];
    default: {
      const exhaustive: never = kind;
      return exhaustive;
    }
  }
}

type ColumnName = keyof (typeof import('./texts.ts').registersTexts)['zh-CN']['registers']['column'];
type Cell = string | number | null;

function column(id: ColumnName, t: Words, value: (row: RegisterRow) => Cell): ListColumn<RegisterRow> {
  return { id, title: t(`column.${id}`), value };
}

function dayColumn(id: ColumnName, t: Words, day: Day, value: (row: RegisterRow) => string | null) {
  return {
    ...column(id, t, value),
    render: (row: RegisterRow) => {
      const on = value(row);
      return on === null ? '—' : <span className="jc-nowrap">{day(on)}</span>;
    },
  };
}

function of<Kind extends RegisterKind>(
  kind: Kind,
  id: ColumnName,
  t: Words,
  value: (details: Extract<RegisterDetails, { readonly kind: Kind }>, row: RegisterRow) => Cell,
): ListColumn<RegisterRow> {
  const isOfKind = (details: RegisterDetails): details is Extract<RegisterDetails, { readonly kind: Kind }> =>
    details.kind === kind;
  return column(id, t, (row) => (isOfKind(row.details) ? value(row.details, row) : null));
}

/** A word or two: rather the long texts beside it take a second line. */
function onOneLine(named: ListColumn<RegisterRow>): ListColumn<RegisterRow> {
  return { ...named, render: (row) => <span className="jc-nowrap">{named.value(row)}</span> };
}

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text));
