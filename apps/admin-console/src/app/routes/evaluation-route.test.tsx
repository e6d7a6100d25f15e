import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { EvaluationSummary } from '@junheng/api-contract';
import {
  evaluateCounty,
  explain,
  editionById,
  type DataSet,
  type Edition,
  type SchoolRecord,
} from '@junheng/evaluation-core';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { selfReport } from '../../features/review-report/model/self-report.factory.ts';
import { knownSession } from '../../server/session.factory.ts';
import { refused, fakeServerEachTest } from '../../testing/fake-server.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { showRoute } from '../../testing/show-route.tsx';

const server = fakeServerEachTest();
const { round } = selfReport();

function edition(): Edition {
  const found = editionById('cn-2017-quality-balance');
  if (found === undefined) throw new Error('edition');
  return found;
}

/** A primary school that meets everything, except for what is changed. */
function school(id: string, name: string, changes: Record<string, string> = {}): SchoolRecord {
  return {
    schoolId: id,
    code: id,
    name,
    parentSchoolId: null,
    countedAsSchool: true,
    cells: {
      'school-type': 'primary',
      ownership: 'public',
      locale: 'town',
      'pupils.primary': '300',
      'teachers-above-required-degree.primary': '15',
      'backbone-teachers.primary': '4',
      'pe-and-arts-teachers.primary': '3',
      'net-teaching-rooms-area': '1500',
      'sports-area': '2400',
      'equipment-value': '70',
      'multimedia-classrooms': '8',
      ...changes,
    },
  };
}

const dataSet: DataSet = {
  countyCode: '219900',
  countyName: '示例县',
  schools: [
    school('s1', '示例甲小学'),
    school('s2', '示例乙小学', { 'net-teaching-rooms-area': '1100' }),
    school('s3', '示例丙小学'),
  ],
};
const result = evaluateCounty(edition(), dataSet, { evaluationDate: '2026-11-21' });
const summary: EvaluationSummary = {
  id: '70000000-0000-4000-8000-000000000001',
  roundId: round.id,
  editionId: result.editionId,
  editionHash: result.editionHash,
  rulesVersion: result.rulesVersion,
  dataSet: {
    id: '80000000-0000-4000-8000-000000000001',
    roundId: round.id,
    regionId: round.regionId,
    version: 1,
    hash: result.dataSetHash,
    schoolCount: 3,
    kind: 'approved',
    countyCells: 0,
    missingSchools: [],
    reason: null,
    frozenAt: '2026-11-21T02:00:00.000Z',
    frozenBy: '示例管理员',
  },
  resultHash: 'a'.repeat(64),
  resourceAllocation: result.resourceAllocation.outcome,
  county: result.county.outcome,
  stages: [],
  ranAt: '2026-11-21T02:00:00.000Z',
  ranBy: '示例管理员',
  release: null,
  outdated: null,
};
const again = { ...summary, id: '70000000-0000-4000-8000-000000000002', ranAt: '2026-11-21T03:00:00.000Z' };
const address = `/rounds/${round.id}/evaluations/${again.id}`;

beforeAll(fillJsdomGaps);
beforeEach(() => {
  server()
    .on('GET /rounds', { rounds: [round] })
    .on(`GET /rounds/${round.id}`, round)
    .on('GET /regions', { regions: [] })
    .on('GET /schools', { schools: [] })
    .on(`GET /rounds/${round.id}/evaluations`, { evaluations: [again, summary] })
    .on(`GET /evaluations/${again.id}`, { ...again, result, schools: [], ruleEvidence: [] })
    .on(`GET /evaluations/${again.id}/explanation`, ({ path }) => {
      const asked = new URLSearchParams(path.split('?')[1]).get('path') ?? '';
      const node = explain(edition(), dataSet, { evaluationDate: '2026-11-21' }, asked);
      const cells = node.cells.map((cell) => ({
        schoolId: cell.schoolId,
        cell: cell.key,
        value: cell.value,
        enteredBy: '示例填报员',
        enteredAt: '2026-11-03T02:00:00.000Z',
        source: 'typed',
        sourceDetail: null,
        submittedBy: '示例校长',
        submittedAt: '2026-11-04T02:00:00.000Z',
        approvedBy: '示例审核员',
        approvedAt: '2026-11-05T02:00:00.000Z',
        selfReportId: null,
        evidence: [],
      }));
      return { body: { path: asked, node, cells } };
    });
});

describe('the county page', () => {
  test('says the verdict first, then what is lacking in the unit the school reports', async () => {
    showRoute(address);
    const verdict = await screen.findByRole('region', { name: '评估结论' });
    expect(verdict).toHaveTextContent('资源配置未达标');
    // 4.5 m2 for each of 300 pupils are 1350; 1100 are there
    expect(screen.getByText(/还差 250 ㎡/)).toBeVisible();
    expect(screen.getByText(/与 .* 的结果完全相同/)).toBeVisible();
  });

  test('any number opens its explanation beside, down to who entered and approved it, and the address keeps it', async () => {
    const { router } = showRoute(`${address}?show=unmet`);
    const table = (await screen.findByRole('columnheader', { name: /教学用房/ })).closest('table');
    if (table === null) throw new Error('no table');
    expect(within(table).getAllByRole('rowheader')).toHaveLength(1);
    await userEvent.click(within(table).getByRole('button', { name: /3\.67/ }));
    const panel = await screen.findByRole('complementary', { name: '为什么' });
    expect(await within(panel).findAllByText('示例乙小学 · 小学')).not.toHaveLength(0);
    await waitFor(() => expect(panel).toHaveTextContent('示例填报员'));
    expect(panel).toHaveTextContent('示例校长');
    expect(panel).toHaveTextContent('示例审核员');
    expect(new URLSearchParams(router.state.location.search).get('why')).toBe('indicator/s2/primary/R4');
  });

  test('a link to an explanation opens it', async () => {
    showRoute(`${address}?why=cv/primary/R4`);
    const panel = await screen.findByRole('complementary', { name: '为什么' });
    expect(await within(panel).findByText('校际差异系数 · 小学')).toBeVisible();
    expect(within(panel).getByRole('button', { name: /示例乙小学/ })).toBeVisible();
  });

  test('sorting by an indicator is in the address', async () => {
    const { router } = showRoute(address);
    const head = await screen.findByRole('columnheader', { name: /教学用房/ });
    await userEvent.click(within(head).getByRole('button'));
    await waitFor(() => expect(router.state.location.search).toBe('?sort=R4'));
    expect(screen.getByRole('columnheader', { name: /教学用房/ })).toHaveAttribute('aria-sort', 'ascending');
  });
});

describe('the list of runs', () => {
  test('equal results say so; running leads to the new result', async () => {
    server().on(`POST /rounds/${round.id}/evaluations`, again);
    const { router } = showRoute(`/rounds/${round.id}/evaluations`);
    expect(await screen.findAllByText('= 结果相同')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: '运行评估' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(address));
    expect(server().sentTo(`POST /rounds/${round.id}/evaluations`)).toEqual([{}]);
  });

  test('nothing approved yet is said in words', async () => {
    server().on(`POST /rounds/${round.id}/evaluations`, () => refused(409, 'data-set.nothing-approved'));
    showRoute(`/rounds/${round.id}/evaluations`);
    await userEvent.click(await screen.findByRole('button', { name: '运行评估' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('request-1');
  });

  test('an inspector reads and does not run', async () => {
    showRoute(`/rounds/${round.id}/evaluations`, knownSession({ roles: ['inspector'] }));
    await screen.findByText('= 结果相同');
    expect(screen.queryByRole('button', { name: '运行评估' })).toBeNull();
  });
});
