import type { CompositeCvEvaluation, CvEvaluation, StageEvaluation } from '@junheng/evaluation-core';
import { besideLimit, fractionOfNumber, grouped, roundedText } from './model/display-number.ts';
import { paths } from './model/explanation-path.ts';
import { toneOfOutcome } from './model/tone.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import { useWords } from './use-words.ts';

export interface CvTableProps {
  readonly stage: StageEvaluation;
  /** Digits after the point (the edition's `display.cvDecimals`). */
  readonly digits: number;
  readonly indicatorDigits: number;
  readonly onWhy: (path: string) => void;
}

/** The coefficient beside its limit, never rounded onto the other side; null when it does not exist. */
export function cvText(cv: CvEvaluation, digits: number): string | null {
  return valueText(cv.cv, cv, digits);
}

/** The same of the mean of the coefficients (综合差异系数). */
export function compositeText(composite: CompositeCvEvaluation, digits: number): string | null {
  return valueText(composite.value, composite, digits);
}

function valueText(
  number: number | null,
  { limit, outcome }: Pick<CvEvaluation, 'limit' | 'outcome'>,
  digits: number,
): string | null {
  const value = number === null ? null : fractionOfNumber(number);
  if (value === null) return null;
  // Where only the mean is judged, a single coefficient has no limit.
  if (limit === '') return roundedText(value, digits);
  return besideLimit({ value, limit, good: 'at-most', outcome, digits });
}

function shown(value: number | null, digits: number): string {
  const fraction = value === null ? null : fractionOfNumber(value);
  return fraction === null ? '—' : grouped(roundedText(fraction, digits));
}

/** The limit of the coefficients, or of their mean. */
export function limitOf(stage: StageEvaluation): string {
  return stage.composite?.limit ?? stage.cvs[0]?.limit ?? '—';
}

/** Every difference coefficient of a stage: value, limit, outcome, flags. */
export function CvTable({ stage, digits, indicatorDigits, onWhy }: CvTableProps) {
  const { t, words } = useWords();
  const stageName = words(`stage.${stage.stage}`);
  return (
    <div className="ev-scroll">
      <table className="ev-table">
        <caption className="jh-visually-hidden">{t('cv.caption', { stage: stageName, limit: limitOf(stage) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cv.indicator')}</th>
            <th scope="col" className="ev-table__number">
              {t('cv.value')}
            </th>
            <th scope="col" className="ev-table__number">
              {t('cv.limit')}
            </th>
            <th scope="col">{t('cv.outcome')}</th>
            <th scope="col" className="ev-table__number ev-table__minor">
              {t('cv.mean')}
            </th>
            <th scope="col" className="ev-table__number ev-table__minor">
              {t('cv.deviation')}
            </th>
          </tr>
        </thead>
        <tbody>
          {stage.cvs.map((cv) => {
            const name = words(`indicator.${cv.indicatorId}`);
            const value = cvText(cv, digits);
            return (
              <tr key={cv.indicatorId}>
                <th scope="row" className="ev-table__name">
                  {name}
                </th>
                <td className="ev-table__number">
                  <button
                    type="button"
                    className="ev-why"
                    aria-label={`${name} ${value ?? t('cv.none')}`}
                    onClick={() => onWhy(paths.cv(stage.stage, cv.indicatorId))}
                  >
                    {value ?? '—'}
                  </button>
                </td>
                <td className="ev-table__number">{cv.limit}</td>
                <td>
                  {cv.limit === '' ? null : <OutcomeMark tone={toneOfOutcome(cv.outcome)} />}
                  <CvFlags cv={cv} />
                </td>
                <td className="ev-table__number ev-table__minor">{shown(cv.mean, indicatorDigits)}</td>
                <td className="ev-table__number ev-table__minor">{shown(cv.standardDeviation, indicatorDigits)}</td>
              </tr>
            );
          })}
          {stage.composite === null ? null : (
            <CompositeRow stage={stage.stage} composite={stage.composite} digits={digits} onWhy={onWhy} />
          )}
        </tbody>
      </table>
    </div>
  );
}

function CompositeRow(props: {
  readonly stage: string;
  readonly composite: CompositeCvEvaluation;
  readonly digits: number;
  readonly onWhy: (path: string) => void;
}) {
  const { t, words } = useWords();
  const { composite, stage, digits, onWhy } = props;
  const name = words('node.composite-cv');
  const value = compositeText(composite, digits);
  return (
    <tr>
      <th scope="row" className="ev-table__name">
        {name}
      </th>
      <td className="ev-table__number">
        <button
          type="button"
          className="ev-why"
          aria-label={`${name} ${value ?? t('cv.none')}`}
          onClick={() => onWhy(paths.composite(stage))}
        >
          {value ?? '—'}
        </button>
      </td>
      <td className="ev-table__number">{composite.limit}</td>
      <td>
        <OutcomeMark tone={toneOfOutcome(composite.outcome)} />
        <CvFlags cv={composite} />
      </td>
      <td className="ev-table__number ev-table__minor">—</td>
      <td className="ev-table__number ev-table__minor">—</td>
    </tr>
  );
}

function CvFlags({ cv }: { readonly cv: Pick<CvEvaluation, 'boundary' | 'provisional'> }) {
  const { t } = useWords();
  return (
    <>
      {cv.boundary ? (
        <span className="ev-flag ev-flag--warning" title={t('cv.boundaryHelp')}>
          {t('cv.boundary')}
        </span>
      ) : null}
      {cv.provisional ? (
        <span className="ev-flag" title={t('cv.provisionalHelp')}>
          {t('cv.provisional')}
        </span>
      ) : null}
    </>
  );
}
