import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { SecretBox, SecretUnreadable } from '../../platform/secrets/secret-box.ts';
import { accessErrors } from './access.errors.ts';
import { homeCounty, isSecondFactorCompulsory } from './access.rules.ts';
import type { LiveSession, PersonAccount } from './access.types.ts';
import { OwnPassword } from './own-password.service.ts';
import { RateLimitsRepository } from './persistence/rate-limits.repository.ts';
import { SecondFactorsRepository, type SecondFactorRow } from './persistence/second-factors.repository.ts';
import { SessionsRepository } from './persistence/sessions.repository.ts';
import {
  authenticatorUri,
  CODE_LIMIT,
  isAuthenticatorCode,
  newRecoveryCodes,
  newSecret,
  plainCode,
  recoveryCodeHash,
  shownRecoveryCode,
  stepOfCode,
} from './second-factor.rules.ts';
import { refuseBlocked } from './sign-in-limits.ts';

export type CodeMeans = 'code' | 'recovery-code';

/** Second factors (动态验证码): codes of an authenticator (TOTP, RFC 6238) and recovery codes that stand in for them. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly box: SecretBox,
    private readonly password: OwnPassword,
    private readonly factors: SecondFactorsRepository,
    private readonly sessions: SessionsRepository,
    private readonly limits: RateLimitsRepository,
  ) {}

  async of(personId: string): Promise<{ readonly since: Date; readonly recoveryCodesLeft: number } | null> {
    const factor = await this.factors.find(personId);
    if (factor === null || factor.confirmedAt === null) return null;
    return { since: factor.confirmedAt, recoveryCodesLeft: factor.recoveryCodesLeft };
  }

  /**
   * Nothing is asked for until the first code has confirmed it.
   * @throws second-factor.active, password.wrong-current, session.slowed-down
   */
  async begin(
    session: LiveSession,
    actor: Actor,
    password: string,
    address: string,
  ): Promise<{ readonly secret: string; readonly uri: string }> {
    const { person } = session;
    await this.password.prove(session, actor, password, address);
    const secret = newSecret();
    await this.transactions.run(actor, async (tx) => {
      const begun = await this.factors.begin(tx, person.id, this.box.seal(secret, person.id));
      if (!begun) throw accessErrors.secondFactorActive();
      await this.record(tx, session, 'second-factor.begun', {});
    });
    return { secret, uri: authenticatorUri(secret, person.login) };
  }

  /**
   * The first code turns it on. Sessions that were begun without it end.
   * @throws second-factor.not-begun, .wrong-code, session.slowed-down
   */
  async confirm(
    session: LiveSession,
    actor: Actor,
    code: string,
  ): Promise<{ readonly recoveryCodes: readonly string[]; readonly endedSessions: number }> {
    const { person } = session;
    await this.countTry(actor, person.id);
    return this.transactions.run(actor, async (tx) => {
      const factor = await this.factors.find(person.id, tx);
      if (factor === null || factor.confirmedAt !== null) throw accessErrors.secondFactorNotBegun();
      await this.useCode(tx, person.id, factor, plainCode(code));
      if (!(await this.factors.confirm(tx, person.id))) throw accessErrors.secondFactorNotBegun();
      const endedSessions = await this.sessions.endAll(tx, person.id, session.id);
      const recoveryCodes = await this.giveRecoveryCodes(tx, person.id);
      await this.record(tx, session, 'second-factor.enabled', { endedSessions });
      return { recoveryCodes, endedSessions };
    });
  }

  /** New recovery codes; those before are void. @throws as disable */
  async renewRecoveryCodes(
    session: LiveSession,
    actor: Actor,
    proof: { readonly password: string; readonly code: string },
    address: string,
  ): Promise<readonly string[]> {
    return this.proven(session, actor, proof, address, async (tx) => {
      await this.record(tx, session, 'second-factor.recovery-codes-renewed', {});
      return this.giveRecoveryCodes(tx, session.person.id);
    });
  }

  /** @throws second-factor.compulsory, .not-begun, .wrong-code, .code-used, .unreadable, password.wrong-current, session.slowed-down */
  async disable(
    session: LiveSession,
    actor: Actor,
    proof: { readonly password: string; readonly code: string },
    address: string,
  ): Promise<void> {
    if (isSecondFactorCompulsory(session.grants)) throw accessErrors.secondFactorCompulsory();
    await this.proven(session, actor, proof, address, async (tx) => {
      await this.factors.remove(tx, session.person.id);
      await this.record(tx, session, 'second-factor.disabled', {});
    });
  }

  /**
   * While signing in, after the password was right.
   * @returns null when none is asked for
   * @throws session.second-factor-required, second-factor.wrong-code, .code-used, .unreadable, session.slowed-down
   */
  async demand(actor: Actor, person: PersonAccount, code: string | undefined): Promise<CodeMeans | null> {
    const known = await this.factors.find(person.id);
    if (known === null || known.confirmedAt === null) return null;
    if (code === undefined) throw accessErrors.secondFactorRequired();
    await this.countTry(actor, person.id);
    return this.transactions.run(actor, (tx) => this.use(tx, person.id, code));
  }

  /** For whoever lost their device and their recovery codes: taken away by the level above, inside its transaction. */
  async remove(tx: Transaction, personId: string): Promise<boolean> {
    await this.limits.forget(tx, limitKey(personId));
    return this.factors.remove(tx, personId);
  }

  private async proven<Result>(
    session: LiveSession,
    actor: Actor,
    proof: { readonly password: string; readonly code: string },
    address: string,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> {
    await this.password.prove(session, actor, proof.password, address);
    await this.countTry(actor, session.person.id);
    return this.transactions.run(actor, async (tx) => {
      await this.use(tx, session.person.id, proof.code);
      return work(tx);
    });
  }

  /** Uses up one code of either kind of a factor in force. */
  private async use(tx: Transaction, personId: string, typed: string): Promise<CodeMeans> {
    const factor = await this.factors.find(personId, tx);
    if (factor === null || factor.confirmedAt === null) throw accessErrors.secondFactorNotBegun();
    const plain = plainCode(typed);
    if (isAuthenticatorCode(plain)) {
      await this.useCode(tx, personId, factor, plain);
      return 'code';
    }
    const left = await this.factors.useRecoveryCode(tx, personId, recoveryCodeHash(plain));
    if (left === null) throw accessErrors.wrongCode();
    await this.limits.forget(tx, limitKey(personId));
    await this.audit.append(tx, {
      countyId: null,
      action: 'second-factor.recovery-code-used',
      subject: { kind: 'person', id: personId },
      details: { left },
    });
    return 'recovery-code';
  }

  private async useCode(tx: Transaction, personId: string, factor: SecondFactorRow, plain: string): Promise<void> {
    const step = stepOfCode(this.opened(factor.secret, personId), plain, tx.at);
    if (step === null) throw accessErrors.wrongCode();
    // Also for the same code sent twice at once: the row's lock lets one of them through.
    if (!(await this.factors.useStep(tx, personId, step))) throw accessErrors.codeUsed();
    await this.limits.forget(tx, limitKey(personId));
  }

  private opened(sealed: string, personId: string): string {
    try {
      return this.box.open(sealed, personId);
    } catch (error) {
      if (error instanceof SecretUnreadable) throw accessErrors.secondFactorUnreadable();
      throw error;
    }
  }

  /** Counted before it is made, in a transaction of its own: a refusal must not undo the count. */
  private async countTry(actor: Actor, personId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) =>
      refuseBlocked(await this.limits.take(tx, limitKey(personId), CODE_LIMIT), tx.at),
    );
  }

  private async giveRecoveryCodes(tx: Transaction, personId: string): Promise<readonly string[]> {
    const codes = newRecoveryCodes();
    await this.factors.replaceRecoveryCodes(tx, personId, codes.map(recoveryCodeHash));
    return codes.map(shownRecoveryCode);
  }

  private async record(
    tx: Transaction,
    session: LiveSession,
    action: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.append(tx, {
      countyId: homeCounty(session.grants),
      action,
      subject: { kind: 'person', id: session.person.id },
      details,
    });
  }
}

function limitKey(personId: string): string {
  return `second-factor:${personId}`;
}
