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
  schoolStage,
  stageEvaluation,
} from './model/county-evaluation.factory.ts';
import { ObstacleList } from './obstacle-list.tsx';
import { OutOfScopeList } from './out-of-scope-list.tsx';
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
          { requirementId: 'R', group: 'resource-allocation', outcome: 'unmet', complete: true },
          { requirementId: 'G1', group: 'government', outcome: 'undetermined', complete: false },
          { requirementId: 'G2', group: 'government', outcome: 'undetermined', complete: false },
        ],
      },
    });
    show(<VerdictBanner result={result} onWhy={() => undefined} />);
    expect(screen.getByText(/有 1 项认定条件未达标/)).toBeVisible();
    expect(screen.getByText(/还有 2 项认定条件没有数据/)).toBeVisible();
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
