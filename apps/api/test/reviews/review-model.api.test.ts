import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reportReviewSchema, type ReviewLevel, type Role } from '@junheng/api-contract';
import fc from 'fast-check';
import { systemActor } from '../../src/platform/database/actor.ts';
import { batch, completeCells, fillReport, openRound, readReport, reportOf } from '../factories/reports.ts';
import { createPerson, giveGrant } from '../factories/world.ts';
import { startTestApi, type Answer as HttpAnswer, type TestApi, type TestBrowser } from '../harness/test-api.ts';
import { reviewCommands, settings, type Answer, type ReviewSystem, type Seen } from './review-commands.ts';
import { cellNames, newModel, reviewers, type CellName, type Reviewer, type Setting } from './review-model.ts';

const roleOf: Readonly<Record<ReviewLevel, Role>> = {
  county: 'county-administrator',
  city: 'city-reviewer',
  province: 'province-reviewer',
};

const complete = completeCells('primary');
const valueOf = (cell: CellName): string => complete[cell] ?? '0';

/** The server with its database, used over HTTP by the school and six reviewers. */
class Server implements ReviewSystem {
  readonly asked: string[] = [];

  constructor(
    private readonly people: Readonly<Record<'reporter' | 'principal' | Reviewer['name'], TestBrowser>>,
    private readonly id: string,
  ) {}

  async save(cell: CellName, value: string): Promise<Answer> {
    const { reporter } = this.people;
    const report = await readReport(reporter, this.id);
    return outcomeOf(await reporter.patch(`/self-reports/${this.id}/cells`, batch(report, { [cell]: value })));
  }

  async answer(index: number, by: Reviewer | null): Promise<Answer> {
    const reason = `/self-reports/${this.id}/return-reasons/${this.asked[index]}`;
    const body = { answer: '已核对' };
    return outcomeOf(
      by === null
        ? await this.people.reporter.put(`${reason}/answer`, body)
        : await this.people[by.name].put(`${reason}/reply`, body),
    );
  }

  async submit(): Promise<Answer> {
    return outcomeOf(await this.people.principal.post(`/self-reports/${this.id}/submit`, await this.revision()));
  }

  async withdraw(): Promise<Answer> {
    return outcomeOf(await this.people.principal.post(`/self-reports/${this.id}/withdraw`, await this.revision()));
  }

  async approve({ name }: Reviewer): Promise<Answer> {
    return outcomeOf(await this.people[name].post(`/self-reports/${this.id}/approve`, await this.revision()));
  }

  async return({ name }: Reviewer, cells: readonly (CellName | null)[]): Promise<Answer> {
    const reasons = cells.map((cell) => ({ cell, reason: '请核对' }));
    const body = { ...(await this.revision()), reasons };
    const answer = outcomeOf(await this.people[name].post(`/self-reports/${this.id}/return`, body));
    if (answer === 'refused') return answer;
    const known = new Set(this.asked);
    const { returnReasons } = await readReport(this.people.reporter, this.id);
    const fresh = returnReasons.filter(({ id }) => !known.has(id));
    for (const cell of cells) this.asked.push(fresh.find((reason) => reason.cell === cell)?.id ?? '');
    return answer;
  }

  async look(): Promise<Seen> {
    const answer = await this.people['county-1'].get(`/self-reports/${this.id}/review`);
    const { status, level, openReasons, toReview } = reportReviewSchema.parse(answer.body);
    return { status, level, openReasons, toReview: level === null ? [] : toReview.map(({ cell }) => cell) };
  }

  private async revision(): Promise<{ readonly revision: number }> {
    return { revision: (await readReport(this.people.reporter, this.id)).revision };
  }
}

/** A refusal is a refusal the contract names; anything else is a fault of the server. */
function outcomeOf(answer: HttpAnswer): Answer {
  if (answer.status < 300) return 'ok';
  expect([403, 404, 409, 422, 423]).toContain(answer.status);
  return 'refused';
}

describe('the review as a state machine, on the server', () => {
  let api: TestApi;
  let people: ConstructorParameters<typeof Server>[0];
  // Each run an earlier year: what one approves must not be last year's figures of the next, which would ask for reasons.
  let year = 2100;

  beforeAll(async () => {
    api = await startTestApi();
    const { world } = api;
    const places: Readonly<Record<ReviewLevel, string>> = {
      county: world.county,
      city: world.city,
      province: world.province,
    };
    const ids = await api.transactions.run(systemActor('test'), async (tx) => {
      const made: (readonly [string, string])[] = [];
      for (const { name, level } of reviewers) {
        const person = await createPerson(tx, { login: name, displayName: `审核人 ${name}` });
        await giveGrant(tx, person, roleOf[level], { regionId: places[level] });
        made.push([name, person]);
      }
      return made;
    });
    const browsers = await Promise.all(ids.map(async ([name, id]) => [name, await api.asPerson(id)] as const));
    people = {
      ...(Object.fromEntries(browsers) as Record<Reviewer['name'], TestBrowser>),
      reporter: await api.as('reporter'),
      principal: await api.as('principal'),
    };
  });
  afterAll(async () => api.stop());

  /** A round of its own for each run; its report is complete but not submitted. */
  async function begin(setting: Setting): Promise<{ model: ReturnType<typeof newModel>; real: ReviewSystem }> {
    year -= 1;
    const round = await openRound(api, {
      kind: 'special',
      year,
      reviewLevels: setting.levels,
      returnsTo: setting.returnsTo,
      twoPersonReview: setting.twoPersons,
    });
    const { id } = await reportOf(api, round.id, api.world.school);
    const { cells } = await fillReport(people.reporter, id, complete);
    const [migrants, certified, trained] = cellNames.map((cell) => cells[cell] ?? '');
    const values = {
      'migrant-pupils': migrants ?? '',
      'certified-teachers': certified ?? '',
      'teachers-360-hours': trained ?? '',
    };
    return { model: newModel(setting, values), real: new Server(people, id) };
  }

  test('random acts of six reviewers and a school, over HTTP and PostgreSQL', async () => {
    const lowest = Math.min(...cellNames.map((cell) => Number(valueOf(cell))));
    const values = [lowest, lowest - 1, lowest - 2].map(String);
    await fc.assert(
      fc.asyncProperty(settings, reviewCommands(values, 25), async (setting, commands) => {
        const begun = await begin(setting);
        await fc.asyncModelRun(() => begun, commands);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 240_000);
});
