import {
  shortfallOf,
  type Edition,
  type IndicatorDefinition,
  type IndicatorEvaluation,
  type SchoolStageEvaluation,
  type Shortfall,
  type StageId,
} from '@junheng/evaluation-core';
import { lackText, plannable, unitOfItem, type Language } from '@junheng/evaluation-messages/plain';
import { classNames, useLanguage, useTexts } from '@junheng/ui/plain';
import { memo, useSyncExternalStore } from 'react';
import { grouped, shownValue } from './model/shown-number.ts';
import { useReportSlots } from './report-slots.ts';
import { SpecialRuleNotes } from './special-rule-notes.tsx';
import type { OpenReport } from './use-report.ts';
import { useWords, type Words } from './use-words.ts';

interface IndicatorListProps {
  readonly open: OpenReport;
  readonly onJump: (cell: string) => void;
}

/** The indicators of the school by stage: value, standard, what is lacking, what is missing to tell. They follow the key itself. */
export const IndicatorList = memo(
  DrawnIndicators,
  (before, after) =>
    before.onJump === after.onJump &&
    before.open.evaluationNow === after.open.evaluationNow &&
    before.open.record === after.open.record &&
    sameBeside(before.open, after.open),
);

/** What stands beside the indicators is the same: a save changes the report, but nothing of this. */
function sameBeside({ report: one }: OpenReport, { report: other }: OpenReport): boolean {
  return one.id === other.id && one.may.fill === other.may.fill && one.round === other.round;
}

function DrawnIndicators({ open, onJump }: IndicatorListProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const { edition } = open;
  const evaluation = useSyncExternalStore(open.saver.subscribe, open.evaluationNow);
  const { schoolRule } = edition;
  if (evaluation.scope.state === 'out' && evaluation.scope.reason !== null) {
    return (
      <div className="indicators">
        <p className="indicators__out">{t('indicators.outOfScope', { number: edition.indicators.length })}</p>
        <p className="indicators__intro">
          {words.of(`out-of-scope.${evaluation.scope.reason}`, evaluation.scope.facts)}
        </p>
      </div>
    );
  }
  if (evaluation.stages.length === 0) return <p className="indicators__intro">{t('indicators.stageMissing')}</p>;
  return (
    <div className="indicators">
      {evaluation.stages.map((stage) => (
        <StageIndicators key={stage.stage} open={open} stage={stage} onJump={onJump} />
      ))}
      <p className="indicators__intro">
        {schoolRule?.kind === 'at-least-m-of-n' && schoolRule.floorShare !== null
          ? t('indicators.rule', { minimum: schoolRule.minimumMet, floor: percentOf(schoolRule.floorShare) })
          : null}{' '}
        {open.report.may.fill ? t('indicators.intro') : null}
      </p>
    </div>
  );
}

function percentOf(share: string | null): number {
  return Math.round(Number(share ?? '0') * 100);
}

function floorOf({ schoolRule }: Edition): number {
  return schoolRule !== null && 'floorShare' in schoolRule ? percentOf(schoolRule.floorShare) : 0;
}

interface StageProps {
  readonly open: OpenReport;
  readonly stage: SchoolStageEvaluation;
  readonly onJump: (cell: string) => void;
}

function StageIndicators({ open, stage, onJump }: StageProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const settled = open.evaluation.stages.find((each) => each.stage === stage.stage)?.indicators;
  return (
    <section className="indicators__stage" aria-label={words.stage(stage.stage)}>
      <h3 className="indicators__stage-name">
        <span>{words.stage(stage.stage)}</span>
        <span className="indicators__count">
          {t('indicators.summary', {
            met: stage.metCount,
            total: stage.metCount + stage.unmetCount + stage.undeterminedCount,
          })}
        </span>
      </h3>
      <ul className="indicators__list">
        {stage.indicators.map((indicator) => (
          <IndicatorRow
            key={indicator.indicatorId}
            open={open}
            stage={stage.stage}
            indicator={indicator}
            settled={settled?.find((each) => each.indicatorId === indicator.indicatorId)}
            onJump={onJump}
          />
        ))}
      </ul>
    </section>
  );
}

/** How far a value reaches its standard, for the bar; null where there is none to reach. */
function reachOf({ value, threshold, comparator }: IndicatorEvaluation): number | null {
  if (threshold === '') return null;
  if (value === null) return 0;
  return Math.min(1.25, comparator === 'at-most' ? Number(threshold) / value : value / Number(threshold));
}

function valueOf(
  { value, threshold, outcome, trace, comparator }: IndicatorEvaluation,
  definition: IndicatorDefinition | undefined,
  decimals: number,
  words: Words,
): string {
  if (definition?.kind === 'answer') return trace.answer === null ? '—' : words.value(definition.item, trace.answer);
  if (value === null) return '—';
  // Digits are added where fewer would show a lower limit as reached.
  return shownValue(value, decimals, threshold, outcome === 'met' || threshold === '' || comparator === 'at-most');
}

type Standing = 'met' | 'aboveFloor' | 'belowFloor' | 'undetermined' | 'not-applicable';

function standingOf(indicator: IndicatorEvaluation): Standing {
  if (indicator.outcome !== 'unmet') return indicator.outcome;
  return indicator.aboveFloor === true ? 'aboveFloor' : 'belowFloor';
}

interface RowProps {
  readonly open: OpenReport;
  readonly stage: StageId;
  readonly indicator: IndicatorEvaluation;
  /** The same as of the last frame; undefined where there was none. */
  readonly settled: IndicatorEvaluation | undefined;
  readonly onJump: (cell: string) => void;
}

function IndicatorRow({ open, stage, indicator, settled, onJump }: RowProps) {
  return (
    <li className="indicator">
      <IndicatorFacts open={open} indicator={indicator} onJump={onJump} />
      {/* Long texts of law, of the same moment as what they are computed from: after the value itself. */}
      {settled === undefined ? null : (
        <SpecialRuleNotes open={open} stage={stage} indicator={settled} onJump={onJump} />
      )}
      <BesideIndicator open={open} indicatorId={indicator.indicatorId} />
    </li>
  );
}

const BesideIndicator = memo(
  function DrawnBeside({ open, indicatorId }: { readonly open: OpenReport; readonly indicatorId: string }) {
    return useReportSlots().besideIndicator(open.report, indicatorId);
  },
  (before, after) => before.indicatorId === after.indicatorId && sameBeside(before.open, after.open),
);

type FactsProps = Omit<RowProps, 'stage' | 'settled'>;

/** One cell changes a few indicators: the others stay as they are drawn. */
const IndicatorFacts = memo(
  DrawnFacts,
  (before, after) =>
    before.indicator === after.indicator &&
    before.onJump === after.onJump &&
    before.open.edition === after.open.edition,
);

function DrawnFacts({ open, indicator, onJump }: FactsProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const { language } = useLanguage();
  const { edition } = open;
  const definition = edition.indicators.find((each) => each.id === indicator.indicatorId);
  const standing = standingOf(indicator);
  const inTone = `standing standing--${standing}`;
  const lacking = shortfallOf(edition, indicator);
  const floor = floorOf(edition);
  const reach = reachOf(indicator);
  const [firstMissing] = indicator.missing;
  return (
    <>
      <div className="indicator__line">
        <span className="indicator__name">{words.of(`indicator.${indicator.indicatorId}.short`)}</span>
        <span className="indicator__value">
          {valueOf(indicator, definition, edition.display.indicatorDecimals, words)}
        </span>
      </div>
      {reach === null ? null : (
        <div className="indicator__track" aria-hidden="true">
          <span className={classNames('indicator__bar', inTone)} style={{ transform: `scaleX(${reach * 0.8})` }} />
          <span className="indicator__floor" style={{ insetInlineStart: `${floor * 0.8}%` }} />
          <span className="indicator__standard" />
        </div>
      )}
      <div className="indicator__line indicator__line--small">
        <span className={inTone}>{t(`indicators.${standing}`, { floor })}</span>
        {indicator.threshold === '' ? null : (
          <span>
            {t('indicators.standard', { value: grouped(indicator.threshold) })}{' '}
            {definition === undefined || definition.kind === 'answer' ? null : words.unit(definition.unit)}
          </span>
        )}
      </div>
      {lacking === null ? null : (
        <p className={classNames('indicator__lacking', inTone)}>
          <strong>{lackText(language, lacking)}</strong>
          {lacking.ofStage === null ? null : <span className="indicator__aside">{t('indicators.wholeSchool')}</span>}
          {lacking.toFloor === null ? null : (
            <span className="indicator__aside">
              {t('indicators.toFloor', { floor, amount: amountWithUnit(language, lacking, lacking.toFloor) })}
            </span>
          )}
        </p>
      )}
      {indicator.boundary ? <p className="indicator__note">{t('indicators.boundary')}</p> : null}
      {standing === 'undetermined' && firstMissing !== undefined ? (
        <p className="indicator__note">
          <button type="button" className="link-button" onClick={() => onJump(firstMissing)}>
            {missingText(indicator.missing, words.cell, words.list, t)}
          </button>
        </p>
      ) : null}
    </>
  );
}

function amountWithUnit(language: Language, { quantity, unit }: Shortfall, amount: string): string {
  return `${grouped(plannable(amount, unit))} ${unitOfItem(language, quantity, unit, amount)}`;
}

const NAMED = 2;

function missingText(
  missing: readonly string[],
  nameOf: (cell: string) => string,
  list: (names: readonly string[]) => string,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  const cells = list(missing.slice(0, NAMED).map(nameOf));
  return missing.length > NAMED
    ? t('indicators.missingMore', { cells, count: missing.length })
    : t('indicators.missing', { cells });
}
