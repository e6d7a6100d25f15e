import { Injectable } from '@nestjs/common';
import type { Recognition, Recognitions, RecordRecognitionRequest } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { RecognitionsRepository } from './persistence/recognitions.repository.ts';
import { recognitionErrors } from './recognitions.errors.ts';
import { presentRecognition } from './recognitions.presenter.ts';
import { counting, faultOf, mayWithdraw, nextSteps } from './recognitions.rules.ts';
import type { RecognitionStepRecord, RecordingLevel } from './recognitions.types.ts';

/** The recognition (认定) of counties by a standard: self-evaluation, review, assessment, recognition, re-check, revocation. */
@Injectable()
export class RecognitionsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly recognitions: RecognitionsRepository,
    private readonly organisations: OrganisationsService,
    private readonly standards: StandardsService,
  ) {}

  /** `rights`: what the caller may do beside reading. @throws region.not-found */
  async under(scope: Scope, rights: Scope, regionId: string): Promise<Recognitions> {
    const region = await this.organisations.region(scope, regionId);
    const [steps, regions] = await Promise.all([
      this.recognitions.findUnder(this.database, scope, region.path),
      this.organisations.listRegions(scope),
    ]);
    const counties = regions.filter(
      ({ level, path }) => level === 'county' && path.startsWith(region.path) && scope.coversRegionPath(path),
    );
    return {
      recognitions: counties.flatMap(({ id, name, path }) => {
        const own = steps.filter(({ countyId }) => countyId === id);
        return [...new Set(own.map(({ editionId }) => editionId))].flatMap((editionId) => {
          const [first, ...more] = own.filter((each) => each.editionId === editionId);
          return first === undefined ? [] : presentRecognition([first, ...more], name, levelAt(rights, path));
        });
      }),
      counties: counties.flatMap(({ id, name, path }) => {
        const first = nextSteps(null, levelAt(rights, path));
        return first.length === 0 ? [] : { id, name, first: [...first] };
      }),
    };
  }

  /** @throws region.not-found, edition.not-found, and what `faultOf` names, recognition.run-elsewhere */
  async record(scope: Scope, actor: Actor, countyId: string, request: RecordRecognitionRequest): Promise<Recognition> {
    // Only what concerns the caller, and never a checklist.
    await this.standards.read(scope, request.editionId);
    return this.transactions.run(actor, async (tx) => {
      const path = await this.recognitions.holdCounty(tx, scope, countyId);
      if (path === null) throw recognitionErrors.countyNotFound();
      const { editionId, evaluationId } = request;
      const before = await this.recognitions.findOf(tx, scope, countyId, editionId);
      const level = levelAt(scope, path);
      const fault = faultOf(request, before, level, calendarDay(tx.at));
      if (fault !== null) throw fault;
      if (level === null) throw recognitionErrors.notYourLevel();
      const run =
        evaluationId === null || (await this.recognitions.holdsRun(tx, { countyId, editionId, evaluationId }));
      if (!run) throw recognitionErrors.runElsewhere();
      const id = await this.recognitions.add(tx, { countyId, number: before.length + 1, level }, request);
      const { seen: _seen, ...details } = request;
      await this.tell(tx, countyId, 'recognition.step-recorded', id, details);
      return this.present(tx, scope, { countyId, editionId }, level);
    });
  }

  /** @throws recognition.step-not-found, recognition.step-not-last, recognition.not-your-level */
  async withdraw(scope: Scope, actor: Actor, stepId: string, reason: string): Promise<Recognition> {
    return this.transactions.run(actor, async (tx) => {
      const found = await this.recognitions.findStep(tx, scope, stepId);
      const path = found === null ? null : await this.recognitions.holdCounty(tx, scope, found.countyId);
      if (found === null || path === null) throw recognitionErrors.stepNotFound();
      const { countyId, editionId, step, on, document } = found;
      const steps = await this.recognitions.findOf(tx, scope, countyId, editionId);
      if (counting(steps).at(-1)?.id !== stepId) throw recognitionErrors.stepNotLast();
      const level = levelAt(scope, path);
      if (!mayWithdraw(steps, level)) throw recognitionErrors.notYourLevel();
      await this.recognitions.withdraw(tx, stepId, reason);
      await this.tell(tx, countyId, 'recognition.step-withdrawn', stepId, { editionId, step, on, document, reason });
      return this.present(tx, scope, { countyId, editionId }, level);
    });
  }

  private async present(
    reader: Reader,
    scope: Scope,
    { countyId, editionId }: Pick<RecognitionStepRecord, 'countyId' | 'editionId'>,
    level: RecordingLevel | null,
  ): Promise<Recognition> {
    const { name } = await this.organisations.region(scope, countyId, reader);
    const [first, ...more] = await this.recognitions.findOf(reader, scope, countyId, editionId);
    if (first === undefined) throw recognitionErrors.stepNotFound();
    return presentRecognition([first, ...more], name, level);
  }

  private tell(tx: Transaction, countyId: string, action: string, id: string, details: object): Promise<void> {
    return this.audit.append(tx, { countyId, action, subject: { kind: 'recognition', id }, details: { ...details } });
  }
}

/** The highest of the caller's roles that reaches the county. */
function levelAt(scope: Scope, path: string): RecordingLevel | null {
  const rights = scope.narrowedTo('recognitions.record');
  if (rights.isSystem || rights.heldAs('province-reviewer').coversRegionPath(path)) return 'province';
  if (rights.heldAs('city-reviewer').coversRegionPath(path)) return 'city';
  return rights.heldAs('county-administrator').coversRegionPath(path) ? 'county' : null;
}
