import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerOf, type ApiClient } from '@junheng/api-client';
import {
  evaluateCounty,
  explain,
  editionById,
  type CountyEvaluation,
  type ExplanationNode,
} from '@junheng/evaluation-core';
import { completeCells } from '../../../test/factories/reports.ts';
import { createPerson, giveGrant } from '../../../test/factories/world.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { Scope } from '../access/access.scope.ts';

describe('the whole loop, through the client the apps use', () => {
  let api: TestApi;
  let bureau: ApiClient;

  beforeAll(async () => {
    api = await startTestApi();
    await api.transactions.run(systemActor('test'), async (tx) => {
      const other = await createPerson(tx, { login: 'other-principal', displayName: '校长丙' });
      await giveGrant(tx, other, 'school-principal', { schoolId: api.world.otherSchool });
      await giveGrant(tx, api.world.people.principal, 'school-principal', { schoolId: api.world.otherSchool });
    });
    bureau = await api.clientOf('countyAdministrator');
  });
  afterAll(async () => api.stop());

  it('schools report, the bureau approves, everybody sees why', async () => {
    const round = await answerOf(
      bureau.POST('/api/v1/rounds', {
        body: {
          regionId: api.world.county,
          kind: 'self-evaluation',
          year: 2026,
          editionId: 'cn-2017-quality-balance',
          opensOn: '2026-09-01',
          deadline: '2026-10-15',
          onePersonMaySubmit: false,
        },
      }),
    );
    expect(round).toMatchObject({ state: 'open', schoolCount: 2, counts: { 'not-started': 2 } });

    for (const [persona, type] of [
      ['reporter', 'primary'],
      ['otherReporter', 'nine-year'],
    ] as const) {
      const reporter = await api.clientOf(persona);
      const due = await answerOf(reporter.GET('/api/v1/self-reports/due', {}));
      const selfReportId = due.selfReports[0]?.id ?? '';
      const path = { selfReportId };
      const opened = await answerOf(reporter.GET('/api/v1/self-reports/{selfReportId}', { params: { path } }));
      const changes = Object.entries(completeCells(type)).map(([cell, value]) => ({
        cell,
        value,
        baseRevision: opened.cellRevisions[cell] ?? 0,
      }));
      const saved = await answerOf(
        reporter.PATCH('/api/v1/self-reports/{selfReportId}/cells', {
          params: { path },
          body: { key: randomUUID(), changes },
        }),
      );
      const principal = await api.clientOf('principal');
      const body = { revision: saved.revision };
      const receipt = await answerOf(
        principal.POST('/api/v1/self-reports/{selfReportId}/submit', { params: { path }, body }),
      );
      expect(receipt.receipt?.hash).toMatch(/^[0-9a-f]{64}$/);
    }

    const path = { roundId: round.id };
    const list = await answerOf(bureau.GET('/api/v1/rounds/{roundId}/self-reports', { params: { path } }));
    expect(
      list.selfReports.map(({ status, hardFindings, filled, required }) => [status, hardFindings, filled === required]),
    ).toEqual([
      ['submitted', 0, true],
      ['submitted', 0, true],
    ]);
    const approvals = await answerOf(
      bureau.POST('/api/v1/rounds/{roundId}/approvals', {
        params: { path },
        body: {
          warningsConfirmed: true,
          reports: list.selfReports.map(({ selfReportId, revision }) => ({ selfReportId, revision })),
        },
      }),
    );
    expect(approvals).toMatchObject({ approved: [expect.any(String), expect.any(String)], refused: [] });

    const run = () => answerOf(bureau.POST('/api/v1/rounds/{roundId}/evaluations', { params: { path }, body: {} }));
    const [first, second] = [await run(), await run()];
    expect(second.resultHash).toBe(first.resultHash);

    // The stored result is what the core computes from the frozen data, and nothing else.
    const inspector = await api.clientOf('inspector');
    const evaluationPath = { evaluationId: first.id };
    const evaluation = await answerOf(
      inspector.GET('/api/v1/evaluations/{evaluationId}', { params: { path: evaluationPath } }),
    );
    const edition = editionById(first.editionId);
    if (edition === undefined) throw new Error('the edition is not shipped');
    const { content } = await api.app.get(DataSetsService).content(Scope.ofSystem(), first.dataSet.id);
    const result = evaluation.result as CountyEvaluation;
    const options = { evaluationDate: '2026-09-10' };
    expect(result).toEqual(JSON.parse(JSON.stringify(evaluateCounty(edition, content, options))));
    expect(result.resourceAllocation.complete).toBe(true);
    expect(result.county.outcome).not.toBe('met');

    // Every node below the verdict explains itself; every cell has the people who answer for it.
    const waiting: string[] = ['county'];
    const seen = new Set<string>();
    let cells = 0;
    while (waiting.length > 0) {
      const next = waiting.pop() ?? '';
      if (seen.has(next)) continue;
      seen.add(next);
      const answer = await answerOf(
        inspector.GET('/api/v1/evaluations/{evaluationId}/explanation', {
          params: { path: evaluationPath, query: { path: next } },
        }),
      );
      const node = answer.node as ExplanationNode;
      expect(node).toEqual(JSON.parse(JSON.stringify(explain(edition, content, options, next))));
      for (const cell of answer.cells) {
        cells += 1;
        expect(cell).toMatchObject({ submittedBy: '校长甲', approvedBy: '管理员甲' });
        if (cell.value !== null) expect(cell.enteredBy).toMatch(/^(填报员|管理员)/);
      }
      waiting.push(...node.children);
    }
    expect(seen.size).toBeGreaterThan(60);
    expect(cells).toBeGreaterThan(50);
  });

  it('and every step of it is in the audit log', async () => {
    const rows = await api.database.query<{ action: string; count: number }>(
      'SELECT action, count(*)::int AS count FROM audit_entries GROUP BY action ORDER BY action',
    );
    expect(Object.fromEntries(rows.map(({ action, count }) => [action, count]))).toMatchObject({
      'round.opened': 1,
      'self-report.cells-saved': 2,
      'self-report.submitted': 2,
      'self-report.approved': 2,
      'data-set.frozen': 1,
      'evaluation.ran': 2,
    });
    expect(await api.sealer.sealAll()).toBeGreaterThan(0);
  });
});
