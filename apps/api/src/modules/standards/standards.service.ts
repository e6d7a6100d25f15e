import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { editionHash, editions, type Edition } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import { StartupError } from '../../platform/database/startup-error.ts';
import { StandardsRepository } from './persistence/standards.repository.ts';
import { editionNotFound } from './standards.errors.ts';
import type { EditionInForce, PublishedEdition } from './standards.types.ts';

/** Published editions (标准版本). The shipped ones are published when the server starts; a published one never changes. */
@Injectable()
export class StandardsService implements OnApplicationBootstrap {
  private readonly shipped: ReadonlyMap<string, EditionInForce> = new Map(
    editions.map((edition: Edition) => [edition.id, { id: edition.id, hash: editionHash(edition), edition }]),
  );

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: StandardsRepository,
    private readonly audit: AuditLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.publishShipped();
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

  /** In the order of the release, which begins with the edition for new rounds; then what others published, the newest first. */
  async findPublished(): Promise<readonly PublishedEdition[]> {
    const published = await this.repository.findPublished(this.database);
    const shipped = [...this.shipped.keys()].flatMap((id) => published.find((each) => each.id === id) ?? []);
    return [...shipped, ...published.filter((each) => !this.shipped.has(each.id))];
  }

  /** @throws edition.not-found */
  inForce(editionId: string): EditionInForce {
    const edition = this.shipped.get(editionId);
    if (edition === undefined) throw editionNotFound(editionId);
    return edition;
  }
}
