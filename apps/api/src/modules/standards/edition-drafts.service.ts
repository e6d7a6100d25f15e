import { Injectable } from '@nestjs/common';
import type { ChangeDraftRequest, CopyEditionRequest, EditionDraft } from '@junheng/api-contract';
import { editionDifferences, editionHash } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { draftedEdition } from './edition-drafts.rules.ts';
import type { DraftRecord } from './edition-drafts.types.ts';
import { EditionDraftsRepository } from './persistence/edition-drafts.repository.ts';
import { StandardsRepository } from './persistence/standards.repository.ts';
import { draftErrors } from './standards.errors.ts';
import { StandardsService } from './standards.service.ts';
import type { PublishedEdition } from './standards.types.ts';

/** A bureau's own edition on its way: copied, changed, checked, published. Then it is like any other. */
@Injectable()
export class EditionDraftsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly drafts: EditionDraftsRepository,
    private readonly published: StandardsRepository,
    private readonly standards: StandardsService,
    private readonly organisations: OrganisationsService,
    private readonly audit: AuditLog,
  ) {}

  async list(scope: Scope): Promise<readonly EditionDraft[]> {
    const found = await this.drafts.findAll(this.database, scope);
    return Promise.all(found.map((draft) => this.present(this.database, draft)));
  }

  /** @throws edition.draft-not-found */
  async read(scope: Scope, id: string): Promise<EditionDraft> {
    const draft = await this.drafts.findById(this.database, scope, id);
    if (draft === null) throw draftErrors.notFound();
    return this.present(this.database, draft);
  }

  /** @throws region.not-found, edition.not-found */
  async copy(scope: Scope, actor: Actor, request: CopyEditionRequest): Promise<EditionDraft> {
    return this.transactions.run(actor, async (tx) => {
      await this.organisations.region(scope, request.regionId, tx);
      const base = (await this.standards.findPublished(scope)).find(({ id }) => id === request.baseId);
      const { hash } = await this.standards.find(tx, base?.id ?? '');
      const id = await this.drafts.insert(tx, scope, { ...request, baseHash: hash });
      if (id === null) throw draftErrors.notFound();
      const { baseId, name } = request;
      await this.tell(tx, request.regionId, 'edition-draft.created', id, { baseId, baseHash: hash, name });
      return this.within(tx, scope, id);
    });
  }

  /** @throws edition.draft-not-found, edition.draft-stale */
  async change(scope: Scope, actor: Actor, id: string, request: ChangeDraftRequest): Promise<EditionDraft> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.held(tx, scope, id, request.revision);
      if (!(await this.drafts.update(tx, scope, id, request))) throw draftErrors.stale(before.revision);
      const { name, instrument, amendments } = request;
      const details = { name, instrument, amendments, revision: before.revision + 1 };
      await this.tell(tx, before.regionId, 'edition-draft.changed', id, details);
      return this.within(tx, scope, id);
    });
  }

  /** @throws edition.draft-not-found */
  async discard(scope: Scope, actor: Actor, id: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const draft = await this.drafts.findById(tx, scope, id, true);
      if (draft === null || !(await this.drafts.remove(tx, scope, id))) throw draftErrors.notFound();
      await this.tell(tx, draft.regionId, 'edition-draft.discarded', id, { name: draft.name });
    });
  }

  /**
   * From now on nobody changes it, the database included. Rounds that are open keep the edition they were opened with.
   * @throws edition.draft-not-found, edition.draft-stale, edition.invalid, edition.unchanged
   */
  async publish(scope: Scope, actor: Actor, id: string, revision: number): Promise<PublishedEdition> {
    const editionId = await this.transactions.run(actor, async (tx) => {
      const draft = await this.held(tx, scope, id, revision);
      const base = await this.standards.find(tx, draft.baseId);
      const made = editionIdOf(draft);
      const { edition, problems } = draftedEdition(base.edition, draft, made);
      if (edition === null || problems.length > 0) {
        throw draftErrors.invalid(
          problems.map(({ kind, where, fault, what }) => ({ at: where, code: `${kind}.${fault}`, facts: { what } })),
        );
      }
      const changes = editionDifferences(base.edition, edition).filter(
        ({ kind, path }) => kind !== 'text' && !path.startsWith('texts'),
      );
      if (changes.length === 0) throw draftErrors.unchanged();
      const hash = editionHash(edition);
      const { regionId, instrument, name, baseId } = draft;
      await this.published.publish(tx, { id: made, hash, issuedAs: instrument, content: edition, regionId });
      await this.drafts.remove(tx, scope, id);
      await this.audit.append(tx, {
        countyId: regionId,
        action: 'edition.published',
        subject: { kind: 'edition', id: made },
        details: { hash, issuedAs: instrument, name, baseId, baseHash: base.hash, differences: changes },
      });
      return made;
    });
    // Read after the commit: what did not come to be must not be in force in this process.
    await this.standards.find(this.database, editionId);
    return this.standards.read(scope, editionId);
  }

  private async held(tx: Transaction, scope: Scope, id: string, revision: number): Promise<DraftRecord> {
    const draft = await this.drafts.findById(tx, scope, id, true);
    if (draft === null) throw draftErrors.notFound();
    if (draft.revision !== revision) throw draftErrors.stale(draft.revision);
    return draft;
  }

  private async within(tx: Transaction, scope: Scope, id: string): Promise<EditionDraft> {
    const draft = await this.drafts.findById(tx, scope, id);
    if (draft === null) throw draftErrors.notFound();
    return this.present(tx, draft);
  }

  private async present(reader: Reader, draft: DraftRecord): Promise<EditionDraft> {
    const base = await this.standards.find(reader, draft.baseId);
    const { regionCode: _code, changedByName, changedAt, ...rest } = draft;
    return {
      ...rest,
      problems: [...draftedEdition(base.edition, draft, editionIdOf(draft)).problems],
      changedAt: changedAt.toISOString(),
      changedBy: changedByName,
    };
  }

  private tell(tx: Transaction, regionId: string, action: string, id: string, details: object): Promise<void> {
    return this.audit.append(tx, {
      countyId: regionId,
      action,
      subject: { kind: 'edition-draft', id },
      details: { ...details },
    });
  }
}

/** Nobody has to think of one: the region's code and the draft's own id. */
function editionIdOf({ regionCode, id }: DraftRecord): string {
  return `b-${regionCode}-${id.slice(0, 8)}`;
}
