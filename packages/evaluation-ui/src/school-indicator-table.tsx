import type { IndicatorEvaluation } from '@junheng/evaluation-core';
import { grouped } from './model/display-number.ts';
import { paths } from './model/explanation-path.ts';
import type { SchoolRow, SchoolSort } from './model/school-rows.ts';
import { toneOfIndicator, toneOfOutcome, toneTextKey } from './model/tone.ts';
import { IndicatorValue } from './indicator-value.tsx';
import { OutcomeMark } from './outcome-mark.tsx';
import { SortHead } from './sort-head.tsx';
import { indicatorShortName, useWords } from './use-words.ts';

export interface SchoolIndicatorTableProps {
  /** Filtered and in order (see `arrangeSchoolRows`). */
  readonly rows: readonly SchoolRow[];
  /** Indicator ids in the order of the edition. */
  readonly indicators: readonly string[];
  /** Stage ids in the order of the edition. */
  readonly stages: readonly string[];
  readonly digits: number;
  readonly sort: SchoolSort;
  readonly descending: boolean;
  readonly onSort: (sort: SchoolSort) => void;
  readonly onWhy: (path: string) => void;
  /** The address that is open beside, to mark its cell. */
  readonly openPath: string | null;
}

/** Every school-stage with its values; colour and sign say on which side of threshold and floor each one stands. */
export function SchoolIndicatorTable(props: SchoolIndicatorTableProps) {
  const { rows, indicators, stages, digits, sort, descending, onSort, onWhy, openPath } = props;
  const { t, words, language } = useWords();
  const head = (key: SchoolSort, label: string, note?: string, number = true, full?: string) => (
    <SortHead
      key={key}
      label={label}
      {...(note === undefined ? {} : { note })}
      {...(full === undefined ? {} : { full })}
      number={number}
      direction={sort === key ? (descending ? 'descending' : 'ascending') : null}
      onSort={() => onSort(key)}
    />
  );
  return (
    <div className="ev-scroll ev-scroll--tall">
      <table className="ev-table ev-table--heat">
        <caption className="jh-visually-hidden">{t('schools.caption')}</caption>
        <thead>
          <tr>
            {head('name', t('schools.school'), undefined, false)}
            <th scope="col">{t('schools.stage')}</th>
            {head('pupils', t('schools.pupils'))}
            {indicators.map((id) =>
              head(
                id,
                indicatorShortName(language, id),
                t('schools.thresholds', { value: thresholdsOf(rows, stages, id) }),
                true,
                words(`indicator.${id}`),
              ),
            )}
            {head('met', t('schools.met'))}
            <th scope="col">{t('schools.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ evaluation, townName }) => {
            const path = paths.school(evaluation.schoolId, evaluation.stage);
            return (
              <tr key={`${evaluation.schoolId} ${evaluation.stage}`}>
                <th scope="row" className="ev-table__name ev-table__sticky">
                  {evaluation.name}
                  {townName === null ? null : <span className="ev-table__aside">{townName}</span>}
                </th>
                <td className="ev-stage">{words(`stage.${evaluation.stage}`)}</td>
                <td className="ev-table__number">
                  {evaluation.pupils === null ? '—' : grouped(String(evaluation.pupils))}
                </td>
                {indicators.map((id) => (
                  <ValueCell
                    key={id}
                    indicator={evaluation.indicators.find((each) => each.indicatorId === id)}
                    label={`${evaluation.name} ${indicatorShortName(language, id)}`}
                    path={paths.indicator(evaluation.schoolId, evaluation.stage, id)}
                    digits={digits}
                    openPath={openPath}
                    onWhy={onWhy}
                  />
                ))}
                <td className="ev-table__number">
                  {evaluation.metCount}/{evaluation.metCount + evaluation.unmetCount + evaluation.undeterminedCount}
                </td>
                <td className={path === openPath ? 'ev-cell--open' : undefined}>
                  <button type="button" className="ev-why" onClick={() => onWhy(path)}>
                    <OutcomeMark tone={toneOfOutcome(evaluation.outcome)} />
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** `4.2` where all stages shown share it, `4.2 / 5.3` where they differ. */
function thresholdsOf(rows: readonly SchoolRow[], stages: readonly string[], indicatorId: string): string {
  const byStage = new Map<string, string>();
  for (const { evaluation } of rows) {
    const indicator = evaluation.indicators.find((each) => each.indicatorId === indicatorId);
    if (indicator !== undefined) byStage.set(evaluation.stage, indicator.threshold);
  }
  const inOrder = stages.flatMap((stage) => byStage.get(stage) ?? []);
  return [...new Set(inOrder)].map(grouped).join(' / ') || '—';
}

function ValueCell(props: {
  readonly indicator: IndicatorEvaluation | undefined;
  readonly label: string;
  readonly path: string;
  readonly digits: number;
  readonly openPath: string | null;
  readonly onWhy: (path: string) => void;
}) {
  const { words, t } = useWords();
  const { indicator, path, openPath } = props;
  if (indicator === undefined) return <td className="ev-table__number">—</td>;
  const tone = toneOfIndicator(indicator);
  const flag = indicator.boundary ? ` · ${t('schools.exact')}` : '';
  return (
    <td className={`ev-table__number ev-cell ev-cell--${tone}${path === openPath ? ' ev-cell--open' : ''}`}>
      <button
        type="button"
        className="ev-why"
        title={`${props.label} · ${words(toneTextKey(tone))}${flag}`}
        onClick={() => props.onWhy(path)}
      >
        <IndicatorValue indicator={indicator} digits={props.digits} />
        {indicator.boundary ? <span className="ev-cell__dot" aria-hidden="true" /> : null}
      </button>
    </td>
  );
}
