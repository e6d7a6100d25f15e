import { Injectable } from '@nestjs/common';
import { cellDefinition, dataSetHash, parseCell } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Database } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import { InvariantError } from '../../platform/errors/domain-error.ts';
import type { Scope } from '../access/access.scope.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { dataSetErrors } from './data-sets.errors.ts';
import type { DataSetOfEdition, FrozenDataSet, VerifiedChange, VerifiedValue } from './data-sets.types.ts';
import { DataSetsRepository } from './persistence/data-sets.repository.ts';
import { verifiedContent } from './verified-content.rules.ts';

/** Data sets of verified values (核实数据集): an approved one with what an inspection found in place of what was reported. */
@Injectable()
export class VerifiedDataSetsService {
  constructor(
    private readonly database: Database,
    private readonly repository: DataSetsRepository,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
  ) {}

  /** Approved data of counties by an edition, the newest of each county first; ten of a county at most. */
  async bases(
    scope: Scope,
    countyIds: readonly string[],
    editionId: string,
    reader: Reader = this.database,
  ): Promise<readonly DataSetOfEdition[]> {
    return this.repository.findByEdition(reader, scope, countyIds, editionId);
  }

  /** Before anything is derived: another inspection of one of these rounds waits, or both would make the same version. */
  async holdRounds(tx: Transaction, scope: Scope, baseIds: readonly string[]): Promise<void> {
    await this.repository.holdRoundsOf(tx, scope, baseIds);
  }

  /**
   * Freezes verified values as a data set of their own. What it is derived from stays as it is; its round is held.
   * @param of the edition the values were checked by, and the inspection's name
   * @throws data-set.not-found
   */
  async derive(
    tx: Transaction,
    scope: Scope,
    base: FrozenDataSet,
    values: readonly VerifiedValue[],
    of: { readonly editionId: string; readonly inspection: string },
  ): Promise<{ readonly dataSet: FrozenDataSet; readonly absent: readonly VerifiedValue[] }> {
    const found = await this.repository.findContent(tx, scope, base.id);
    if (found === null || base.kind !== 'approved') throw dataSetErrors.notFound(base.id);
    const { edition } = this.standards.inForce(of.editionId);
    for (const { cell, value } of values) {
      const definition = cellDefinition(edition, cell);
      const read = definition === undefined ? null : parseCell(definition.item, value);
      if (read?.ok !== true || read.value !== value)
        throw new InvariantError(`no value of ${cell}: it was not checked`);
    }
    const { content, changes, absent } = verifiedContent(found.content, values);
    const dataSet = await this.repository.insert(tx, scope, {
      roundId: base.roundId,
      countyId: base.countyId,
      hash: dataSetHash(content),
      content,
      provenance: found.provenance,
      countyProvenance: found.countyProvenance,
      missingSchools: base.missingSchools,
      reason: of.inspection,
      verified: { baseId: base.id, changes },
    });
    if (dataSet === null) throw dataSetErrors.notFound(base.id);
    await this.audit.append(tx, {
      countyId: base.countyId,
      action: 'data-set.derived',
      subject: { kind: 'data-set', id: dataSet.id },
      details: {
        roundId: base.roundId,
        baseId: base.id,
        version: dataSet.version,
        hash: dataSet.hash,
        changedCells: changes.length,
        reason: of.inspection,
      },
    });
    return { dataSet, absent };
  }

  /** What of a verified data set is not as reported; empty for approved data. @throws data-set.not-found */
  async changes(scope: Scope, dataSetId: string): Promise<readonly VerifiedChange[]> {
    const found = await this.repository.findChanges(this.database, scope, dataSetId);
    if (found === null) throw dataSetErrors.notFound(dataSetId);
    return found;
  }
}
