import { Injectable } from '@nestjs/common';
import { AUDIT_WORKBOOK_ROWS, type AuditEntries, type AuditEntryView, type AuditQuery } from '@junheng/api-contract';
import { Scope } from '../access/access.scope.ts';
import { AuditIndexing } from './audit-indexing.service.ts';
import { auditTrailErrors } from './audit-trail.errors.ts';
import { presentEntry, readEntry } from './audit-trail.presenter.ts';
import type { AuditFilter, AuditPlace, VisibleChain } from './audit-trail.types.ts';
import { AuditTrailRepository } from './persistence/audit-trail.repository.ts';

const PAGE = 50;

/** The audit log as one looks through it: who did what where, newest first. */
@Injectable()
export class AuditTrailService {
  constructor(
    private readonly indexing: AuditIndexing,
    private readonly repository: AuditTrailRepository,
  ) {}

  /** One page, in a number of statements that depends on nothing. @throws audit.chain-not-found */
  async list(scope: Scope, query: AuditQuery): Promise<AuditEntries> {
    const { countyId, before, limit = PAGE, ...filter } = query;
    await this.indexing.catchUp();
    const chains = await this.visible(scope, countyId);
    const found = await this.page(chains, filter, before === undefined ? null : placeOf(before), limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      entries: [...(await this.present(chains, shown))],
      older: found.length > limit && last !== undefined ? `${last.at}~${last.id}` : null,
    };
  }

  /** The newest that fit, at most as many as a workbook takes. @throws audit.chain-not-found */
  async listForWorkbook(
    scope: Scope,
    countyId: string | undefined,
    filter: AuditFilter,
  ): Promise<{ readonly entries: readonly AuditEntryView[]; readonly timeZone: string; readonly more: boolean }> {
    await this.indexing.catchUp();
    const chains = await this.visible(scope, countyId);
    const found = await this.page(chains, filter, null, AUDIT_WORKBOOK_ROWS + 1);
    return {
      entries: await this.present(chains, found.slice(0, AUDIT_WORKBOOK_ROWS)),
      timeZone: zoneOf(chains.shown),
      more: found.length > AUDIT_WORKBOOK_ROWS,
    };
  }

  private async visible(
    scope: Scope,
    countyId: string | undefined,
  ): Promise<{ readonly shown: readonly VisibleChain[]; readonly everything: boolean }> {
    const all = await this.repository.findChains(scope);
    if (countyId === undefined) return { shown: all, everything: all.some(({ name }) => name === null) };
    const chosen = all.filter(({ id }) => id === countyId);
    if (chosen.length === 0) throw auditTrailErrors.chainNotFound();
    return { shown: chosen, everything: false };
  }

  private async page(
    chains: { readonly shown: readonly VisibleChain[]; readonly everything: boolean },
    filter: AuditFilter,
    after: AuditPlace | null,
    limit: number,
  ): Promise<readonly AuditPlace[]> {
    if (chains.shown.length === 0) return [];
    const ids = chains.everything ? null : chains.shown.map(({ id }) => id);
    return this.repository.findPage(ids, filter, zoneOf(chains.shown), after, limit);
  }

  private async present(
    { shown }: { readonly shown: readonly VisibleChain[] },
    places: readonly AuditPlace[],
  ): Promise<readonly AuditEntryView[]> {
    const entries = places.length === 0 ? [] : await this.repository.findEntries(places.map(({ id }) => id));
    const read = entries.map((entry) => ({ entry, said: readEntry(entry) }));
    const idsOf = (kind: string) => read.flatMap(({ said }) => (said.subject.kind === kind ? [said.subject.id] : []));
    const names = await this.repository.findNames({
      schools: [...new Set(read.flatMap(({ said }) => said.schoolId ?? []))],
      people: [...new Set(idsOf('person'))],
      rounds: [...new Set(idsOf('round'))],
    });
    const byId = new Map(shown.map((chain) => [chain.id, chain]));
    return read.map(({ entry, said }) => presentEntry(entry, said, byId, names));
  }
}

function zoneOf(chains: readonly VisibleChain[]): string {
  return chains[0]?.timeZone ?? 'Asia/Shanghai';
}

function placeOf(cursor: string): AuditPlace {
  const [at = '', id = ''] = cursor.split('~');
  return { at, id: Number(id) };
}
