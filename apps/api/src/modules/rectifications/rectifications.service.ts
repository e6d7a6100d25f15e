import { Injectable } from '@nestjs/common';
import type { AssignRectificationsRequest } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { UnitsService } from '../organisations/units.service.ts';
import { RectificationWritesRepository } from './persistence/rectification-writes.repository.ts';
import { RectificationsRepository } from './persistence/rectifications.repository.ts';
import { rectificationErrors } from './rectifications.errors.ts';
import { statusOn } from './rectifications.rules.ts';
import type { LedgerRow, RecordedEvent, RowInFull, RowState } from './rectifications.types.ts';

export const MOST_ROWS = 3000;

/** The rectification ledger (整改台账): who sees which rows, who does what until when, and what is under way. */
@Injectable()
export class RectificationsService {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly organisations: OrganisationsService,
    private readonly units: UnitsService,
    private readonly rows: RectificationsRepository,
    private readonly writes: RectificationWritesRepository,
  ) {}

  /** The day on which deadlines and exceptions are judged: the country has one zone. */
  today(): string {
    return calendarDay(this.clock.now());
  }

  async list(
    scope: Scope,
    countyId: string | undefined,
  ): Promise<{ readonly rows: readonly LedgerRow[]; readonly more: boolean }> {
    const rows = await this.rows.findVisible(scope, { countyId, limit: MOST_ROWS + 1 });
    return { rows: rows.slice(0, MOST_ROWS), more: rows.length > MOST_ROWS };
  }

  /** @throws rectification.not-found, also when it is outside the scope */
  async row(scope: Scope, rectificationId: string): Promise<RowInFull> {
    const row = await this.rows.find(scope, rectificationId);
    if (row === null) throw rectificationErrors.notFound();
    const bases = row.editionId === null ? [] : await this.rows.findBases(scope, row.countyId);
    return {
      row,
      events: await this.rows.findEvents(rectificationId),
      files: await this.rows.findFiles(rectificationId),
      measures: await this.rows.findMeasuresOf(rectificationId),
      base: bases.find(({ editionId }) => editionId === row.editionId) ?? null,
    };
  }

  /** Whether the scope reaches the row, by the rights it is narrowed to. */
  async reaches(scope: Scope, rectificationId: string): Promise<boolean> {
    return !scope.isEmpty && (await this.rows.find(scope, rectificationId)) !== null;
  }

  /**
   * Who does it until when (交办). A deadline that is put off needs a reason, which the row keeps.
   * @throws rectification.not-found, .deadline-past, .closed, .extension-needs-reason, .no-school, .responsible-not-of-county,
   * unit.not-found
   */
  async assign(scope: Scope, actor: Actor, request: AssignRectificationsRequest): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const today = calendarDay(tx.at);
      const { deadline, person, reason } = request;
      if (deadline < today) throw rectificationErrors.deadlinePast(today);
      const held = await this.held(tx, scope, request.ids);
      if (held.some((row) => statusOn(row, today) === 'closed')) throw rectificationErrors.closed();
      if (reason === null && held.some((row) => row.deadline !== null && row.deadline < deadline)) {
        throw rectificationErrors.extensionNeedsReason();
      }
      const to = await this.responsible(tx, scope, held, request.to);
      await this.writes.assign(tx, to, {
        personId: person?.id ?? null,
        personName: person?.name ?? null,
        deadline,
      });
      const details = { person: person?.name ?? null, deadline, reason };
      await this.writes.addEvents(
        tx,
        held.map((row, index) => ({
          rectificationId: row.id,
          kind: 'assigned',
          details: { ...details, to: to[index]?.name ?? null, before: row.deadline },
        })),
      );
      await this.audit.appendAll(
        tx,
        held.map((row, index) => ({
          actor: tx.actor,
          entry: {
            countyId: row.countyId,
            action: 'rectification.assigned',
            subject: { kind: 'rectification', id: row.id },
            details: { ...details, name: to[index]?.name ?? null, number: row.number, schoolId: row.schoolId },
          },
        })),
      );
    });
  }

  /** How far it is. @throws rectification.not-found, rectification.closed */
  async note(scope: Scope, actor: Actor, rectificationId: string, text: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const row = await this.unclosed(tx, scope, rectificationId);
      await this.record(tx, row, 'note', { text });
    });
  }

  /** One row, locked, that still has something to be done. @throws rectification.not-found, rectification.closed */
  async unclosed(tx: Transaction, scope: Scope, rectificationId: string): Promise<RowState> {
    const [row] = await this.held(tx, scope, [rectificationId]);
    if (row === undefined) throw rectificationErrors.notFound();
    if (row.status === 'closed') throw rectificationErrors.closed();
    return row;
  }

  /** In the row's history and in the county's log. */
  async record(
    tx: Transaction,
    row: RowState,
    kind: RecordedEvent['kind'],
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.recordAll(tx, [{ row, kind, details }]);
  }

  /** As `record`, of many rows at once. */
  async recordAll(
    tx: Transaction,
    events: readonly {
      readonly row: RowState;
      readonly kind: RecordedEvent['kind'];
      readonly details: Readonly<Record<string, unknown>>;
    }[],
  ): Promise<void> {
    await this.writes.addEvents(
      tx,
      events.map(({ row, kind, details }) => ({ rectificationId: row.id, kind, details })),
    );
    await this.audit.appendAll(
      tx,
      events.map(({ row, kind, details }) => ({
        actor: tx.actor,
        entry: {
          countyId: row.countyId,
          action: `rectification.${kind}`,
          subject: { kind: 'rectification', id: row.id },
          details: { number: row.number, schoolId: row.schoolId, ...details },
        },
      })),
    );
  }

  private async held(tx: Transaction, scope: Scope, ids: readonly string[]): Promise<readonly RowState[]> {
    const held = await this.rows.hold(tx, scope, ids);
    if (held.length !== new Set(ids).size) throw rectificationErrors.notFound();
    return held;
  }

  private async responsible(
    tx: Transaction,
    scope: Scope,
    rows: readonly RowState[],
    to: AssignRectificationsRequest['to'],
  ) {
    const schoolsOf = new Map<string, ReadonlyMap<string, string>>();
    for (const countyId of new Set(rows.map((row) => row.countyId))) {
      const schools = to.kind === 'unit' ? [] : await this.organisations.listSchools(scope, { regionId: countyId }, tx);
      schoolsOf.set(countyId, new Map(schools.map(({ id, name }) => [id, name])));
    }
    const unit = to.kind === 'unit' ? await this.units.unit(scope, to.unitId, tx) : null;
    if (unit !== null && unit.closedOn !== null) throw rectificationErrors.responsibleNotOfCounty();
    return rows.map((row) => {
      if (unit !== null) {
        return { id: row.id, unitId: unit.id, responsibleSchoolId: null, name: unit.name };
      }
      const schoolId = to.kind === 'school' ? to.schoolId : row.schoolId;
      if (schoolId === null) throw rectificationErrors.noSchool(row.number);
      const name = schoolsOf.get(row.countyId)?.get(schoolId);
      if (name === undefined) throw rectificationErrors.responsibleNotOfCounty();
      return { id: row.id, unitId: null, responsibleSchoolId: schoolId, name };
    });
  }
}
