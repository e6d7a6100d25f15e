import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { RateLimitsRepository } from './persistence/rate-limits.repository.ts';
import { SignInsRepository } from './persistence/sign-ins.repository.ts';

/** After an entry, failures of the same account are only counted for so long. */
const QUIET_MILLISECONDS = 15 * 60_000;

export type FailureReason = 'wrong-password' | 'wrong-code' | 'account-locked' | 'wrong-current-password';

/**
 * Failed sign-ins in the audit log, in the chain of the installation. The first failure of an account is an entry at once;
 * those within a quarter of an hour after it are counted and become one entry with the next failure, or are told with the
 * sign-in that succeeds: guessing leaves its trace and cannot flood the log. Names of no account count together and are never
 * written down: people type passwords into the wrong field.
 */
@Injectable()
export class FailedSignIns {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly limits: RateLimitsRepository,
    private readonly signIns: SignInsRepository,
  ) {}

  /**
   * @param account null where there is none of the name that was typed
   * @param from where somebody tried to sign in, for the history that the person sees
   */
  async record(
    actor: Actor,
    account: { readonly id: string; readonly login: string } | null,
    reason: FailureReason,
    from?: { readonly address: string; readonly userAgent: string },
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      if (account !== null && from !== undefined && reason !== 'wrong-current-password') {
        await this.signIns.note(tx, account.id, reason, from);
      }
      const failures = await this.limits.countFailure(tx, keyOf(account?.id ?? null), QUIET_MILLISECONDS);
      if (failures === null) return;
      await this.audit.append(tx, {
        countyId: null,
        action: 'session.refused',
        subject:
          account === null ? { kind: 'installation', id: 'unknown-account' } : { kind: 'person', id: account.id },
        details: account === null ? { failures } : { login: account.login, reason, failures },
      });
    });
  }

  /** Failures of an account that no entry has told of, for the entry of the sign-in that succeeded. */
  async settle(tx: Transaction, personId: string): Promise<number> {
    return this.limits.takeFailures(tx, keyOf(personId));
  }
}

function keyOf(personId: string | null): string {
  return `sign-in:failures:${personId ?? 'unknown'}`;
}
