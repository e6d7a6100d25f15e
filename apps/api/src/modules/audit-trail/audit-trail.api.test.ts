import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  auditChainsSchema,
  auditEntriesSchema,
  auditVerificationSchema,
  receiptProofSchema,
  type AuditEntries,
} from '@junheng/api-contract';
import ExcelJS from 'exceljs';
import { fromBuffer, type Entry } from 'yauzl';
import { batch, completeCells, openRound, readReport, reportOf } from '../../../test/factories/reports.ts';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { AuditLog, INSTALLATION_CHAIN } from '../../platform/audit/audit-log.ts';
import { systemActor } from '../../platform/database/actor.ts';

let api: TestApi;
let bureau: TestBrowser;
let reporter: TestBrowser;
let reportId: string;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.as('countyAdministrator');
  reporter = await api.as('reporter');
  const round = await openRound(api);
  reportId = (await reportOf(api, round.id, api.world.school)).id;
  const cells = completeCells('primary');
  await reporter.patch(`/self-reports/${reportId}/cells`, batch(await readReport(reporter, reportId), cells));
  api.clock.advance(60_000);
  const again = await readReport(reporter, reportId);
  await reporter.patch(`/self-reports/${reportId}/cells`, batch(again, { 'pupils.primary': '481' }));
  await api.sealer.sealAll();
});
afterAll(() => api.stop());

async function entries(query = '', by: TestBrowser = bureau): Promise<AuditEntries> {
  const answer = await by.get(`/audit/entries${query}`);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return auditEntriesSchema.parse(answer.body);
}

describe('the audit log', () => {
  test('tells each change of a cell: before, after, who, when and from where', async () => {
    const before = completeCells('primary')['pupils.primary'];
    const { entries: found } = await entries('?cell=pupils.primary');
    expect(found[0]).toMatchObject({
      action: 'self-report.cells-saved',
      actor: { kind: 'person', personId: api.world.people.reporter, address: '127.0.0.1' },
      school: { id: api.world.school, name: expect.any(String) },
      subject: { kind: 'self-report', id: reportId },
    });
    expect(found[0]?.changes).toEqual([{ cell: 'pupils.primary', before, after: '481' }]);
    expect(found).toHaveLength(2);
    expect((await entries('?cell=pupils')).entries).toHaveLength(2);
    expect((await entries('?cell=pupils.junior')).entries).toHaveLength(0);
  });

  test('is filtered by person, school, kind and day, all at once', async () => {
    const { people, school, otherSchool } = api.world;
    const all = `?personId=${people.reporter}&schoolId=${school}&action=self-report.cells-saved&cell=pupils.primary`;
    expect((await entries(`${all}&from=2026-09-10&to=2026-09-10`)).entries).toHaveLength(2);
    expect((await entries(`${all}&from=2026-09-11`)).entries).toHaveLength(0);
    expect((await entries(`${all}&to=2026-09-09`)).entries).toHaveLength(0);
    expect((await entries(`?schoolId=${otherSchool}&personId=${people.reporter}`)).entries).toHaveLength(0);
    const { entries: opened } = await entries('?action=round.opened');
    expect(opened).toHaveLength(1);
    expect(opened[0]?.subject.name).toContain('2026');
  });

  test('comes page by page, without gaps and without repeating', async () => {
    const whole = await entries('?limit=200');
    const ids: number[] = [];
    for (let before = ''; ;) {
      const page = await entries(`?limit=2${before}`);
      ids.push(...page.entries.map(({ id }) => id));
      if (page.older === null) break;
      before = `&before=${encodeURIComponent(page.older)}`;
    }
    expect(ids).toEqual(whole.entries.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(2);
  });

  test('takes the same few statements, however many entries a page has', async () => {
    await entries();
    const few = await statementsDuring(api, () => entries('?limit=1'));
    const many = await statementsDuring(api, () => entries('?limit=200'));
    expect(many.length).toBe(few.length);
    expect(many.length).toBeLessThanOrEqual(14);
  });

  test('keeps counties apart; the chain of the installation is for whoever answers for all of them', async () => {
    const foreign = await api.as('foreignAdministrator');
    expect((await entries('', foreign)).entries).toEqual([]);
    expect((await foreign.get(`/audit/entries?countyId=${api.world.county}`)).problem().code).toBe(
      'audit.chain-not-found',
    );
    const chains = async (by: TestBrowser) => auditChainsSchema.parse((await by.get('/audit/chains')).body).chains;
    expect((await chains(bureau)).map(({ chainId }) => chainId)).toEqual([api.world.county]);
    const all = (await chains(await api.as('provinceReviewer'))).map(({ chainId }) => chainId);
    expect(all).toContain(INSTALLATION_CHAIN);
    expect(
      (await entries(`?countyId=${INSTALLATION_CHAIN}`, await api.as('provinceReviewer'))).entries.length,
    ).toBeGreaterThan(0);
  });

  test('shows what somebody put in by hand as far as it can be read, and stays usable', async () => {
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(
        `INSERT INTO audit_entries (chain_id, content) VALUES ($1, '{}'), ($1, '{"at":"x","action":7,"details":{"changes":{"a":1}}}')`,
        [api.world.foreignCounty],
      ),
    );
    await api.sealer.sealAll();
    const { entries: odd } = await entries('', await api.as('foreignAdministrator'));
    expect(odd).toHaveLength(2);
  });
});

describe('the workbook', () => {
  test('holds the filtered list in words, and nothing in it is a formula', async () => {
    await api.transactions.run(systemActor('test'), (tx) =>
      new AuditLog().append(tx, {
        countyId: api.world.county,
        action: 'round.deadline-extended',
        subject: { kind: 'round', id: 'x' },
        details: { reason: '=HYPERLINK("http://x","y")', schoolId: api.world.school },
      }),
    );
    await api.sealer.sealAll();
    const response = await fetch(
      `${api.baseUrl}/api/v1/audit/entries/workbook?language=zh-CN&schoolId=${api.world.school}`,
      { headers: bureau.headers },
    );
    expect(response.status).toBe(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const texts: string[] = [];
    workbook.worksheets[0]?.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.type).toBe(ExcelJS.ValueType.String);
        expect(cell.text).not.toMatch(/^[=@]/);
        texts.push(cell.text);
      }),
    );
    expect(texts).toContain('学校填报表：保存数据');
    expect(texts.some((each) => each.includes('→ 481'))).toBe(true);
  });
});

describe('the chain', () => {
  async function unzipped(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
    const files = new Map<string, Buffer>();
    await new Promise<void>((resolve, reject) => {
      fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
        if (error !== null) return reject(error);
        zip.on('entry', (entry: Entry) =>
          zip.openReadStream(entry, (failed, stream) => {
            if (failed !== null) return reject(failed);
            void buffer(stream).then((content) => {
              files.set(entry.fileName, content);
              zip.readEntry();
            }, reject);
          }),
        );
        zip.on('end', resolve);
        zip.readEntry();
      });
    });
    return files;
  }

  test('is verified from the console; afterwards the log says so', async () => {
    const answer = await bureau.post(`/audit/chains/${api.world.county}/verification`);
    const found = auditVerificationSchema.parse(answer.body);
    expect(found).toMatchObject({ intact: true, notYetAnchored: 0, faults: [] });
    expect(found.anchoredUpTo).toBe(found.entries);
    await api.sealer.sealAll();
    expect((await entries('?action=audit.verified')).entries).toHaveLength(1);
  });

  test('is taken along and verified without the server; what is changed in it is named', async () => {
    const response = await fetch(`${api.baseUrl}/api/v1/audit/chains/${api.world.county}/download`, {
      headers: bureau.headers,
    });
    const files = await unzipped(Buffer.from(await response.arrayBuffer()));
    const folder = mkdtempSync(join(tmpdir(), 'junheng-download-'));
    try {
      for (const [name, content] of files) writeFileSync(join(folder, name), content);
      const run = () => execFileSync(process.execPath, [join(folder, 'verify-audit-chain.mjs')], { encoding: 'utf8' });
      expect(run()).toContain('链完整');
      const chain = files.get('chain.ndjson')?.toString('utf8') ?? '';
      writeFileSync(join(folder, 'chain.ndjson'), chain.replace('481', '491'));
      expect(run).toThrow(/failed/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect([...files.keys()].sort()).toEqual([
      'README.txt',
      'anchors.jsonl',
      'chain.ndjson',
      'public-key.pem',
      'verify-audit-chain.mjs',
    ]);
  });

  test('a change past the triggers is found from the console', async () => {
    await api.transactions.run(systemActor('test'), async (tx) => {
      await tx.execute('ALTER TABLE audit_entries DISABLE TRIGGER USER');
      await tx.execute(`UPDATE audit_entries SET content = replace(content, '"481"', '"999"') WHERE chain_id = $1`, [
        api.world.county,
      ]);
    });
    const found = auditVerificationSchema.parse(
      (await bureau.post(`/audit/chains/${api.world.county}/verification`)).body,
    );
    expect(found).toMatchObject({ intact: false, faults: [{ kind: 'edited' }] });
    await api.transactions.run(systemActor('test'), async (tx) => {
      await tx.execute(`UPDATE audit_entries SET content = replace(content, '"999"', '"481"') WHERE chain_id = $1`, [
        api.world.county,
      ]);
      await tx.execute('ALTER TABLE audit_entries ENABLE TRIGGER USER');
    });
  });
});

test('a receipt carries its entry and the signed head that vouches for it', async () => {
  const path = `/self-reports/${reportId}`;
  expect((await reporter.get(`${path}/receipt-proof`)).problem().code).toBe('audit.no-receipt');
  const asBefore = batch(await readReport(reporter, reportId), completeCells('primary'));
  await reporter.patch(`${path}/cells`, asBefore);
  const principal = await api.as('principal');
  const { revision } = await readReport(principal, reportId);
  const submitted = await principal.post(`${path}/submit`, { revision });
  expect([submitted.status, submitted.body]).toEqual([200, expect.anything()]);
  // Nobody has sealed it yet: asking for the proof does.
  const proof = receiptProofSchema.parse((await principal.get(`${path}/receipt-proof`)).body);
  expect(proof.head.sequence).toBeGreaterThanOrEqual(proof.entry.sequence);
  const anchored = api.anchors
    .read()
    .filter(({ kind, sequence }) => kind === 'sealed' && sequence === proof.head.sequence);
  expect(anchored).toContainEqual(expect.objectContaining({ hash: proof.head.hash, signature: proof.head.signature }));
  expect((await (await api.as('otherReporter')).get(`${path}/receipt-proof`)).status).toBe(404);
});
