import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { AuditChains, AuditVerification } from '@junheng/api-contract';
import { ZipFile } from 'yazl';
import { AuditLog, INSTALLATION_CHAIN } from '../../platform/audit/audit-log.ts';
import { Anchors } from '../../platform/audit/anchors.ts';
import { HeadSigner } from '../../platform/audit/head-signer.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { Scope } from '../access/access.scope.ts';
import { auditTrailErrors } from './audit-trail.errors.ts';
import { AuditChainsRepository } from './persistence/audit-chains.repository.ts';
import { AuditTrailRepository } from './persistence/audit-trail.repository.ts';
import { readMe } from './read-me.ts';
import { runVerifier } from './run-verifier.ts';

/** The tamper-evident chains themselves: their signed heads, their download, and whether they hold. */
@Injectable()
export class AuditChainsService {
  private verifying = false;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly anchors: Anchors,
    private readonly signer: HeadSigner,
    private readonly trail: AuditTrailRepository,
    private readonly chains: AuditChainsRepository,
  ) {}

  async list(scope: Scope): Promise<AuditChains> {
    const visible = await this.trail.findChains(scope);
    const heads = await this.chains.findHeads(visible.map(({ id }) => id));
    const byId = new Map(heads.map((head) => [head.chainId, head]));
    return {
      chains: visible.flatMap(({ id, name }) => {
        const head = byId.get(id);
        if (head === undefined) return [];
        const { sequence: entries, hash, signature } = head;
        return [{ chainId: id, countyName: name, entries, hash, signedAt: instantOf(head.signedAt), signature }];
      }),
      publicKey: this.signer.publicKey(),
    };
  }

  /**
   * Everything that somebody needs to check a chain without this server, as a stream of a .zip file.
   * @throws audit.chain-not-found
   */
  async download(
    scope: Scope,
    chainId: string,
  ): Promise<{ readonly name: string; readonly zip: NodeJS.ReadableStream }> {
    const chain = await this.found(scope, chainId);
    // Before the entries: what was anchored by now must be among them.
    const anchors = this.anchors.linesOf(chainId);
    const { pem, fingerprint } = this.signer.publicKey();
    const zip = new ZipFile();
    const mtime = this.clock.now();
    const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text, 'utf8'), name, { mtime });
    add('README.txt', readMe({ chainId, county: chain.name, fingerprint, at: mtime }));
    add('anchors.jsonl', anchors);
    add('public-key.pem', pem);
    add('verify-audit-chain.mjs', await readFile(this.verifierFile(), 'utf8'));
    zip.addReadStream(Readable.from(this.lines(chainId)), 'chain.ndjson', { mtime });
    zip.end();
    const day = mtime.toISOString().slice(0, 10);
    return { name: `audit-chain-${chainId.slice(0, 8)}-${day}.zip`, zip: zip.outputStream };
  }

  /**
   * Runs the stand-alone verifier beside the server over what a download would hold. That it was done, and what it found,
   * becomes an entry itself. One at a time.
   * @throws audit.chain-not-found, server.unavailable while another one runs
   */
  async verify(scope: Scope, actor: Actor, chainId: string): Promise<AuditVerification> {
    await this.found(scope, chainId);
    if (this.verifying) throw auditTrailErrors.busy();
    this.verifying = true;
    const folder = await mkdtemp(join(tmpdir(), 'junheng-verify-'));
    try {
      const [anchorsFile, keyFile] = [join(folder, 'anchors.jsonl'), join(folder, 'public-key.pem')];
      await writeFile(anchorsFile, this.anchors.linesOf(chainId));
      await writeFile(keyFile, this.signer.publicKey().pem);
      const report = await runVerifier(
        this.verifierFile(),
        { chainId, anchorsFile, keyFile },
        Readable.from(this.lines(chainId)),
      );
      const { intact, entries, anchoredUpTo, faults } = report;
      await this.transactions.run(actor, (tx) =>
        this.audit.append(tx, {
          countyId: chainId === INSTALLATION_CHAIN ? null : chainId,
          action: 'audit.verified',
          subject: { kind: 'audit-chain', id: chainId },
          details: { intact, entries, anchoredUpTo, faults },
        }),
      );
      return { ...report, verifiedAt: this.clock.now().toISOString() };
    } finally {
      this.verifying = false;
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async found(scope: Scope, chainId: string): Promise<{ readonly name: string | null }> {
    const chain = (await this.trail.findChains(scope)).find(({ id }) => id === chainId);
    if (chain === undefined) throw auditTrailErrors.chainNotFound();
    return chain;
  }

  private async *lines(chainId: string): AsyncGenerator<string> {
    for await (const rows of this.chains.entriesOf(chainId)) {
      const lines = rows.map(({ sequence, previousHash, hash, content }) =>
        JSON.stringify({ chainId, sequence, previousHash, hash, content }),
      );
      yield `${lines.join('\n')}\n`;
    }
  }

  private verifierFile(): string {
    return join(this.config.appsDir, 'api', 'audit-verifier', 'verify-audit-chain.mjs');
  }
}

function instantOf(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
