import type { CvEvaluation, StageEvaluation } from '@junheng/evaluation-core';
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
  const value = cv.cv === null ? null : fractionOfNumber(cv.cv);
  if (value === null) return null;
  return besideLimit({ value, limit: cv.limit, good: 'at-most', outcome: cv.outcome, digits });
}

function shown(value: number | null, digits: number): string {
  const fraction = value === null ? null : fractionOfNumber(value);
  return fraction === null ? '—' : grouped(roundedText(fraction, digits));
}

/** Every difference coefficient of a stage: value, limit, outcome, flags. */
export function CvTable({ stage, digits, indicatorDigits, onWhy }: CvTableProps) {
  const { t, words } = useWords();
  const stageName = words(`stage.${stage.stage}`);
  return (
    <div className="ev-scroll">
      <table className="ev-table">
        <caption className="jh-visually-hidden">
          {t('cv.caption', { stage: stageName, limit: stage.cvs[0]?.limit ?? '—' })}
        </caption>
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
                  <OutcomeMark tone={toneOfOutcome(cv.outcome)} />
                  <CvFlags cv={cv} />
                </td>
                <td className="ev-table__number ev-table__minor">{shown(cv.mean, indicatorDigits)}</td>
                <td className="ev-table__number ev-table__minor">{shown(cv.standardDeviation, indicatorDigits)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function CvFlags({ cv }: { readonly cv: CvEvaluation }) {
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
