import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ChecklistReading, PublishChecklistRequest } from '@junheng/api-contract';
import { editionHash, validateEdition } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Reader } from '../../platform/database/transaction.ts';
import { InvariantError } from '../../platform/errors/domain-error.ts';
import { storable } from '../../platform/http/storable-text.ts';
import { readWorkbook } from '../../platform/workbooks/read-workbook.ts';
import type { Scope } from '../access/access.scope.ts';
import { organisationErrors } from '../organisations/organisations.errors.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import type { RegionRecord } from '../organisations/organisations.types.ts';
import { checklistEdition } from './checklist-edition.rules.ts';
import { readChecklist } from './read-checklist.rules.ts';
import { StandardsRepository } from './persistence/standards.repository.ts';
import { checklistFileRefused, editionNotFound } from './standards.errors.ts';
import { StandardsService } from './standards.service.ts';
import type { PublishedEdition } from './standards.types.ts';

/** Small checklists (督查清单) of special supervision: typed or read from a sheet, and published at once. */
@Injectable()
export class ChecklistsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly standards: StandardsService,
    private readonly editions: StandardsRepository,
    private readonly organisations: OrganisationsService,
    private readonly audit: AuditLog,
  ) {}

  async list(scope: Scope): Promise<readonly PublishedEdition[]> {
    return this.standards.findChecklists(scope);
  }

  /** From now on nobody changes it, the database included. @throws region.not-found */
  async publish(scope: Scope, actor: Actor, request: PublishChecklistRequest): Promise<PublishedEdition> {
    const { regionId, name, items } = request;
    const id = await this.transactions.run(actor, async (tx) => {
      const region = await this.ownRegion(scope, regionId, tx);
      const made = `c-${region.code}-${randomUUID().slice(0, 8)}`;
      const edition = checklistEdition(made, [name, request.nameEn ?? name], items);
      const faults = validateEdition(edition);
      if (faults.length > 0) throw new InvariantError(`a checklist made ${JSON.stringify(faults[0])}`);
      const hash = editionHash(edition);
      await this.editions.publish(tx, { id: made, hash, issuedAs: name, content: edition, regionId, checklist: items });
      await this.audit.append(tx, {
        countyId: regionId,
        action: 'checklist.published',
        subject: { kind: 'edition', id: made },
        details: { hash, name, items: items.length },
      });
      return made;
    });
    // Read after the commit: what did not come to be must not be in force in this process.
    await this.standards.find(this.database, id);
    const published = (await this.standards.findChecklists(scope)).find((each) => each.id === id);
    if (published === undefined) throw editionNotFound(id);
    return published;
  }

  /** What a sheet says, checked. Nothing of it is kept. @throws region.not-found, import.file-refused */
  async readSheet(
    scope: Scope,
    actor: Actor,
    regionId: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<ChecklistReading> {
    await this.ownRegion(scope, regionId);
    const reading = await readWorkbook(file.bytes);
    if (!reading.ok) throw checklistFileRefused(file.name, reading.refusal);
    const read = readChecklist(reading.workbook.sheets);
    const fileName = storable(file.name.slice(0, 200));
    await this.transactions.run(actor, (tx) =>
      this.audit.append(tx, {
        countyId: regionId,
        action: 'checklist.sheet-read',
        subject: { kind: 'region', id: regionId },
        details: {
          fileName,
          sha256: createHash('sha256').update(file.bytes).digest('hex'),
          items: read.items.length,
        },
      }),
    );
    return { fileName, items: [...read.items], findings: [...read.findings] };
  }

  /** Granted as a whole, or below such a one: a region above is known by name only. @throws region.not-found */
  private async ownRegion(scope: Scope, regionId: string, reader?: Reader): Promise<RegionRecord> {
    const region = await this.organisations.region(scope, regionId, reader);
    if (!scope.coversRegionPath(region.path)) throw organisationErrors.regionNotFound();
    return region;
  }
}
