import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ReceiptProof } from '@junheng/api-contract';
import { HeadSigner } from '../../platform/audit/head-signer.ts';
import { Sealer } from '../../platform/audit/sealer.ts';
import { Scope } from '../access/access.scope.ts';
import { auditTrailErrors } from './audit-trail.errors.ts';
import { AuditChainsRepository } from './persistence/audit-chains.repository.ts';

const TRIES = 10;
const BETWEEN_MILLISECONDS = 150;

/**
 * What a school can keep of its submission (回执): its entry in the audit chain and the signed head that vouches for it, which at
 * that moment lies in the anchors file outside the database.
 */
@Injectable()
export class ReceiptProofs {
  constructor(
    private readonly signer: HeadSigner,
    private readonly sealer: Sealer,
    private readonly chains: AuditChainsRepository,
  ) {}

  /**
   * Seals and anchors at once what is not sealed yet.
   * @throws audit.no-receipt when the report does not lie with the bureau or is out of scope; server.unavailable
   */
  async of(scope: Scope, selfReportId: string): Promise<ReceiptProof> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (attempt > 0) await pause(BETWEEN_MILLISECONDS);
      const entry = await this.chains.findSubmission(scope, selfReportId);
      if (entry === null) throw auditTrailErrors.notSubmitted();
      const { chainId, sequence, hash, at } = entry;
      const [head] = sequence === null ? [] : await this.chains.findHeads([chainId]);
      if (sequence !== null && hash !== null && head?.signedAt && head.signature !== null) {
        return {
          chainId,
          entry: { sequence, hash, at },
          head: {
            sequence: head.sequence,
            hash: head.hash,
            signedAt: head.signedAt.toISOString(),
            signature: head.signature,
          },
          keyFingerprint: this.signer.publicKey().fingerprint,
        };
      }
      await this.sealer.sealAll();
    }
    throw auditTrailErrors.busy();
  }
}
