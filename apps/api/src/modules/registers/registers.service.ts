import { Injectable } from '@nestjs/common';
import type { RegisterRowsQuery } from '@junheng/api-contract';
import { registeredFigures, type CellKey, type Edition, type RegisteredFigure } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { RegistersRepository } from './persistence/registers.repository.ts';
import { registerErrors } from './registers.errors.ts';
import { factsOf, faultOf, schoolsOf } from './registers.rules.ts';
import type { RegisterContent, RegisterRowRecord, RegisterRowVersion } from './registers.types.ts';

const MOST_ROWS = 2000;

/** A row as somebody looked at it: what they did not see is never overwritten. */
export interface SeenRow {
  readonly rowId: string;
  readonly revision: number;
}

/** Registers of a county (登记册): rows are changed in versions and withdrawn with a reason, never deleted. */
@Injectable()
export class RegistersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly registers: RegistersRepository,
  ) {}

  /** Newest first, withdrawn ones among them. */
  async list(
    scope: Scope,
    query: RegisterRowsQuery,
  ): Promise<{ readonly rows: readonly RegisterRowRecord[]; readonly more: boolean }> {
    const rows = await this.registers.find(scope, query, MOST_ROWS + 1);
    return { rows: rows.slice(0, MOST_ROWS), more: rows.length > MOST_ROWS };
  }

  /** @throws register-row.not-found */
  async versions(scope: Scope, rowId: string): Promise<readonly RegisterRowVersion[]> {
    const versions = await this.registers.findVersions(scope, rowId);
    if (versions.length === 0) throw registerErrors.notFound();
    return versions;
  }

  /** What a county's registers come to in a year, by cell of its county report. */
  async figures(
    reader: Reader,
    scope: Scope,
    of: { readonly countyId: string; readonly edition: Edition; readonly year: number },
  ): Promise<Readonly<Record<CellKey, RegisteredFigure>>> {
    const rows = await this.registers.findInForce(reader, scope, of);
    return registeredFigures(of.edition, factsOf(rows), of.year);
  }

  /** @throws region.not-found (no county within the scope), and what `faultOf` names, register-row.school-elsewhere */
  async add(scope: Scope, actor: Actor, countyId: string, content: RegisterContent): Promise<RegisterRowRecord> {
    return this.transactions.run(actor, async (tx) => {
      if (!(await this.registers.holdsCounty(tx, scope, countyId))) throw registerErrors.countyNotFound();
      await this.refuseFaults(tx, countyId, content);
      const id = await this.registers.add(tx, countyId, content);
      return this.recorded(tx, scope, id, 'register-row.added', { ...content });
    });
  }

  /** @throws register-row.not-found, .stale, .withdrawn, .kind-stays, and as `add` */
  async change(scope: Scope, actor: Actor, seen: SeenRow, content: RegisterContent): Promise<RegisterRowRecord> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.held(tx, scope, seen);
      if (before.kind !== content.details.kind) throw registerErrors.kindStays();
      await this.refuseFaults(tx, before.countyId, content);
      await this.registers.replace(tx, before, content);
      return this.recorded(tx, scope, before.id, 'register-row.changed', {
        before: contentOf(before),
        after: { ...content },
      });
    });
  }

  /** @throws register-row.not-found, .stale, .withdrawn */
  async withdraw(scope: Scope, actor: Actor, seen: SeenRow, reason: string): Promise<RegisterRowRecord> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.held(tx, scope, seen);
      await this.registers.withdraw(tx, before, reason);
      return this.recorded(tx, scope, before.id, 'register-row.withdrawn', { ...contentOf(before), reason });
    });
  }

  private async held(tx: Transaction, scope: Scope, { rowId, revision }: SeenRow): Promise<RegisterRowRecord> {
    const row = await this.registers.hold(tx, scope, rowId);
    if (row === null) throw registerErrors.notFound();
    if (row.withdrawnAt !== null) throw registerErrors.withdrawn();
    if (row.revision !== revision) throw registerErrors.stale(row.changedByName);
    return row;
  }

  private async refuseFaults(tx: Transaction, countyId: string, content: RegisterContent): Promise<void> {
    const fault = faultOf(content, calendarDay(tx.at));
    if (fault !== null) throw fault;
    const wanted = schoolsOf(content);
    if ((await this.registers.countSchools(tx, countyId, wanted)) < wanted.length)
      throw registerErrors.schoolElsewhere();
  }

  private async recorded(
    tx: Transaction,
    scope: Scope,
    id: string,
    action: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<RegisterRowRecord> {
    const row = await this.registers.hold(tx, scope, id);
    if (row === null) throw registerErrors.notFound();
    await this.audit.append(tx, { countyId: row.countyId, action, subject: { kind: 'register-row', id }, details });
    return row;
  }
}

function contentOf({ schoolId, startsOn, endsOn, details, evidence }: RegisterContent): RegisterContent {
  return { schoolId, startsOn, endsOn, details, evidence };
}
