import { describe, expect, test } from '@jest/globals';
import { evaluateCounty, evaluateSchool, explainer, messageKeysOf, validateEdition } from '../src/index.ts';
import type { ExplanationNode } from '../src/index.ts';
import { golden, readCsv } from './fixtures/csv.ts';
import { evaluateExpression, holds } from './fixtures/expression-checker.ts';
import { atMostTwoOfEleven } from './fixtures/provincial-editions/at-most-two-of-eleven.ts';
import { eightOfTen } from './fixtures/provincial-editions/eight-of-ten.ts';
import { graded31 } from './fixtures/provincial-editions/graded-31.ts';
import type { ProvincialCase, SchoolVector } from './fixtures/provincial-editions/provincial-edition.ts';
import { sevenOfNine, sevenOfNinePrimary } from './fixtures/provincial-editions/seven-of-nine.ts';
import { stepped100Points } from './fixtures/provincial-editions/stepped-100-points.ts';
import { thirteenOfThirteen } from './fixtures/provincial-editions/thirteen-of-thirteen.ts';
import { county, school } from './fixtures/schools.ts';

// Per-school rules of provinces (cases/per_school_rules_by_framework.csv), each as an edition of data alone.
const cases: readonly ProvincialCase[] = [
  eightOfTen,
  atMostTwoOfEleven,
  sevenOfNine,
  sevenOfNinePrimary,
  graded31,
  stepped100Points,
  thirteenOfThirteen,
];

test('every row of the table of rules has an edition', () => {
  const rows = readCsv(golden('cases/per_school_rules_by_framework.csv')).map((row) => row['framework'] ?? '');
  const covered: Readonly<Record<string, string>> = {
    '教督〔2017〕6号': 'cn-2017-quality-balance',
    provincial: eightOfTen.edition.id,
    广东: atMostTwoOfEleven.edition.id,
    '贵州 9': sevenOfNine.edition.id,
    江苏: graded31.edition.id,
    '贵州 points': stepped100Points.edition.id,
    山东: 'cn-shandong-basic-balance',
    重庆: thirteenOfThirteen.edition.id,
  };
  for (const row of rows) expect([row, Object.keys(covered).filter((key) => row.startsWith(key))]).toHaveLength(2);
  expect(rows.filter((row) => !Object.keys(covered).some((key) => row.startsWith(key)))).toEqual([]);
});

function reported({ school: base }: ProvincialCase, { changes }: SchoolVector) {
  const cells = Object.entries({ ...base, ...changes }).flatMap(([key, value]) =>
    value === null ? [] : [[key, value]],
  );
  return school('a', Object.fromEntries(cells) as Record<string, string>);
}

describe.each(cases.map((each) => [`${each.edition.id}, ${each.stage}`, each] as const))('%s', (_, own) => {
  test('is a valid edition', () => {
    const names = messageKeysOf(own.edition).map((key) => [key, [`名称 ${key}`, `Name of ${key}`]] as const);
    expect(validateEdition({ ...own.edition, texts: Object.fromEntries(names) })).toEqual([]);
    expect(new Set(validateEdition(own.edition).map((each) => each.fault))).toEqual(new Set(['missing-translation']));
  });

  test.each(own.vectors.map((vector) => [vector.title, vector] as const))('%s', (__, vector) => {
    const record = reported(own, vector);
    const judged = evaluateSchool(own.edition, record).stages.find((each) => each.stage === own.stage);
    const { outcome, met, unmet, open, points, grade } = vector.expected;
    expect(judged).toMatchObject({
      outcome,
      metCount: met,
      unmetCount: unmet,
      undeterminedCount: open ?? 0,
      complete: !Object.values(vector.changes).some((each) => each === null || each === 'perhaps'),
    });
    expect(judged?.points ?? null).toEqual(
      points === undefined ? null : { least: points[0], most: points[1], pass: '80' },
    );
    expect(judged?.grade ?? null).toEqual(grade === undefined ? null : { worst: grade[0], best: grade[1] });

    const result = evaluateCounty(own.edition, county(record));
    expect(result.county.requirements.map((each) => each.outcome)).toEqual([outcome]);
    expect(result.resourceAllocation.stages.find((each) => each.stage === own.stage)).toMatchObject({
      outcome,
      schoolsOutcome: outcome,
      balanceOutcome: 'not-applicable',
      composite: null,
      cvs: [],
    });
  });

  test('every explanation can be checked again', () => {
    for (const vector of own.vectors) {
      const at = explainer(own.edition, county(reported(own, vector)), {});
      const open = ['county'];
      for (let path = open.pop(); path !== undefined; path = open.pop()) {
        const node = at(path);
        recheck(node);
        open.push(...node.children);
      }
      expect(at(`school/a/${own.stage}`)).toMatchObject({ outcome: vector.expected.outcome });
    }
  });
});

function recheck({ kind, formula, exact, outcome, path }: ExplanationNode): void {
  expect([path, kind]).not.toEqual([path, 'not-found']);
  if (formula === null || formula.expression === null || formula.result === null) return;
  const value = evaluateExpression(formula.expression);
  expect([path, holds(value, '=', evaluateExpression(formula.result))]).toEqual([path, true]);
  if (exact !== null) expect(exact).toBe(formula.result);
  const { comparison } = formula;
  if (comparison === null) return;
  expect(holds(value, comparison.relation, evaluateExpression(comparison.limit))).toBe(comparison.holds);
  if (kind === 'indicator') expect([path, outcome]).toEqual([path, comparison.holds ? 'met' : 'unmet']);
}
