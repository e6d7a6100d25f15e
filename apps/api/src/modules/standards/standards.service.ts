import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { editionHash, editions, type Edition } from '@junheng/evaluation-core';
import { addEditionTexts } from '@junheng/evaluation-messages';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import { StartupError } from '../../platform/database/startup-error.ts';
import type { Reader } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { Logger } from '../../platform/logging/logger.ts';
import { StandardsRepository } from './persistence/standards.repository.ts';
import type { Scope } from '../access/access.scope.ts';
import { editionNotFound } from './standards.errors.ts';
import type { EditionInForce, PublishedEdition } from './standards.types.ts';

/** Published editions (标准版本). The shipped ones are published when the server starts; a published one never changes. */
@Injectable()
export class StandardsService implements OnApplicationBootstrap {
  private readonly shipped: ReadonlyMap<string, EditionInForce> = new Map(
    editions.map((edition: Edition) => [
      edition.id,
      { id: edition.id, hash: editionHash(edition), edition, isChecklist: false, regionPath: null },
    ]),
  );

  /** Those of bureaus, as this process has read them: a published edition never changes, so that it is read once. */
  private readonly ofBureaus = new Map<string, EditionInForce>();
  private reading: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: StandardsRepository,
    private readonly audit: AuditLog,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.publishShipped();
    await this.readOfBureaus(this.database);
  }

  /**
   * @throws StartupError when this release ships other rules under an id that is published already: verdicts that were
   * reached would silently mean something else
   */
  async publishShipped(): Promise<void> {
    await this.transactions.run(systemActor('publish-editions'), async (tx) => {
      for (const { id, hash, edition } of this.shipped.values()) {
        const isNew = await this.repository.publish(tx, { id, hash, issuedAs: edition.instrument, content: edition });
        if (!isNew) continue;
        await this.audit.append(tx, {
          countyId: null,
          action: 'edition.published',
          subject: { kind: 'edition', id },
          details: { hash, issuedAs: edition.instrument },
        });
      }
      const changed = (await this.repository.findPublished(tx)).filter(
        (published) => (this.shipped.get(published.id)?.hash ?? published.hash) !== published.hash,
      );
      if (changed.length > 0) {
        const ids = changed.map(({ id }) => id).join(', ');
        throw new StartupError(
          `The rules of a published edition differ from those of this release (${ids}). ` +
            'A published edition never changes: start the release that published it, or ship the new rules under a new id.',
        );
      }
    });
  }

  /**
   * Standards, without checklists. In the order of the release, which begins with the edition for new rounds; then those of bureaus, the newest first: of the caller's
   * regions, and of those above or below.
   */
  async findPublished(scope: Scope): Promise<readonly PublishedEdition[]> {
    const published = await this.repository.findPublished(this.database);
    const shipped = [...this.shipped.keys()].flatMap((id) => published.find((each) => each.id === id) ?? []);
    return [
      ...shipped,
      ...published.filter(
        (each) =>
          !this.shipped.has(each.id) &&
          each.checklist === null &&
          (each.bureau === null || concerns(scope, each.bureau.regionPath)),
      ),
    ];
  }

  /** Small checklists (督查清单) of bureaus: of the caller's regions, and of those above or below; the newest first. */
  async findChecklists(scope: Scope): Promise<readonly PublishedEdition[]> {
    const published = await this.repository.findPublished(this.database);
    return published.filter(
      ({ checklist, bureau }) => checklist !== null && bureau !== null && concerns(scope, bureau.regionPath),
    );
  }

  /** By what an inspection may go: a standard, or a checklist. @throws edition.not-found */
  async readForInspection(scope: Scope, editionId: string): Promise<EditionInForce> {
    const offered = [...(await this.findPublished(scope)), ...(await this.findChecklists(scope))];
    if (!offered.some(({ id }) => id === editionId)) throw editionNotFound(editionId);
    return this.find(this.database, editionId);
  }

  /** A published edition with its rules, where it concerns the caller. @throws edition.not-found */
  async read(scope: Scope, editionId: string): Promise<PublishedEdition & { readonly content: Edition }> {
    const found = (await this.findPublished(scope)).find(({ id }) => id === editionId);
    if (found === undefined) throw editionNotFound(editionId);
    return { ...found, content: (await this.find(this.database, editionId)).edition };
  }

  /**
   * An edition by its id, also one that another process has just published.
   * @throws edition.not-found
   */
  async find(reader: Reader, editionId: string): Promise<EditionInForce> {
    const known = this.shipped.get(editionId) ?? this.ofBureaus.get(editionId);
    if (known !== undefined) return known;
    await this.readOfBureaus(reader);
    const found = this.ofBureaus.get(editionId);
    if (found === undefined) throw editionNotFound(editionId);
    return found;
  }

  /**
   * The edition of something that names it in the database.
   * @throws server.unavailable for a moment where another process published it since this one last looked
   */
  inForce(editionId: string): EditionInForce {
    const edition = this.shipped.get(editionId) ?? this.ofBureaus.get(editionId);
    if (edition !== undefined) return edition;
    this.reading ??= this.readOfBureaus(this.database)
      .catch(() => undefined)
      .finally(() => {
        this.reading = null;
      });
    throw new DomainError('server.unavailable', { retryAfterSeconds: 1 });
  }

  /** One whose rules do not give its hash was changed past the database's own guard: it is not used. */
  private async readOfBureaus(reader: Reader): Promise<void> {
    for (const { id, hash, content, regionPath, isChecklist } of await this.repository.findContents(reader, [
      ...this.ofBureaus.keys(),
    ])) {
      if (editionHash(content) !== hash) {
        this.logger.error('edition.changed', { edition: id });
        continue;
      }
      addEditionTexts(content.texts ?? {});
      this.ofBureaus.set(id, { id, hash, edition: content, isChecklist, regionPath });
    }
  }
}

/** Does what is published at a region with this path concern somebody with this scope: above, at or below their places? */
function concerns(scope: Scope, path: string): boolean {
  return scope.isSystem || scope.grants.some(({ place }) => place.path.startsWith(path) || path.startsWith(place.path));
}
