import {
  fewestPeers,
  type Edition,
  type IndicatorEvaluation,
  type SchoolStageEvaluation,
} from '@junheng/evaluation-core';
import { grouped, IndicatorValue, OutcomeMark, paths, toneOfIndicator, toneOfOutcome } from '@junheng/evaluation-ui';
import { useTexts } from '@junheng/ui/plain';
import type { SchoolResult } from '../../api/school-results.ts';
import { useResultWords } from './use-result-words.ts';

export interface StageResultProps {
  readonly result: SchoolResult;
  readonly stage: SchoolStageEvaluation;
  readonly edition: Edition;
  readonly onWhy: (path: string) => void;
}

/** One stage: its verdict, and every indicator beside its standard and the similar schools. */
export function StageResult({ result, stage, edition, onWhy }: StageResultProps) {
  const { t } = useTexts('portal');
  const words = useResultWords();
  const name = words.of(`stage.${stage.stage}`);
  const id = `result-${stage.stage}`;
  const judged = stage.metCount + stage.unmetCount + stage.undeterminedCount;
  return (
    <section className="result__part" aria-labelledby={id}>
      <div className="result__head">
        <h2 className="result__title" id={id}>
          {name}
        </h2>
        <OutcomeMark tone={toneOfOutcome(stage.outcome)} large />
        <span className="result__quiet">{t('result.stageSummary', { met: stage.metCount, total: judged })}</span>
        <button
          type="button"
          className="link-button result__why"
          aria-label={t('result.whyStage', { stage: name })}
          onClick={() => onWhy(paths.school(stage.schoolId, stage.stage))}
        >
          {t('result.why')}
        </button>
      </div>
      <table className="result__table">
        <thead>
          <tr>
            <th scope="col">{t('result.indicator')}</th>
            <th scope="col">{t('result.value')}</th>
            <th scope="col">{t('result.standard')}</th>
            <th scope="col">{t('result.outcome')}</th>
            <th scope="col">{t('result.place')}</th>
            <th scope="col">
              <span className="jh-visually-hidden">{t('result.why')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {stage.indicators.map((indicator) => (
            <Row
              key={indicator.indicatorId}
              result={result}
              stage={stage}
              indicator={indicator}
              edition={edition}
              onWhy={onWhy}
            />
          ))}
        </tbody>
      </table>
      <p className="result__quiet result__help">{t('result.placeHelp', { count: fewestPeers })}</p>
    </section>
  );
}

function Row({
  result,
  stage,
  indicator,
  edition,
  onWhy,
}: StageResultProps & { readonly indicator: IndicatorEvaluation }) {
  const { t } = useTexts('portal');
  const words = useResultWords();
  const { indicatorId, threshold, comparator } = indicator;
  const name = words.of(`indicator.${indicatorId}`);
  const place = result.places.find((each) => each.stage === stage.stage && each.indicatorId === indicatorId);
  const definition = edition.indicators.find((each) => each.id === indicatorId);
  const unit = definition === undefined || definition.kind === 'answer' ? null : words.of(`unit.${definition.unit}`);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-column={t('result.value')}>
        <IndicatorValue indicator={indicator} digits={edition.display.indicatorDecimals} />
      </td>
      <td data-column={t('result.standard')}>
        {threshold === '' ? null : (
          <span>
            {t(comparator === 'at-most' ? 'result.atMost' : 'result.atLeast', { value: grouped(threshold) })}
            {unit === null ? null : <span className="result__unit"> {unit}</span>}
          </span>
        )}
      </td>
      <td data-column={t('result.outcome')}>
        <OutcomeMark tone={toneOfIndicator(indicator)} />
      </td>
      <td data-column={t('result.place')}>
        {place === undefined ? (
          <span className="result__quiet">{t('result.noPlace')}</span>
        ) : (
          <span className="result__place">
            <span className={`result__band result__band--${place.place}`} aria-hidden="true">
              <span />
              <span />
              <span />
            </span>
            {t(`result.places.${place.place}`)}
            <span className="result__quiet">{t('result.placeOf', { schools: place.schools })}</span>
          </span>
        )}
      </td>
      <td>
        <button
          type="button"
          className="link-button"
          aria-label={t('result.whyOf', { name })}
          onClick={() => onWhy(paths.indicator(stage.schoolId, stage.stage, indicatorId))}
        >
          {t('result.why')}
        </button>
      </td>
    </tr>
  );
}
