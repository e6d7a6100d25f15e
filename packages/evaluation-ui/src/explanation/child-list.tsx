import { displayNumber, type Edition } from '@junheng/evaluation-core';
import { besideLimit, fractionOfNumber, grouped, percent } from '../model/display-number.ts';
import { readPath, summaryOf, type ExplainedResult } from '../model/explanation-path.ts';
import { toneOfIndicator, toneTextKey } from '../model/tone.ts';
import { MoreOrLess } from '../more-or-less.tsx';
import { OutcomeSign } from '../outcome-sign.tsx';
import { useWords } from '../use-words.ts';
import { nodeLabel } from './node-title.ts';

export interface ChildListProps {
  readonly parent: string;
  readonly paths: readonly string[];
  readonly result: ExplainedResult;
  readonly edition: Edition;
  readonly schoolName: (schoolId: string) => string | null;
  readonly onOpen: (path: string) => void;
}

const FIRST_CHILDREN = 40;

/** What a node is made of: each line with its own outcome and number, the troubled ones first. */
export function ChildList({ parent, paths, result, edition, schoolName, onOpen }: ChildListProps) {
  const { t, words, language } = useWords();
  const shares = contributionsOf(result, parent);
  const lines = paths
    .map((path, index) => {
      const summary = summaryOf(result, path);
      const parts = readPath(path);
      const share = parts !== null && 'schoolId' in parts ? (shares?.get(parts.schoolId ?? '') ?? null) : null;
      return { path, index, summary, share };
    })
    .sort(
      (a, b) =>
        (b.share ?? 0) - (a.share ?? 0) || rank(a.summary.outcome) - rank(b.summary.outcome) || a.index - b.index,
    );
  return (
    <MoreOrLess items={lines} first={FIRST_CHILDREN}>
      {(shown) => (
        <ul className="ev-children">
          {shown.map(({ path, summary, share }) => {
            const tone =
              summary.outcome === null
                ? null
                : toneOfIndicator({ outcome: summary.outcome, aboveFloor: summary.aboveFloor });
            return (
              <li key={path}>
                <button type="button" className="ev-link-row" onClick={() => onOpen(path)}>
                  {tone === null ? null : <OutcomeSign tone={tone} size={12} />}
                  <span className="ev-children__name">
                    {shares === null ? nodeLabel(language, result, path, schoolName) : (summary.schoolName ?? path)}
                  </span>
                  {share === null ? null : (
                    <span className="ev-muted" title={t('explanation.shareHelp')}>
                      {t('explanation.share', { share: percent(share) })}
                    </span>
                  )}
                  <span className="ev-children__value">{valueOf(path, result, edition)}</span>
                  {tone === null ? null : <span className="jh-visually-hidden">{words(toneTextKey(tone))}</span>}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </MoreOrLess>
  );
}

/** Shares of the variance by school below a coefficient; null below anything else. */
function contributionsOf(result: ExplainedResult, parent: string): ReadonlyMap<string, number> | null {
  const parts = readPath(parent);
  if (parts?.kind !== 'cv') return null;
  const stage = result.resourceAllocation.stages.find((each) => each.stage === parts.stage);
  const cv = stage?.cvs.find((each) => each.indicatorId === parts.indicatorId);
  return new Map(cv?.contributions.map((each) => [each.schoolId, each.share]));
}

function rank(outcome: string | null): number {
  return outcome === 'unmet' ? 0 : outcome === 'undetermined' ? 1 : 2;
}

function valueOf(path: string, result: ExplainedResult, edition: Edition): string {
  const parts = readPath(path);
  const { value, outcome } = summaryOf(result, path);
  const fraction = value === null ? null : fractionOfNumber(value);
  if (parts === null || fraction === null || outcome === null) return '';
  if (parts.kind === 'cv' || parts.kind === 'composite') {
    const stage = result.resourceAllocation.stages.find((each) => each.stage === parts.stage);
    const judged =
      parts.kind === 'composite' ? stage?.composite : stage?.cvs.find((each) => each.indicatorId === parts.indicatorId);
    const digits = edition.display.cvDecimals;
    if (judged == null) return '';
    // Where only the mean of the coefficients is judged, a single one has no limit.
    if (judged.limit === '') return displayNumber(value ?? 0, digits);
    return besideLimit({ value: fraction, limit: judged.limit, good: 'at-most', outcome, digits });
  }
  if (parts.kind !== 'indicator') return '';
  const indicator = edition.indicators.find((each) => each.id === parts.indicatorId);
  const threshold = indicator !== undefined && 'thresholds' in indicator ? indicator.thresholds[parts.stage] : null;
  if (indicator === undefined || threshold == null) return '';
  const good = 'comparator' in indicator ? indicator.comparator : 'at-least';
  const digits = edition.display.indicatorDecimals;
  return grouped(besideLimit({ value: fraction, limit: threshold, good, outcome, digits }));
}
