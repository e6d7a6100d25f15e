import { expect } from '@jest/globals';
import { systemActor } from '../../src/platform/database/actor.ts';
import { approvedData } from '../factories/ledger.ts';
import { openRound } from '../factories/reports.ts';
import type { TestApi, TestBrowser } from '../harness/test-api.ts';
import {
  assigningRefusal,
  breaksTheLaw,
  closingRefusal,
  exceptingRefusal,
  follow,
  lapsed,
  newLedger,
  reportingRefusal,
  returningRefusal,
  rowOf,
  statusNow,
  type LedgerModel,
  type ModelPerson,
} from './ledger-model.ts';
import type { LedgerStep } from './ledger-steps.ts';
import { SummaryComparison } from './summary-comparison.ts';
import { variantsOf, type StoredRow, type Variant } from './ledger-variants.ts';

const DAY = 86_400_000;
const BEGINNING = '2026-09-10T01:00:00.000Z';

/** Plays random steps on the server and on the model; after each, every row must be what the model says, and within the law. */
export class LedgerPlayer {
  private model: LedgerModel = newLedger(0);
  private readonly browsers = new Map<ModelPerson, TestBrowser>();
  private roundIds: string[] = [];
  /** The round that the ledger follows: the newest that was evaluated. */
  private followedRound: string | null = null;
  private year = 2026;
  private worded = 0;
  private readonly summary = new SummaryComparison();
  calls = 0;

  private constructor(
    private readonly api: TestApi,
    private readonly variants: readonly Variant[],
  ) {}

  static on(api: TestApi): LedgerPlayer {
    return new LedgerPlayer(api, variantsOf(api));
  }

  /** An empty ledger and the first round. */
  async begin(): Promise<void> {
    await this.api.transactions.run(systemActor('test'), async (tx) => {
      await tx.execute(
        'TRUNCATE rectification_ledgers, rectification_bases, rectification_sources, rectification_events, rectification_states, rectification_measures, rectification_measure_rows, rectification_files, rectifications, feedback_letter_rows',
      );
    });
    this.api.clock.set(BEGINNING);
    this.model = newLedger(0);
    this.roundIds = [];
    this.followedRound = null;
    this.year = 2026;
    this.summary.begin();
    await this.nextRound();
  }

  async play(step: LedgerStep): Promise<void> {
    await this.act(step);
    await this.compare();
  }

  private async act(step: LedgerStep): Promise<void> {
    switch (step.kind) {
      case 'wait':
        return this.wait(step.days);
      case 'round':
        return this.nextRound();
      case 'approve':
        return this.approve(step.variant);
      case 'evaluate':
        return this.evaluate(step.variant, step.as);
      case 'raise':
        return this.raise();
      default:
        return this.onRow(step);
    }
  }

  private async by(person: ModelPerson): Promise<TestBrowser> {
    const known = this.browsers.get(person) ?? (await this.api.as(person));
    this.browsers.set(person, known);
    return known;
  }

  private async wait(days: number): Promise<void> {
    this.api.clock.advance(days * DAY);
    this.model.today += days;
    this.browsers.clear();
  }

  private async nextRound(): Promise<void> {
    this.year += 1;
    const { id } = await openRound(this.api, {
      kind: 're-check',
      year: this.year,
      opensOn: '2026-09-01',
      deadline: '2099-12-31',
    });
    this.roundIds.push(id);
    this.calls += 1;
    this.browsers.clear();
  }

  private async approve(pick: number): Promise<void> {
    const roundId = this.followedRound;
    if (roundId === null) return;
    await approvedData(this.api, roundId, this.variant(pick).content);
    this.model.newerData = true;
  }

  private async evaluate(pick: number, as: 'approved' | 'trial' | 'older'): Promise<void> {
    const newest = this.roundIds.at(-1) ?? '';
    const followed = this.followedRound;
    const older = this.roundIds
      .slice(0, -1)
      .find((id) => followed !== null && this.roundIds.indexOf(id) < this.roundIds.indexOf(followed));
    const roundId = as === 'older' ? older : newest;
    if (roundId === undefined) return;
    const variant = this.variant(pick);
    const dataSetId = await approvedData(this.api, roundId, variant.content);
    const county = await this.by('countyAdministrator');
    const trial = as === 'trial' ? { evaluationDate: '2026-09-01' } : {};
    const answer = await county.post(`/rounds/${roundId}/evaluations`, { dataSetId, ...trial });
    this.calls += 1;
    expect(answer.status).toBe(201);
    if (as === 'trial' && roundId === followed) this.model.newerData = true;
    if (as !== 'approved') return;
    this.followedRound = roundId;
    this.model.newerData = false;
    const stored = await this.stored();
    for (const row of this.model.rows) {
      const found = stored.find(({ id }) => id === row.id);
      if (row.key !== null && found !== undefined) follow(row, variant.standing(found), this.model.today);
    }
    const known = new Set(this.model.rows.map(({ key }) => key));
    const fresh = [...variant.failing].filter((key) => !known.has(key));
    for (const key of fresh) {
      const row = stored.find((each) => each.key === key);
      expect(row).toBeDefined();
      this.model.rows.push(rowOf(row?.id ?? '', key, 'failing'));
    }
  }

  private async raise(): Promise<void> {
    const county = await this.by('countyAdministrator');
    this.worded += 1;
    const answer = await county.post('/rectifications', {
      countyId: this.api.world.county,
      title: `自查的问题 ${this.worded}`,
      source: { kind: 'own', document: null },
      schoolId: null,
      place: null,
      deadline: null,
    });
    this.calls += 1;
    expect(answer.status).toBe(201);
    this.model.rows.push(rowOf(String(Reflect.get(Object(answer.body), 'id')), null, 'none'));
  }

  private async onRow(step: Extract<LedgerStep, { readonly row: number }>): Promise<void> {
    const row = this.model.rows[step.row % Math.max(1, this.model.rows.length)];
    if (row === undefined) return;
    const path = `/rectifications/${row.id}`;
    const { today } = this.model;
    const send = async (by: ModelPerson, method: 'post' | 'put', url: string, body: object, refusal: string | null) => {
      const browser = await this.by(by);
      const answer = await browser[method](url, body);
      this.calls += 1;
      const code = answer.status < 300 ? null : answer.problem().code;
      expect([step, code]).toEqual([step, refusal]);
      return refusal === null;
    };
    switch (step.kind) {
      case 'note':
        await send(
          'countyAdministrator',
          'post',
          `${path}/notes`,
          { text: '进展' },
          row.status === 'closed' ? 'rectification.closed' : null,
        );
        return;
      case 'measure': {
        const body = { kind: 'training', description: '培训', money: null, quantity: null, effects: [], alsoFor: [] };
        await send(
          'countyAdministrator',
          'post',
          `${path}/measures`,
          body,
          row.status === 'closed' ? 'rectification.closed' : null,
        );
        return;
      }
      case 'report':
        if (
          await send(
            'countyAdministrator',
            'post',
            `${path}/completion`,
            { text: '完成' },
            reportingRefusal(this.model, row),
          )
        ) {
          row.status = 'to-verify';
          row.reportedBy = 'countyAdministrator';
        }
        return;
      case 'return':
        if (await send(step.by, 'post', `${path}/return`, { text: '没有完成' }, returningRefusal(row, step.by))) {
          row.status = 'open';
          row.reportedBy = null;
        }
        return;
      case 'close':
        if (await send(step.by, 'post', `${path}/closing`, { note: null }, closingRefusal(this.model, row, step.by))) {
          row.status = 'closed';
        }
        return;
      case 'except': {
        const body = { reason: '另有原因', expiresOn: this.dayOf(today + step.days) };
        if (await send(step.by, 'post', `${path}/exception`, body, exceptingRefusal(row, step.by, step.days))) {
          row.status = 'excepted';
          row.exceptedUntil = today + step.days;
        }
        return;
      }
      case 'assign': {
        const person = step.to === null ? null : { id: this.api.world.people[step.to], name: step.to };
        const body = {
          ids: [row.id],
          to: { kind: 'unit', unitId: this.api.world.section },
          person,
          deadline: this.dayOf(today + step.days),
          reason: null,
        };
        if (
          await send(
            'countyAdministrator',
            'put',
            '/rectification-assignments',
            body,
            assigningRefusal(row, today, step.days),
          )
        ) {
          row.responsible = step.to;
          row.deadline = today + step.days;
          row.assigned = true;
        }
        return;
      }
      default: {
        const exhaustive: never = step;
        return exhaustive;
      }
    }
  }

  private dayOf(day: number): string {
    const now = this.api.clock.now().getTime() + (day - this.model.today) * DAY;
    return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
  }

  private variant(pick: number): Variant {
    const variant = this.variants[pick % this.variants.length];
    if (variant === undefined) throw new Error('no variant');
    return variant;
  }

  private async stored(): Promise<readonly StoredRow[]> {
    return this.api.database.query<StoredRow>(
      `SELECT id, problem_key AS key, place, status, standing, exception_expires_on AS until, reopened
         FROM rectifications WHERE county_id = $1 ORDER BY number`,
      [this.api.world.county],
    );
  }

  private async compare(): Promise<void> {
    const stored = await this.stored();
    const { today, rows } = this.model;
    const seen = stored.map(({ id, key, status, standing, until, reopened }) => {
      const over = status === 'excepted' && until !== null && until < this.dayOf(today);
      return { id, key, standing, reopened, status: over ? 'open' : status };
    });
    const expected = rows.map((row) => {
      const { id, key, standing, reopened } = row;
      return { id, key, standing, reopened, status: statusNow(row, today) };
    });
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect(seen.sort(byId)).toEqual(expected.sort(byId));
    expect(rows.filter((row) => breaksTheLaw(row, today))).toEqual([]);
  }

  /** The summary counts what the model counts. */
  async compareSummary(): Promise<void> {
    this.calls += await this.summary.compare(await this.by('countyAdministrator'), this.model);
  }

  /** Rows in each state, to see that all were reached. */
  states(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const row of this.model.rows) {
      const state = lapsed(row, this.model.today) ? 'lapsed' : row.status;
      counts[state] = (counts[state] ?? 0) + 1;
    }
    return counts;
  }
}
