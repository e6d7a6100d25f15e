import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answerOf, type ApiClient } from '@junheng/api-client';
import { drawPublicationSchema, type DrawPublication, type Inspection } from '@junheng/api-contract';
import { addManySchools, wantedInspection } from '../../../test/factories/inspections.ts';
import { giveGrant } from '../../../test/factories/world.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';

const VERIFIER = fileURLToPath(new URL('../../../../admin-console/public/verify-sample.mjs', import.meta.url));
const MINUTE = 60_000;
let api: TestApi;
let inspector: ApiClient;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-sample-'));
  api = await startTestApi();
  await addManySchools(api, api.world.county, '9901013');
  inspector = await api.clientOf('inspector');
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => api.clock.set('2026-09-10T01:00:00.000Z'));

const plan = (changes = {}) =>
  answerOf(inspector.POST('/api/v1/inspections', { body: wantedInspection(api, changes) })) as Promise<Inspection>;
const commit = (inspectionId: string, reason: string | null = null) =>
  answerOf(
    inspector.POST('/api/v1/inspections/{inspectionId}/draws', {
      params: { path: { inspectionId } },
      body: { reason },
    }),
  ) as Promise<Inspection>;
const newest = (inspection: Inspection) => {
  const [draw] = inspection.drawList;
  if (draw === undefined) throw new Error('nothing is committed');
  return draw;
};
const placeOf = (inspection: Inspection) => ({
  params: { path: { inspectionId: inspection.id, drawId: newest(inspection).id } },
});
const inFive = () => new Date(api.clock.now().getTime() + 5 * MINUTE).toISOString();
const freeze = (inspection: Inspection, headsAt = inFive()) =>
  answerOf(
    inspector.POST('/api/v1/inspections/{inspectionId}/draws/{drawId}/list', {
      ...placeOf(inspection),
      body: { headsAt },
    }),
  ) as Promise<Inspection>;
const draw = (inspection: Inspection) =>
  answerOf(
    inspector.POST('/api/v1/inspections/{inspectionId}/draws/{drawId}/drawing', placeOf(inspection)),
  ) as Promise<Inspection>;
async function drawn(inspection: Inspection): Promise<Inspection> {
  const frozen = await freeze(inspection);
  await api.sealer.sealAll();
  api.clock.advance(6 * MINUTE);
  return draw(frozen);
}
async function published(inspection: Inspection, drawId = newest(inspection).id): Promise<DrawPublication> {
  const reader = await api.as('countyAdministrator');
  const answer = await reader.get(`/inspections/${inspection.id}/draws/${drawId}/publication`);
  return drawPublicationSchema.parse(answer.body);
}
const entriesOf = (id: string) =>
  api.database.query<{ action: string; content: string }>(
    `SELECT action, content FROM audit_entries WHERE subject_kind = 'inspection' AND subject_id = $1 ORDER BY id`,
    [id],
  );
function verify(publication: unknown): { readonly status: number | null; readonly stdout: string } {
  const file = join(folder, 'sample.json');
  writeFileSync(file, JSON.stringify(publication));
  const { status, stdout } = spawnSync(process.execPath, [VERIFIER, file], { encoding: 'utf8' });
  return { status, stdout };
}

const sum = (input: string) => execFileSync('sha256sum', { input, encoding: 'utf8' }).slice(0, 64);

describe('from commitment to sample', () => {
  test('each step publishes what belongs to it and nothing of the next', async () => {
    const project = await plan();
    expect(project).toMatchObject({ status: 'draft', may: { change: true, draw: true }, visits: [] });
    const committed = await commit(project.id);
    expect(committed).toMatchObject({ status: 'committed', may: { change: false, draw: true } });
    expect(newest(committed)).toMatchObject({ number: 1, value: null, listHash: null, seed: null, counties: null });
    const frozen = await freeze(committed);
    expect(newest(frozen)).toMatchObject({ status: 'frozen', listedSchools: 32, value: null, seed: null });
    // Published before the draw, so that whoever misses a school can say so.
    expect(sum(newest(frozen).list ?? '')).toBe(newest(frozen).listHash);
    await expect(draw(frozen)).rejects.toMatchObject({ code: 'inspection.too-early' });
    api.clock.advance(5 * MINUTE + 59_000);
    await expect(draw(frozen)).rejects.toMatchObject({ code: 'inspection.too-early' });
    api.clock.advance(1000);
    // The entries of the freezing itself wait to be linked.
    await expect(draw(frozen)).rejects.toMatchObject({ code: 'inspection.heads-not-ready' });
    await api.sealer.sealAll();
    const done = await draw(frozen);
    expect(done).toMatchObject({ status: 'drawn', schools: 10 });
    expect(done.visits).toHaveLength(10);
    const taken = newest(done).counties?.flatMap(({ strata }) => strata.flatMap((each) => each.drawn)) ?? [];
    expect(taken).toEqual(done.visits);
    await expect(draw(done)).rejects.toMatchObject({ code: 'inspection.draw-wrong-status' });
  });

  test('the secret is in no answer and in no entry of the log before the draw, and the head is that of the stated time', async () => {
    const committed = await commit((await plan()).id);
    const frozen = await freeze(committed);
    const { headsAt } = newest(frozen);
    await api.sealer.sealAll();
    const [head] = await api.database.query<{ sequence: number; hash: string }>(
      'SELECT sequence, hash FROM audit_entries WHERE chain_id = $1 AND sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1',
      [api.world.county],
    );
    const before = JSON.stringify([committed, frozen, await entriesOf(committed.id)]);
    // What happens in the county after the stated time no longer counts.
    api.clock.advance(6 * MINUTE);
    await plan({ name: '另一个项目' });
    await api.sealer.sealAll();
    const publication = await published(await draw(frozen));
    expect(publication).toMatchObject({
      headsAt,
      heads: [{ countyCode: '990101', position: head?.sequence, hash: head?.hash }],
    });
    expect(before).not.toContain(publication.value);
    const entries = await entriesOf(committed.id);
    expect(entries.map(({ action }) => action)).toEqual([
      'inspection.planned',
      'inspection.draw-committed',
      'inspection.list-frozen',
      'inspection.sample-drawn',
    ]);
    expect(entries[3]?.content).toContain(publication.seed);
  });

  test('the list counts as it was frozen, whatever the register says later', async () => {
    const frozen = await freeze(await commit((await plan()).id));
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(`UPDATE schools SET closed_on = '2026-09-10' WHERE code LIKE '9901013%'`),
    );
    await api.sealer.sealAll();
    api.clock.advance(6 * MINUTE);
    expect((await draw(frozen)).visits).toHaveLength(10);
    await api.transactions.run(systemActor('test'), (tx) => tx.execute('UPDATE schools SET closed_on = NULL'));
  });

  test('the stated time lies in the future', async () => {
    const committed = await commit((await plan()).id);
    for (const headsAt of ['2026-09-10T01:00:30.000Z', '2026-09-09T01:00:00.000Z', '2026-09-25T01:00:00.000Z']) {
      await expect(freeze(committed, headsAt)).rejects.toMatchObject({ code: 'inspection.heads-time-wrong' });
    }
  });
});

describe('the stand-alone script', () => {
  test('reproduces the sample from the download, and two counties at once', async () => {
    await api.transactions.run(systemActor('test'), (tx) =>
      giveGrant(tx, api.world.people.inspector, 'inspector', { regionId: api.world.foreignCounty }),
    );
    await addManySchools(api, api.world.foreignCounty, '9901023');
    const counties = [
      { countyId: api.world.foreignCounty, sampleSize: 12, sizeReason: null },
      { countyId: api.world.county, sampleSize: 8, sizeReason: null },
    ];
    const done = await drawn(await commit((await plan({ counties })).id));
    const publication = await published(done);
    const { status, stdout } = verify(publication);
    expect(stdout).toContain('The draw is reproduced: 20 of 63 schools.');
    expect(stdout.trim().split('\n').slice(1)).toEqual(done.visits.map(({ code }) => code));
    expect(status).toBe(0);
    // The acts stand in the chain of both counties.
    expect(await entriesOf(done.id)).toHaveLength(8);
  });

  test('finds whatever was changed', async () => {
    const publication = await published(await drawn(await commit((await plan()).id)));
    expect(verify(publication).status).toBe(0);
    const other = 'a'.repeat(64);
    const [first = '', ...rest] = publication.sample;
    const outsider = publication.list.split('\n').flatMap((line) => {
      const [kind, code = ''] = line.split('\t');
      return kind === 'school' && !publication.sample.includes(code) ? [code] : [];
    })[0];
    const forged: readonly [Partial<DrawPublication>, string][] = [
      [{ value: other }, 'not the one that was committed to'],
      [{ list: publication.list.replace('primary', 'junior') }, 'not the one whose hash was published'],
      [
        { heads: publication.heads.map((head) => ({ ...head, position: head.position + 1 })) },
        'the seed does not follow',
      ],
      [{ heads: [] }, 'one audit head for each county'],
      [{ seed: other }, 'the seed does not follow'],
      [{ sample: [outsider ?? '', ...rest] }, 'not what the seed draws'],
      [{ sample: [...rest, first] }, 'not what the seed draws'],
      [{ frozenAt: publication.drawnAt }, 'did not follow one another'],
      [{ draw: { number: 2, reason: null } }, 'of another draw'],
    ];
    for (const [change, words] of forged) {
      const { status, stdout } = verify({ ...publication, ...change });
      expect([words, status, stdout.includes(words)]).toEqual([words, 1, true]);
    }
  });

  test('says how it is used', () => {
    expect(() => execFileSync(process.execPath, [VERIFIER], { stdio: 'pipe' })).toThrow(/Usage/);
  });

  test('the seed and a rank can be made with nothing but sha256sum', async () => {
    const publication = await published(await drawn(await commit((await plan()).id)));
    expect(sum(publication.value)).toBe(publication.commitment);
    expect(sum(publication.list)).toBe(publication.listHash);
    const heads = publication.heads.map(
      ({ countyCode, position, hash }) => `head\t${countyCode}\t${position}\t${hash}\n`,
    );
    expect(
      sum(`junheng-sample-seed/1\nvalue\t${publication.value}\nlist\t${publication.listHash}\n${heads.join('')}`),
    ).toBe(publication.seed);
  });
});

describe('a redraw', () => {
  test('needs a reason, a new commitment and leaves the earlier draw to be seen', async () => {
    const first = await drawn(await commit((await plan()).id));
    await expect(commit(first.id)).rejects.toMatchObject({ code: 'inspection.redraw-needs-reason' });
    const again = await commit(first.id, '抽中的两所学校因洪水停课');
    // Until the new one is drawn, the schools of the old one hold.
    expect(again).toMatchObject({ status: 'committed', draws: 2 });
    expect(again.visits).toEqual(first.visits);
    expect(newest(again).commitment).not.toBe(newest(first).commitment);
    const second = await drawn(again);
    expect(second.drawList.map(({ number, status, reason }) => [number, status, reason])).toEqual([
      [2, 'drawn', '抽中的两所学校因洪水停课'],
      [1, 'drawn', null],
    ]);
    expect(second.drawList[1]).toEqual(first.drawList[0]);
    expect(verify(await published(second)).status).toBe(0);
    expect(verify(await published(second, newest(first).id)).status).toBe(0);
    expect((await published(second)).earlierDraws).toMatchObject([{ number: 1, seed: newest(first).seed }]);
  });

  test('of one that was not drawn yet gives it up and shows what it hid', async () => {
    const frozen = await freeze(await commit((await plan()).id));
    const again = await commit(frozen.id, '名单漏了新设学校');
    const [, before] = again.drawList;
    expect(before).toMatchObject({ status: 'abandoned', seed: null });
    expect(before?.value).toMatch(/^[0-9a-f]{64}$/);
    await api.sealer.sealAll();
    api.clock.advance(6 * MINUTE);
    const late = inspector.POST('/api/v1/inspections/{inspectionId}/draws/{drawId}/drawing', placeOf(frozen));
    await expect(answerOf(late)).rejects.toMatchObject({ code: 'inspection.draw-wrong-status' });
  });

  test('never happens without its entry in the log', async () => {
    const first = await drawn(await commit((await plan()).id));
    await drawn(await commit(first.id, '样本中有学校当天中考'));
    const rows = await api.database.query<{ inspection: string; number: number }>(
      'SELECT inspection_id AS inspection, number FROM inspection_draws',
    );
    const entries = await api.database.query<{ inspection: string; number: number }>(
      `SELECT DISTINCT subject_id AS inspection, (content::jsonb #>> '{details,number}')::integer AS number
         FROM audit_entries WHERE action = 'inspection.draw-committed'`,
    );
    const key = (row: { readonly inspection: string; readonly number: number }) => `${row.inspection} ${row.number}`;
    expect(rows.map(key).sort()).toEqual(entries.map(key).sort());
    const [redrawn] = (await entriesOf(first.id)).filter(({ content }) => content.includes('样本中有学校当天中考'));
    expect(redrawn?.content).toContain('"replaced":{"number":1,"status":"drawn"}');
  });

  test('two at once commit one', async () => {
    const project = await plan();
    const settled = await Promise.allSettled([commit(project.id), commit(project.id), commit(project.id)]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('the database itself refuses to change or remove what was published', async () => {
    const { id } = await drawn(await commit((await plan()).id));
    for (const sql of [
      `UPDATE inspection_draws SET commitment = repeat('0', 64) WHERE inspection_id = $1`,
      `UPDATE inspection_draws SET seed = repeat('0', 64) WHERE inspection_id = $1`,
      `UPDATE inspection_draws SET abandoned_at = now() WHERE inspection_id = $1`,
      'DELETE FROM inspection_draws WHERE inspection_id = $1',
      `UPDATE inspection_schools SET name = '别的学校' WHERE inspection_id = $1`,
      'DELETE FROM inspection_schools WHERE inspection_id = $1',
    ]) {
      const attempt = api.transactions.run(systemActor('test'), (tx) => tx.execute(sql, [id]));
      await expect(attempt).rejects.toThrow(/never changed/);
    }
  });
});
