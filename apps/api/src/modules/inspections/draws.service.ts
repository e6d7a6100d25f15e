import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { findHeadsAt } from '../../platform/audit/chain-heads.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { SecretBox, SecretUnreadable } from '../../platform/secrets/secret-box.ts';
import type { Scope } from '../access/access.scope.ts';
import { inspectionErrors } from './inspections.errors.ts';
import { drawableFrom, drawStatus, headsWindow } from './inspections.rules.ts';
import { InspectionsService } from './inspections.service.ts';
import type { DrawRecord, EligibleSchool, InspectionRecord } from './inspections.types.ts';
import { DrawsRepository } from './persistence/draws.repository.ts';
import { InspectionsRepository } from './persistence/inspections.repository.ts';
import { readList } from './sample-list.rules.ts';
import { drawnSchools, drawSample, listText, seedText, sha256 } from './sampling.rules.ts';

const SECRET_BYTES = 32;

/**
 * The random sample (随机抽样) in three acts, each audited in the chain of every county: commit to a secret value, freeze the list and
 * state an instant, and draw from the value and where the audit chains ended at that instant.
 */
@Injectable()
export class DrawsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: SecretBox,
    private readonly projects: InspectionsService,
    private readonly inspections: InspectionsRepository,
    private readonly draws: DrawsRepository,
  ) {}

  /** @throws inspection.not-found, inspection.no-sample, inspection.redraw-needs-reason */
  async commit(scope: Scope, actor: Actor, inspectionId: string, reason: string | null): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const inspection = await this.held(tx, scope, inspectionId);
      if (inspection.selection !== 'random') throw inspectionErrors.noSample();
      const [before] = await this.draws.findAll(inspectionId, tx);
      if (before !== undefined && reason === null) throw inspectionErrors.redrawNeedsReason();
      const replaced = before === undefined ? null : { number: before.number, status: drawStatus(before) };
      if (before !== undefined && before.drawnAt === null) {
        await this.draws.abandon(tx, before.id, this.readable(before));
      }
      const id = randomUUID();
      const value = randomBytes(SECRET_BYTES).toString('hex');
      const commitment = sha256(value);
      const number = (before?.number ?? 0) + 1;
      await this.draws.add(tx, {
        id,
        inspectionId,
        number,
        reason: before === undefined ? null : reason,
        commitment,
        sealedValue: this.secrets.seal(value, id),
      });
      await this.projects.record(tx, inspection, 'inspection.draw-committed', { number, commitment, reason, replaced });
    });
  }

  /**
   * @param headsAt the instant at which the heads of the audit chains count
   * @throws inspection.not-found, inspection.draw-not-found, inspection.draw-wrong-status, inspection.heads-time-wrong, inspection.no-school
   */
  async freeze(scope: Scope, actor: Actor, at: DrawPlace, headsAt: Date): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const inspection = await this.held(tx, scope, at.inspectionId);
      const draw = await this.newest(tx, at, 'committed');
      const { from, to } = headsWindow(tx.at);
      if (headsAt < from || headsAt > to) {
        throw inspectionErrors.headsTimeWrong(from.toISOString(), to.toISOString());
      }
      const schools = await this.eligible(tx, inspection);
      const empty = inspection.counties.find(({ code }) => !schools.some(({ countyCode }) => countyCode === code));
      if (empty !== undefined) throw inspectionErrors.noSchool(empty.name);
      const list = listText({
        inspectionId: inspection.id,
        draw: draw.number,
        commitment: draw.commitment,
        headsAt: headsAt.toISOString(),
        counties: inspection.counties.map(({ code, name, sampleSize }) => ({
          code,
          name,
          size: Math.min(sampleSize ?? 0, schools.filter(({ countyCode }) => countyCode === code).length),
        })),
        schools,
      });
      const listHash = sha256(list);
      await this.draws.freeze(tx, draw.id, { list, listHash, headsAt });
      await this.projects.record(tx, inspection, 'inspection.list-frozen', {
        number: draw.number,
        listHash,
        schools: schools.length,
        headsAt: headsAt.toISOString(),
      });
    });
  }

  /**
   * @throws inspection.not-found, inspection.draw-not-found, inspection.draw-wrong-status, inspection.too-early, inspection.heads-not-ready,
   * inspection.value-unreadable
   */
  async draw(scope: Scope, actor: Actor, at: DrawPlace): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const inspection = await this.held(tx, scope, at.inspectionId);
      const draw = await this.newest(tx, at, 'frozen');
      const { headsAt, list, listHash } = draw;
      if (headsAt === null || list === null || listHash === null) throw inspectionErrors.drawWrongStatus();
      const from = drawableFrom(headsAt);
      if (tx.at < from) throw inspectionErrors.tooEarly(from.toISOString());
      const value = this.readable(draw);
      if (value === null) throw inspectionErrors.valueUnreadable();
      const countyIds = inspection.counties.map(({ countyId }) => countyId);
      const found = await findHeadsAt(tx, countyIds, headsAt);
      // Freezing wrote an entry into each chain, so each has a head by now.
      if (found === null || found.length !== countyIds.length) throw inspectionErrors.headsNotReady();
      const heads = inspection.counties.flatMap(({ countyId, code }) =>
        found
          .filter(({ chainId }) => chainId === countyId)
          .map(({ sequence, hash }) => ({ countyCode: code, position: sequence, hash })),
      );
      const { counties, schools } = readList(list);
      const seed = sha256(seedText(value, listHash, heads));
      const sample = drawnSchools(drawSample(seed, counties, schools));
      await this.draws.draw(tx, draw.id, { value, heads, seed });
      const idOf = await this.idsOf(
        tx,
        sample.map(({ code }) => code),
      );
      await this.inspections.addVisits(
        tx,
        { inspectionId: inspection.id, drawId: draw.id },
        sample.map((school) => ({ ...school, schoolId: idOf.get(school.code) ?? '', countyId: '' })),
      );
      await this.projects.record(tx, inspection, 'inspection.sample-drawn', {
        number: draw.number,
        value,
        listHash,
        heads,
        seed,
        sample: sample.map(({ code }) => code),
      });
    });
  }

  private async idsOf(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.inspections.findIds(tx, codes)).map(({ code, id }) => [code, id]));
  }

  private async held(tx: Transaction, scope: Scope, inspectionId: string): Promise<InspectionRecord> {
    const inspection = await this.inspections.hold(tx, scope, inspectionId);
    if (inspection === null) throw inspectionErrors.notFound();
    return inspection;
  }

  private async newest(tx: Transaction, at: DrawPlace, status: 'committed' | 'frozen'): Promise<DrawRecord> {
    const draws = await this.draws.findAll(at.inspectionId, tx);
    const draw = draws.find(({ id }) => id === at.drawId);
    if (draw === undefined) throw inspectionErrors.drawNotFound();
    if (drawStatus(draw) !== status) throw inspectionErrors.drawWrongStatus();
    return draw;
  }

  private async eligible(tx: Transaction, inspection: InspectionRecord): Promise<readonly EligibleSchool[]> {
    const countyIds = inspection.counties.map(({ countyId }) => countyId);
    return this.inspections.findEligible(tx, countyIds, inspection.schoolTypes);
  }

  /** The secret of a draw; null when the server has lost its key. */
  private readable(draw: DrawRecord): string | null {
    try {
      return this.secrets.open(draw.sealedValue, draw.id);
    } catch (error) {
      if (error instanceof SecretUnreadable) return null;
      throw error;
    }
  }
}

export interface DrawPlace {
  readonly inspectionId: string;
  readonly drawId: string;
}
