import {
  specialRulePreviews,
  type Edition,
  type IndicatorEvaluation,
  type SpecialRulePreview,
  type StageId,
} from '@junheng/evaluation-core';
import { classNames, useTexts } from '@junheng/ui/plain';
import { memo, useMemo } from 'react';
import { sectionOfCell } from './model/form.ts';
import { grouped, shownValue } from './model/shown-number.ts';
import { useReportSlots } from './report-slots.ts';
import { useDates } from './use-dates.ts';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

export interface SpecialRuleNotesProps {
  readonly open: OpenReport;
  readonly stage: StageId;
  readonly indicator: IndicatorEvaluation;
  readonly onJump: (cell: string) => void;
}

/** Beside an indicator below its threshold, or one that a rule carries: what special rules change or would change. */
export const SpecialRuleNotes = memo(
  DrawnNotes,
  (before, after) =>
    before.indicator === after.indicator &&
    before.stage === after.stage &&
    before.onJump === after.onJump &&
    before.open.record === after.open.record &&
    before.open.report.may.fill === after.open.report.may.fill,
);

function DrawnNotes({ open, stage, indicator, onJump }: SpecialRuleNotesProps) {
  const { t } = useTexts('portal');
  const { edition, record, evaluationDate } = open;
  const previews = useMemo(
    () => specialRulePreviews(edition, record, { stage, indicatorId: indicator.indicatorId }, { evaluationDate }),
    [edition, record, evaluationDate, stage, indicator.indicatorId],
  );
  const shown =
    indicator.outcome === 'unmet'
      ? previews
      : previews.filter(({ standing, applies }) => standing === 'in-force' && applies !== false);
  if (shown.length === 0) return null;
  const helpful = shown.some(({ applies }) => applies !== false);
  return (
    <details className="special-rules" open={helpful && shown.some(({ standing }) => standing === 'in-force')}>
      <summary>{t('specialRules.title', { number: shown.length })}</summary>
      <ul>
        {shown.map((preview) => (
          <Preview key={preview.ruleId} open={open} preview={preview} indicator={indicator} onJump={onJump} />
        ))}
      </ul>
    </details>
  );
}

interface PreviewProps {
  readonly open: OpenReport;
  readonly preview: SpecialRulePreview;
  readonly indicator: IndicatorEvaluation;
  readonly onJump: (cell: string) => void;
}

function Preview({ open, preview, indicator, onJump }: PreviewProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const slots = useReportSlots();
  const { edition } = open;
  const counts = preview.standing === 'in-force' && preview.applies === true;
  return (
    <li className={classNames('special-rule', counts && 'special-rule--counts')}>
      <p className="special-rule__name">{words.of(`special-rule.${preview.ruleId}`)}</p>
      <dl className="special-rule__facts">
        <dt>{t('specialRules.standing')}</dt>
        <dd>
          <strong>{t(`specialRules.${preview.standing}`)}</strong> <Window preview={preview} />
        </dd>
        <dt>{t('specialRules.condition')}</dt>
        <dd>
          {t(
            preview.applies === null
              ? 'specialRules.open'
              : preview.applies
                ? 'specialRules.applies'
                : 'specialRules.appliesNot',
          )}
          <ul className="special-rule__cells">
            {preview.conditionCells.map(({ key, value }) => (
              <li key={key}>
                <CellLink open={open} cell={key} value={value} onJump={onJump} />
              </li>
            ))}
          </ul>
        </dd>
        <dt>{t('specialRules.change')}</dt>
        <dd>
          <Effect preview={preview} indicator={indicator} edition={edition} />
          {preview.threshold === null ? null : (
            <p>
              {t('specialRules.threshold', {
                from: grouped(preview.threshold.from),
                to: grouped(preview.threshold.to),
              })}
            </p>
          )}
          {preview.extraCells.length === 0 ? null : (
            <>
              <p>{t('specialRules.extra')}</p>
              <ul className="special-rule__cells">
                {preview.extraCells.map(({ key, value }) => (
                  <li key={key}>
                    <CellLink open={open} cell={key} value={value} onJump={onJump} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </dd>
        {preview.evidence.length === 0 ? null : (
          <>
            <dt>{t('specialRules.evidence')}</dt>
            <dd>
              {words.list(preview.evidence.map((each) => words.of(`special-rule-evidence.${each}`)))}
              {preview.applies === false ? null : <div>{slots.besideSpecialRule(open.report, preview.ruleId)}</div>}
            </dd>
          </>
        )}
        {preview.followUp === null ? null : (
          <>
            <dt>{t('specialRules.followUp')}</dt>
            <dd>{words.of(`special-rule-follow-up.${preview.followUp}`)}</dd>
          </>
        )}
      </dl>
    </li>
  );
}

function Window({ preview }: { readonly preview: SpecialRulePreview }) {
  const { t } = useTexts('portal');
  const dates = useDates();
  const { validFrom, validUntil } = preview;
  if (validFrom === null && validUntil === null) return <span>{t('specialRules.always')}</span>;
  return (
    <span>
      {validFrom === null
        ? t('specialRules.until', { until: dates.day(validUntil ?? '') })
        : validUntil === null
          ? t('specialRules.from', { from: dates.day(validFrom) })
          : t('specialRules.between', { from: dates.day(validFrom), until: dates.day(validUntil) })}
    </span>
  );
}

function CellLink(props: {
  readonly open: OpenReport;
  readonly cell: string;
  readonly value: string | null;
  readonly onJump: (cell: string) => void;
}) {
  const { t } = useTexts('portal');
  const words = useWords();
  const { open, cell, value } = props;
  const itemId = cell.split('.')[0] ?? cell;
  const item = open.edition.items.find((each) => each.id === itemId);
  const said =
    value === null
      ? t('handIn.missingValue')
      : item?.value.kind === 'number'
        ? `${grouped(value)} ${words.unitOf(item, value)}`
        : words.value(itemId, value);
  const asked = sectionOfCell(open.sections, cell) !== undefined;
  const name = words.cell(cell);
  return (
    <>
      {asked ? (
        <button type="button" className="link-button" onClick={() => props.onJump(cell)}>
          {name}
        </button>
      ) : (
        <span>{name}</span>
      )}
      <span className="special-rule__value">{said}</span>
    </>
  );
}

/** The indicator as it would be, in one sentence. */
function Effect(props: {
  readonly preview: SpecialRulePreview;
  readonly indicator: IndicatorEvaluation;
  readonly edition: Edition;
}) {
  const { t } = useTexts('portal');
  const { preview, indicator, edition } = props;
  const { withRule } = preview;
  if (withRule === null) return <p>{t('specialRules.noChange')}</p>;
  const decimals = edition.display.indicatorDecimals;
  const number = ({ value, threshold, outcome }: IndicatorEvaluation): string =>
    value === null ? '—' : shownValue(value, decimals, threshold, outcome === 'met' || threshold === '');
  if (withRule.value === null) return <p>{t('specialRules.notYet')}</p>;
  const outcome = t(
    withRule.outcome === 'met'
      ? 'specialRules.met'
      : withRule.outcome === 'unmet'
        ? 'specialRules.unmet'
        : 'specialRules.undetermined',
  );
  const counted = preview.standing === 'in-force' && preview.applies === true;
  return (
    <p>
      <strong>
        {t(counted ? 'specialRules.counted' : 'specialRules.would', {
          before: number(indicator),
          after: number(withRule),
          threshold: grouped(withRule.threshold),
          outcome,
        })}
      </strong>
    </p>
  );
}
