import type { ConsolidatedSchool, Consolidation, ResolutionView } from '@junheng/api-contract';
import { cellName, text as words, valueText } from '@junheng/evaluation-messages';
import { Button, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { LeaveOutDialog } from './leave-out-dialog.tsx';
import type { Decided } from './model/decision.ts';
import { usePointName } from './use-point-name.ts';

const pointTones = {
  missing: 'warning',
  single: 'neutral',
  agreed: 'success',
  within: 'success',
  differs: 'danger',
  resolved: 'info',
} as const;
const cellTones = {
  unverified: 'warning',
  confirmed: 'success',
  changed: 'warning',
  differs: 'danger',
  resolved: 'info',
} as const;

interface Shown {
  readonly view: Consolidation;
  readonly school: ConsolidatedSchool;
}

/** One school: who signed, every score and value side by side; closed while nothing is open in it. */
export function SchoolCard({ view, school }: Shown) {
  const { t } = useTranslation('consolidate');
  const { instant } = useFormat();
  const [leaving, setLeaving] = useState(false);
  const { signed, leftOut, open } = school;
  return (
    <details className="jc-surface cs-school" open={open.length > 0} data-school={school.school.code}>
      <summary>
        <h3>{school.school.name}</h3>
        <span className="jc-inline">
          {signed !== null ? (
            <span className="ev-muted">{t('signed', { by: signed.by, at: instant(signed.at) })}</span>
          ) : (
            <StatusTag tone={leftOut === null ? 'warning' : 'neutral'}>
              {t(leftOut === null ? 'unsigned' : 'leftOut')}
            </StatusTag>
          )}
          {signed === null ? null : (
            <StatusTag tone={open.length === 0 ? 'success' : 'danger'}>
              {open.length === 0 ? t('nothingOpen') : t('openHere', { count: open.length })}
            </StatusTag>
          )}
        </span>
      </summary>
      {signed === null ? (
        <div className="cs-unsigned">
          <Decision resolution={leftOut} />
          {view.may.decide && leftOut === null ? (
            <Button size="small" onClick={() => setLeaving(true)}>
              {t('leaveOut')}
            </Button>
          ) : null}
        </div>
      ) : (
        <SchoolParts view={view} school={school} />
      )}
      {leaving ? <LeaveOutDialog view={view} school={school} onClose={() => setLeaving(false)} /> : null}
    </details>
  );
}

function SchoolParts({ view, school }: Shown) {
  const { t } = useTranslation('consolidate');
  const { language } = useLanguage();
  return (
    <>
      {school.vetoes.map(({ requirementId, facts }) => (
        <p key={requirementId} className="cs-veto">
          <StatusTag tone="danger">{t('vetoes')}</StatusTag> {words(language, `requirement.${requirementId}`)}
          {facts === '' ? null : <span className="ev-muted"> {facts}</span>}
        </p>
      ))}
      <h4>{t('points')}</h4>
      {school.points.length === 0 ? <p className="ev-muted">{t('noPoints')}</p> : null}
      <ul className="jc-plainlist cs-rows">
        {school.points.map((point) => (
          <PointRow key={point.point} view={view} school={school} point={point} />
        ))}
      </ul>
      <h4>{t('cells')}</h4>
      {school.cells.length === 0 ? <p className="ev-muted">{t('noCells')}</p> : null}
      <ul className="jc-plainlist cs-rows">
        {school.cells.map((cell) => (
          <CellRow key={cell.cell} view={view} school={school} cell={cell} />
        ))}
      </ul>
    </>
  );
}

function PointRow({ view, school, point }: Shown & { readonly point: ConsolidatedSchool['points'][number] }) {
  const { t } = useTranslation('consolidate');
  const { language } = useLanguage();
  const nameOf = usePointName();
  const { requirementId, pointId, maximum, scores, spread, state, final, resolution } = point;
  const shown = (value: string) => (maximum === null ? t(value as 'met') : value);
  return (
    <Row
      view={view}
      school={school}
      decided={{ kind: 'point', point }}
      name={nameOf(point)}
      beside={[
        ...(maximum === null ? [] : [t('maximum', { maximum })]),
        ...(spread === null || spread === '0' ? [] : [t('spread', { spread })]),
      ]}
      opinions={scores.map(({ personId, name, value, note, deductions }) => ({
        id: personId,
        name,
        value: shown(value),
        notes: [
          ...deductions.map(({ id, times }) =>
            t('deduction', { name: words(language, `deduction.${requirementId}.${pointId ?? ''}.${id}`), times }),
          ),
          ...(note === null ? [] : [note]),
        ],
      }))}
      tag={
        <StatusTag tone={pointTones[state]}>
          {t(`pointState.${state === 'differs' && maximum === null ? 'apart' : state}`)}
        </StatusTag>
      }
      open={state === 'differs'}
      final={final === null ? null : t('final', { value: shown(final) })}
      resolution={resolution}
    />
  );
}

function CellRow({ view, school, cell }: Shown & { readonly cell: ConsolidatedSchool['cells'][number] }) {
  const { t } = useTranslation('consolidate');
  const { language } = useLanguage();
  const { cell: key, itemId, unit, counted, reported, values, state, final, reason, resolution } = cell;
  const shown = (value: string) =>
    [valueText(language, itemId, value), ...(unit === null ? [] : [words(language, `unit.${unit}`)])].join(' ');
  return (
    <Row
      view={view}
      school={school}
      decided={{ kind: 'cell', cell }}
      name={cellName(language, key)}
      beside={[
        ...(counted ? [] : [t('reported', { value: reported === null ? t('nothing') : shown(reported) })]),
        ...(reason === null ? [] : [t('teamReason', { reason })]),
      ]}
      opinions={values.map(({ personId, name, value }) => ({ id: personId, name, value: shown(value), notes: [] }))}
      tag={
        counted && state === 'changed' ? (
          <StatusTag tone="success">{t('cellState.counted')}</StatusTag>
        ) : (
          <StatusTag tone={cellTones[state]}>{t(`cellState.${state}`)}</StatusTag>
        )
      }
      open={state === 'differs'}
      final={
        final !== null
          ? t('final', { value: shown(final) })
          : state === 'resolved' || state === 'unverified'
            ? t('final', { value: t('keepsReported') })
            : null
      }
      resolution={resolution}
    />
  );
}

function Row(
  props: Shown & {
    readonly decided: Decided;
    readonly name: string;
    readonly beside: readonly string[];
    readonly opinions: readonly {
      readonly id: string;
      readonly name: string;
      readonly value: string;
      readonly notes: readonly string[];
    }[];
    readonly tag: ReactNode;
    readonly open: boolean;
    readonly final: string | null;
    readonly resolution: ResolutionView | null;
  },
) {
  const { view, school, decided, name, resolution } = props;
  const { t } = useTranslation('consolidate');
  const [deciding, setDeciding] = useState(false);
  return (
    <li className="cs-row">
      <div>
        <p className="jc-strong">{name}</p>
        {props.beside.map((line) => (
          <p key={line} className="ev-muted">
            {line}
          </p>
        ))}
      </div>
      <ul className="jc-plainlist cs-opinions">
        {props.opinions.map((opinion) => (
          <li key={opinion.id}>
            <span className="ev-muted">{opinion.name}</span> <b>{opinion.value}</b>
            {opinion.notes.map((note) => (
              <span key={note} className="ev-table__aside">
                {note}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <div className="cs-outcome">
        <span className="jc-inline">
          {props.tag} {props.final === null ? null : <b>{props.final}</b>}
        </span>
        <Decision resolution={resolution} />
        {view.may.decide && (props.open || resolution !== null) ? (
          <Button size="small" variant={props.open ? 'primary' : 'default'} onClick={() => setDeciding(true)}>
            {t(props.open ? 'decide' : 'decideAgain')}
          </Button>
        ) : null}
      </div>
      {deciding ? (
        <DecideDialog
          view={view}
          schoolId={school.school.schoolId}
          decided={decided}
          name={name}
          onClose={() => setDeciding(false)}
        />
      ) : null}
    </li>
  );
}

function Decision({ resolution }: { readonly resolution: ResolutionView | null }) {
  const { t } = useTranslation('consolidate');
  const { instant } = useFormat();
  if (resolution === null) return null;
  const { by, at, reason } = resolution;
  return <p className="ev-muted">{t('decided', { by, at: instant(at), reason })}</p>;
}
