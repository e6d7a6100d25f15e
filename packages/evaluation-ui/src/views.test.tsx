import { describe, expect, jest, test } from '@jest/globals';
import { editionById, type Edition, type ExplanationNode } from '@junheng/evaluation-core';
import { createI18n } from '@junheng/ui/plain';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { CvTable } from './cv-table.tsx';
import { ExplanationView } from './explanation/explanation-view.tsx';
import {
  countyEvaluation,
  cvEvaluation,
  indicatorEvaluation,
  requirementOutcome,
  schoolStage,
  stageEvaluation,
} from './model/county-evaluation.factory.ts';
import { ObstacleList } from './obstacle-list.tsx';
import { OutOfScopeList } from './out-of-scope-list.tsx';
import { RequirementList } from './requirement-list.tsx';
import { SchoolIndicatorTable } from './school-indicator-table.tsx';
import { evaluationTexts } from './texts.ts';
import { VerdictBanner } from './verdict-banner.tsx';

function edition(): Edition {
  const found = editionById('cn-2017-quality-balance');
  if (found === undefined) throw new Error('edition');
  return found;
}

function show(view: ReactNode, language: 'zh-CN' | 'en' = 'zh-CN') {
  return render(<I18nextProvider i18n={createI18n(evaluationTexts, language)}>{view}</I18nextProvider>);
}

const unmet = indicatorEvaluation({
  outcome: 'unmet',
  aboveFloor: false,
  value: 3.1,
  exact: '31/10',
  trace: { amount: '9', pupils: '300', denominator: null, share: null, answer: null, cells: [] },
});
const close = indicatorEvaluation({
  indicatorId: 'R2',
  outcome: 'unmet',
  aboveFloor: true,
  value: 0.99996,
  exact: '0.99996',
  threshold: '1',
});

describe('the verdict', () => {
  test('an unmet whole names what is unmet and what has no data', () => {
    const result = countyEvaluation({
      county: {
        outcome: 'unmet',
        complete: false,
        requirements: [
          requirementOutcome({ requirementId: 'R', group: 'resource-allocation', outcome: 'unmet', complete: true }),
          requirementOutcome(),
          requirementOutcome({ requirementId: 'G2' }),
        ],
      },
    });
    show(<VerdictBanner result={result} onWhy={() => undefined} />);
    expect(screen.getByText(/有 1 项认定条件未达标/)).toBeVisible();
    expect(screen.getByText(/还有 2 项认定条件缺数据/)).toBeVisible();
  });

  test('every word opens its explanation', async () => {
    const why = jest.fn();
    show(<VerdictBanner result={countyEvaluation()} onWhy={why} />, 'en');
    for (const button of screen.getAllByRole('button')) await userEvent.click(button);
    expect(why.mock.calls.flat()).toEqual(['resource-allocation', 'stage/primary', 'county']);
  });
});

test('a coefficient just over its limit shows the digits that say so, and its flags', () => {
  const stage = stageEvaluation({
    cvs: [
      cvEvaluation({ outcome: 'unmet', cv: 0.50004, boundary: true }),
      cvEvaluation({ indicatorId: 'R2', cv: null, outcome: 'undetermined', provisional: true }),
    ],
  });
  show(<CvTable stage={stage} digits={3} indicatorDigits={2} onWhy={() => undefined} />);
  expect(screen.getByRole('button', { name: /0\.50004/ })).toBeVisible();
  expect(screen.getByText('临界')).toBeVisible();
  expect(screen.getByText('暂算')).toBeVisible();
});

describe('schools by indicators', () => {
  const rows = [
    { evaluation: schoolStage({ outcome: 'unmet', indicators: [unmet, close] }), townName: '东镇', type: 'primary' },
  ];
  const table = (why: (path: string) => void) => (
    <SchoolIndicatorTable
      rows={rows}
      indicators={['R1', 'R2']}
      stages={['primary']}
      digits={2}
      sort="name"
      descending={false}
      onSort={() => undefined}
      onWhy={why}
      openPath={null}
    />
  );
  test('each value says in words on which side it stands, and never rounds onto its threshold', async () => {
    const why = jest.fn();
    show(table(why));
    const below = screen.getByRole('button', { name: /3\.10/ });
    expect(below).toHaveTextContent('低于底线');
    const above = screen.getByRole('button', { name: /0\.99996/ });
    expect(above).toHaveTextContent('不低于底线');
    await userEvent.click(below);
    expect(why).toHaveBeenCalledWith('indicator/s1/primary/R1');
  });
  test('the head says how it is sorted', () => {
    show(table(() => undefined));
    expect(screen.getByRole('columnheader', { name: /学校/ })).toHaveAttribute('aria-sort', 'ascending');
  });
});

describe('what stands in the way', () => {
  const result = countyEvaluation({
    schoolStages: [
      schoolStage({ outcome: 'unmet', indicators: [unmet] }),
      schoolStage({ schoolId: 's2', name: '示例乙小学', outcome: 'undetermined', complete: false, indicators: [] }),
    ],
  });
  test('the missing amount in the unit the school reports; schools not approved in one line', () => {
    show(
      <ObstacleList
        result={result}
        edition={edition()}
        notApproved={new Map([['s2', '示例乙小学']])}
        onWhy={() => undefined}
      />,
    );
    // 4.2 of 300 pupils are 12.6, so 13 teachers; 9 are there
    expect(screen.getByText(/还差 4 名高于规定学历的专任教师/)).toBeVisible();
    expect(screen.getByText('1 所学校的自评还没有审核通过')).toBeVisible();
  });
  test('nothing in the way', () => {
    show(
      <ObstacleList result={countyEvaluation()} edition={edition()} notApproved={new Map()} onWhy={() => undefined} />,
      'en',
    );
    expect(screen.getByText(/every school and every coefficient/)).toBeVisible();
  });
});

describe('the conditions of the whole verdict', () => {
  const requirements = [
    requirementOutcome(),
    requirementOutcome({
      requirementId: 'V1',
      group: 'veto',
      missing: [{ schoolId: '', key: 'enrolment-by-examination' }],
    }),
    requirementOutcome({
      requirementId: 'G7',
      outcome: 'unmet',
      reason: null,
      missing: [],
      measured: { value: 5999.999, exact: '5999.999', comparator: 'at-least', limit: '6000' },
    }),
    requirementOutcome({
      requirementId: 'G12',
      outcome: 'unmet',
      missing: [{ schoolId: 's2', key: 'certified-teachers' }],
      schools: {
        askedCount: 12,
        metCount: 10,
        unmetCount: 1,
        undeterminedCount: 1,
        open: [
          {
            schoolId: 's2',
            stage: null,
            outcome: 'undetermined',
            reason: 'missing-cells',
            missing: [{ schoolId: 's2', key: 'certified-teachers' }],
            measured: { value: null, exact: null, comparator: 'at-least', limit: '100' },
            parts: [],
          },
          {
            schoolId: 's1',
            stage: null,
            outcome: 'unmet',
            reason: null,
            missing: [],
            measured: { value: 98.21428571428571, exact: '2750/28', comparator: 'at-least', limit: '100' },
            parts: [],
          },
        ],
      },
    }),
  ];
  const names = new Map([
    ['s1', '示例甲小学'],
    ['s2', '示例乙小学'],
  ]);
  const list = (why: (path: string) => void = () => undefined) => (
    <RequirementList requirements={requirements} edition={edition()} names={names} onWhy={why} />
  );

  test('what only waits for the county report is one line, whatever its dimension', async () => {
    const why = jest.fn();
    show(list(why));
    expect(screen.getAllByText('县级填报尚未提供的数据')).toHaveLength(1);
    expect(screen.getByText('2 项数据，2 项条件只等这些数据')).toBeVisible();
    expect(screen.getByText(/^县域内义务教育学校规划布局合理/)).not.toBeVisible();
    expect(screen.queryByText('一票否决')).toBeNull();
    expect(screen.getByText('等县级数据 1')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /G7/ }));
    expect(why).toHaveBeenCalledWith('requirement/G7');
  });

  test('a number beside its limit is never rounded onto it', () => {
    show(list());
    expect(screen.getByText('5,999.999')).toBeVisible();
    expect(screen.getByText('（要求 ≥ 6,000）')).toBeVisible();
  });

  test('schools are counted, and named on demand with their own number, the unmet first', async () => {
    show(list(), 'en');
    expect(screen.getByText('示例甲小学')).not.toBeVisible();
    await userEvent.click(screen.getByText(/Not met: 1 · Undetermined: 1/));
    expect(screen.getByText('示例甲小学')).toBeVisible();
    expect(screen.getByText('98.21%')).toBeVisible();
    const lines = screen.getAllByRole('listitem').filter((each) => each.textContent?.includes('示例'));
    expect(lines.map((line) => line.textContent?.includes('示例甲小学')).slice(-2)).toEqual([true, false]);
  });
});

test('who is not computed is named with the reason', () => {
  show(
    <OutOfScopeList
      result={{
        outOfScope: [{ schoolId: 's9', stage: null, reason: 'vocational', facts: {} }],
        mergedCampuses: [{ schoolId: 's8', parentSchoolId: 's1' }],
        dataProblems: [],
      }}
      names={
        new Map([
          ['s9', '示例职校'],
          ['s8', '示例东校区'],
          ['s1', '示例小学'],
        ])
      }
    />,
  );
  expect(screen.getByText('示例职校')).toBeVisible();
  expect(screen.getByText(/数据并入 示例小学/)).toBeVisible();
});

describe('why', () => {
  const node: ExplanationNode = {
    path: 'indicator/s1/primary/R1',
    kind: 'indicator',
    outcome: 'unmet',
    complete: true,
    value: 3.1,
    exact: '31/10',
    bounds: null,
    facts: {},
    formula: null,
    source: { document: '教督〔2017〕6号', clause: null, confidence: 'A', note: null },
    cells: [
      { schoolId: 's1', key: 'pupils.primary', value: '300' },
      { schoolId: 's1', key: 'teachers-above-required-degree.primary', value: null },
    ],
    children: ['quantity/s1/primary/R1', 'school/s1/primary'],
  };
  const result = countyEvaluation({ schoolStages: [schoolStage({ outcome: 'unmet', indicators: [unmet] })] });
  const origin = {
    schoolId: 's1',
    cell: 'pupils.primary',
    value: '300',
    enteredBy: '示例填报员',
    enteredAt: '2026-11-03T02:00:00Z',
    source: 'imported',
    sourceDetail: { file: 'a.xlsx', sheet: '小学', column: 'D', row: 5 },
    submittedBy: null,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    selfReportId: null,
    evidence: [],
  };
  test('cells with the people and the place they came from; what is missing says so', async () => {
    const open = jest.fn();
    show(
      <ExplanationView
        node={node}
        origins={[origin]}
        result={result}
        edition={edition()}
        schoolName={() => '示例小学'}
        formatInstant={(iso) => iso.slice(0, 10)}
        onOpen={open}
        renderPart={(path) => <p>part {path}</p>}
      />,
    );
    expect(screen.getByText('示例填报员 2026-11-03导入')).toBeVisible();
    expect(screen.getByText('a.xlsx · 小学 · D5')).toBeVisible();
    expect(screen.getByText('还没有审核')).toBeVisible();
    expect(screen.getByText('没有填')).toBeVisible();
    expect(screen.getByText('part quantity/s1/primary/R1')).toBeVisible();
    await userEvent.click(within(screen.getByRole('navigation')).getByRole('button', { name: '小学' }));
    expect(open).toHaveBeenCalledWith('stage/primary');
  });

  test.each([
    ['330191/1250000', '差异系数² ≈ 0.264153 ≤ 0.25 · 不成立'],
    ['1/4', '差异系数² = 0.25 ≤ 0.25 · 不成立'],
  ])('a rounded square says so once: %s', (square, shown) => {
    const formula: ExplanationNode['formula'] = {
      template: 'coefficient-of-variation',
      numbers: { count: 2, pupils: 300, total: '10', cv: '1/3', limit: '0.5' },
      expression: null,
      result: square,
      comparison: { relation: '<=', limit: '0.25', holds: false },
    };
    show(
      <ExplanationView
        node={{ ...node, path: 'cv/primary/R1', kind: 'cv', formula }}
        origins={[]}
        result={result}
        edition={edition()}
        schoolName={() => '示例小学'}
        formatInstant={(iso) => iso}
        onOpen={() => undefined}
      />,
    );
    expect(screen.getByText(shown)).toBeVisible();
    expect(screen.getByText(/平均数 ≈ 0\.333333/)).toBeVisible();
  });
});
