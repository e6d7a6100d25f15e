import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log.ts';
import { calendarDay } from '../../../platform/clock/calendar-day.ts';
import { Clock } from '../../../platform/clock/clock.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import { Transactions } from '../../../platform/database/database.ts';
import { storable } from '../../../platform/http/storable-text.ts';
import { readWorkbook } from '../../../platform/workbooks/read-workbook.ts';
import type { Scope } from '../../access/access.scope.ts';
import type { PersonWithGrants, Place } from '../../access/access.types.ts';
import { PeopleIntake, type PersonToTake, type TakenIn } from '../../access/people-intake.service.ts';
import { PeopleService } from '../../access/people.service.ts';
import { organisationErrors } from '../organisations.errors.ts';
import { PeopleImportsRepository } from '../persistence/people-imports.repository.ts';
import {
  checkPeople,
  type ChangedAddress,
  type CheckedPeople,
  type ImportedRole,
  type KnownPerson,
} from './check-people.ts';
import type { ListedPeopleImportRecord, PeopleImportRecord } from './people-imports.types.ts';

/** People and their roles from a sheet (批量新建人员): read and checked, shown, and made only when a person says so. */
@Injectable()
export class PeopleImportsService {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly people: PeopleService,
    private readonly intake: PeopleIntake,
    private readonly imports: PeopleImportsRepository,
  ) {}

  /**
   * Reads the sheet in a thread of its own and keeps what was found. Nobody is made.
   * @throws region.not-found, import.file-refused
   */
  async upload(
    scope: Scope,
    actor: Actor,
    countyId: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<PeopleImportRecord> {
    const found = await this.imports.findPlaces(scope, countyId);
    if (found === null) throw organisationErrors.regionNotFound();
    const reading = await readWorkbook(file.bytes);
    if (!reading.ok) throw organisationErrors.fileRefused(file.name, reading.refusal);
    const people = await this.people.list(scope, { regionId: countyId });
    const checked = await this.withoutForeignLogins(
      checkPeople(reading.workbook.sheets, {
        ...found,
        people: people.map((each) => knownPerson(each, this.intake.mayManage(scope, each))),
        given: this.intake.given(scope),
        today: calendarDay(this.clock.now()),
      }),
    );
    const fileName = storable(file.name.slice(0, 200));
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const id = await this.transactions.run(actor, async (tx) => {
      const made = await this.imports.insert(tx, { countyId, fileName, sha256, checked, problems: checked.problems });
      await this.audit.append(tx, {
        countyId,
        action: 'people-import.uploaded',
        subject: { kind: 'people-import', id: made },
        details: { fileName, sha256, rows: checked.rows, fresh: checked.fresh.length },
      });
      return made;
    });
    return this.read(scope, id);
  }

  /** Newest first. */
  async list(scope: Scope, countyId: string): Promise<readonly ListedPeopleImportRecord[]> {
    return this.imports.findOfCounty(scope, countyId);
  }

  /** @throws import.not-found */
  async read(scope: Scope, importId: string): Promise<PeopleImportRecord> {
    const found = await this.imports.findOne(scope, importId);
    if (found === null) throw organisationErrors.importNotFound(importId);
    return found;
  }

  /**
   * Gives the roles and keeps the addresses of the preview, all of them or none, by the rights of whoever confirms.
   * @throws import.not-found, import.already-confirmed, import.has-errors, import.warnings-unconfirmed; and what giving a role
   * throws where somebody was quicker (person.login-taken, grant.already-held, grant.above-own-rights)
   */
  async confirm(
    scope: Scope,
    actor: Actor,
    importId: string,
    warningsConfirmed: boolean,
  ): Promise<{ readonly record: PeopleImportRecord; readonly links: readonly TakenIn[] }> {
    const links = await this.transactions.run(actor, async (tx) => {
      const found = await this.imports.findForUpdate(tx, scope, importId);
      if (found === null) throw organisationErrors.importNotFound(importId);
      const { roles, newAddresses, status, countyId } = found;
      if (status !== 'previewed' || roles === null) throw organisationErrors.importFinished(status);
      if (found.errors > 0) throw organisationErrors.importHasErrors(found.errors);
      if (found.warnings > 0 && !warningsConfirmed) throw organisationErrors.importUnconfirmed(found.warnings);
      const made = await this.intake.takeIn(tx, scope, byPerson(roles, newAddresses ?? []));
      await this.imports.finish(tx, importId, 'confirmed');
      await this.audit.append(tx, {
        countyId,
        action: 'people-import.confirmed',
        subject: { kind: 'people-import', id: importId },
        details: { people: made.length, roles: roles.length, warnings: found.warnings },
      });
      return made;
    });
    return { record: await this.read(scope, importId), links };
  }

  /** @throws import.not-found, import.already-confirmed */
  async discard(scope: Scope, actor: Actor, importId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const found = await this.imports.findForUpdate(tx, scope, importId);
      if (found === null) throw organisationErrors.importNotFound(importId);
      if (found.status !== 'previewed') throw organisationErrors.importFinished(found.status);
      await this.imports.finish(tx, importId, 'discarded');
      await this.audit.append(tx, {
        countyId: found.countyId,
        action: 'people-import.discarded',
        subject: { kind: 'people-import', id: importId },
      });
    });
  }

  /** An account name that somebody elsewhere has is not free; who it is stays their secret. */
  private async withoutForeignLogins(checked: CheckedPeople): Promise<CheckedPeople> {
    const fresh = checked.fresh.filter(({ personId }) => personId === null);
    const taken = await this.intake.takenLogins(fresh.map(({ login }) => login));
    if (taken.size === 0) return checked;
    const lost = fresh.filter(({ login }) => taken.has(login));
    return {
      ...checked,
      fresh: checked.fresh.filter((each) => !lost.includes(each)),
      problems: [
        ...lost.map(({ row, login }) => ({
          severity: 'error' as const,
          code: 'login-taken' as const,
          row,
          column: null,
          facts: { value: login },
        })),
        ...checked.problems,
      ],
    };
  }
}

function knownPerson({ person, grants }: PersonWithGrants, manageable: boolean): KnownPerson {
  return {
    id: person.id,
    login: person.login,
    displayName: person.displayName,
    email: person.email,
    manageable,
    grants: grants.map(({ role, place, validFrom, validTo }) => ({ role, placeId: idOf(place), validFrom, validTo })),
  };
}

function idOf(place: Place): string {
  switch (place.kind) {
    case 'region':
      return place.regionId;
    case 'unit':
      return place.unitId;
    case 'area':
      return place.areaId;
    case 'school':
      return place.schoolId;
    default: {
      const exhaustive: never = place;
      return exhaustive;
    }
  }
}

/** The rows of one account together, in the order of the sheet; after them those of whom only the address changes. */
function byPerson(roles: readonly ImportedRole[], addresses: readonly ChangedAddress[]): readonly PersonToTake[] {
  const people = new Map<string, { readonly first: ImportedRole | ChangedAddress; readonly rows: ImportedRole[] }>();
  for (const each of roles) {
    const known = people.get(each.login);
    if (known === undefined) people.set(each.login, { first: each, rows: [each] });
    else known.rows.push(each);
  }
  const changed = new Map(addresses.map((each) => [each.login, each.email]));
  for (const each of addresses) if (!people.has(each.login)) people.set(each.login, { first: each, rows: [] });
  return [...people.values()].map(({ first: { login, displayName, personId }, rows }) => ({
    login,
    displayName,
    personId,
    email: changed.get(login) ?? rows.find(({ email }) => email !== null)?.email ?? null,
    grants: rows.map(({ role, place, validFrom, validTo }) => ({ role, place, validFrom, validTo })),
  }));
}
