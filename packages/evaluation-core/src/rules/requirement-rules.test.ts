import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { UndeterminedReason } from '../evaluation.ts';
import { knownAmount, onlyValue, unboundedAmount, unknownAmount } from '../items/amount-value.ts';
import type { AmountSource, AmountValue } from '../items/amount-value.ts';
import { cellKey, reportedText } from '../items/cells.ts';
import type { Cells } from '../items/cells.ts';
import { countyReport } from '../items/missing-cell.ts';
import type { Outcome } from '../outcome.ts';
import { decimalOrUndefined, exactText } from '../quantities/decimal.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import { decideRule } from './decide-rule.ts';
import type { RuleContext, Verdict } from './rule-decision.ts';

// The examples are data beside each rule, for people of the field to read and to add to; this file only runs them.

interface Group {
  readonly about: string;
  readonly rule: RequirementRule;
  readonly examples: readonly Example[];
}

interface Example {
  readonly title: string;
  readonly stage?: string;
  readonly evaluationDate?: string;
  readonly cells: Cells;
  readonly campuses?: readonly Cells[];
  readonly verdict?: Outcome;
  readonly outcome: Outcome;
  readonly reason?: UndeterminedReason;
  readonly missing?: readonly string[];
  /** Where it is not said: decided, and no cell is missing. */
  readonly complete?: boolean;
  readonly value?: string;
  readonly limit?: string;
  readonly parts?: Readonly<Record<string, Outcome>>;
  readonly least?: string;
  readonly greatest?: string | null;
  readonly impossible?: readonly string[];
}

function contextOf({
  stage = null,
  evaluationDate = null,
  cells,
  campuses = [],
  verdict = 'met',
}: ExampleCells): RuleContext {
  const cell = (key: string) => ({ schoolId: countyReport, key });
  const source: AmountSource = {
    stage,
    evaluationDate,
    number: (item, ofStage, yearsBack) => {
      const key = cellKey(item, ofStage, yearsBack);
      const value = decimalOrUndefined(reportedText(cells, key) ?? '');
      return value === undefined ? unknownAmount([cell(key)]) : knownAmount(value);
    },
    answer: (item) => ({ cell: cell(item), value: reportedText(cells, item) ?? null }),
    total: () => unboundedAmount,
  };
  const isOpen = verdict === 'undetermined';
  const open: Verdict = { outcome: verdict, complete: !isOpen, reason: isOpen ? 'missing-cells' : null };
  return {
    source,
    part: null,
    answers: (item) =>
      [cells, ...campuses].map((each) => ({ cell: cell(item), value: reportedText(each, item) ?? null })),
    changes: () => [{ rule: null, change: null, open: [] }],
    verdicts: { resourceAllocation: open, schoolStandard: open, balance: open },
  };
}

interface ExampleCells {
  readonly stage?: string | null;
  readonly evaluationDate?: string | null;
  readonly cells: Cells;
  readonly campuses?: readonly Cells[];
  readonly verdict?: Outcome;
}

function textOf(value: AmountValue | undefined): string | null {
  const known = value === undefined ? null : onlyValue(value);
  return known === null ? null : exactText(known);
}

const kinds = [
  'answer',
  'comparison',
  'share',
  'year-on-year',
  'not-falling',
  'rank',
  'all-of',
  'at-least-of',
  'scored',
  'school-verdicts',
];

describe.each(kinds)('%s', (kind) => {
  const groups = JSON.parse(readFileSync(new URL(`./${kind}.examples.json`, import.meta.url), 'utf8')) as Group[];
  describe.each(groups)('$about', ({ rule, examples }) => {
    test.each(examples)('$title', (example) => {
      const decision = decideRule(rule, contextOf(example));
      expect(decision.outcome).toBe(example.outcome);
      expect(decision.reason).toBe(example.outcome === 'undetermined' ? (example.reason ?? 'missing-cells') : null);
      const missing = decision.missing.map((each) => each.key);
      expect(missing).toStrictEqual(example.missing ?? []);
      expect(decision.complete).toBe(example.complete ?? (example.outcome !== 'undetermined' && missing.length === 0));
      if (example.value !== undefined) expect(textOf(decision.measured?.value)).toBe(example.value);
      if (example.limit !== undefined) expect(textOf(decision.measured?.limit)).toBe(example.limit);
      const parts = Object.fromEntries(decision.parts.map((part) => [part.id, part.decision.outcome]));
      if (example.parts !== undefined) expect(parts).toMatchObject(example.parts);
      const { least, greatest } = decision.score ?? {};
      if (example.least !== undefined) expect(least && exactText(least)).toBe(example.least);
      if (example.greatest !== undefined) expect(greatest ? exactText(greatest) : null).toBe(example.greatest);
      expect(decision.impossible.map((each) => each.key)).toStrictEqual(example.impossible ?? []);
    });
  });
});
