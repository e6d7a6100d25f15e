import type { AssignRectificationsRequest, AddMeasureRequest } from '@junheng/api-contract';
import { MeasuresService } from '../../modules/rectifications/measures.service.ts';
import { RectificationsService } from '../../modules/rectifications/rectifications.service.ts';
import type { LedgerRow } from '../../modules/rectifications/rectifications.types.ts';
import { RowEvidenceService } from '../../modules/rectifications/row-evidence.service.ts';
import { VerificationService } from '../../modules/rectifications/verification.service.ts';
import type { DemoPerson } from './demo-people.ts';
import { found, sectionOf, type DemoScene } from './demo-scene.ts';

type Measure = Pick<AddMeasureRequest, 'kind' | 'description'> & Partial<AddMeasureRequest>;

/** Doing in the ledger (整改台账) what county, schools and inspectors would do, through the services of its pages. */
export class DemoLedger {
  constructor(private readonly scene: DemoScene) {}

  async rows(): Promise<readonly LedgerRow[]> {
    const { scope } = this.scene.people.administrator;
    const { rows } = await this.service().list(scope.narrowedTo('rectifications.read'), this.scene.countyId);
    return rows;
  }

  /** By its words, or the beginning of them. */
  async row(title: string): Promise<LedgerRow> {
    const rows = await this.rows();
    return found(
      rows.find((row) => row.title?.startsWith(title) === true),
      `row ${title}`,
    );
  }

  async toSection(section: string, rows: readonly LedgerRow[], deadline: string, person?: string): Promise<void> {
    await this.assign(rows, { kind: 'unit', unitId: sectionOf(this.scene, section) }, deadline, person);
  }

  async toOwnSchools(rows: readonly LedgerRow[], deadline: string, person?: string, reason?: string): Promise<void> {
    await this.assign(rows, { kind: 'own-school' }, deadline, person, reason);
  }

  async note(by: DemoPerson, { id }: LedgerRow, text: string): Promise<void> {
    await this.service().note(by.scope.narrowedTo('rectifications.work'), by.actor, id, text);
    this.scene.calendar.step(4);
  }

  async measure(by: DemoPerson, { id }: LedgerRow, wanted: Measure): Promise<void> {
    const measure = { money: null, quantity: null, effects: [], alsoFor: [], ...wanted };
    await this.scene.get(MeasuresService).add(by.scope.narrowedTo('rectifications.work'), by.actor, id, measure);
    this.scene.calendar.step(6);
  }

  /** The first measure of the row is carried out. */
  async carryOut(by: DemoPerson, { id }: LedgerRow, on: string, spent: string | null): Promise<void> {
    const scope = by.scope.narrowedTo('rectifications.work');
    const { measures } = await this.service().row(by.scope.narrowedTo('rectifications.read'), id);
    const measureId = found(measures[0], `measure of row ${id}`).id;
    const at = { rectificationId: id, measureId };
    await this.scene.get(MeasuresService).complete(scope, by.actor, at, { done: { on, spent } });
    this.scene.calendar.step(3);
  }

  async prove(by: DemoPerson, { id }: LedgerRow, file: { name: string; bytes: Buffer }): Promise<void> {
    await this.scene.get(RowEvidenceService).add(by.scope.narrowedTo('rectifications.work'), by.actor, id, file);
    this.scene.calendar.step(3);
  }

  /** Done, please verify: where no number speaks of it. */
  async report(by: DemoPerson, { id }: LedgerRow, text: string): Promise<void> {
    await this.scene.get(VerificationService).report(by.scope.narrowedTo('rectifications.work'), by.actor, id, text);
    this.scene.calendar.step(5);
  }

  async close(by: DemoPerson, { id }: LedgerRow, note: string): Promise<void> {
    await this.scene.get(VerificationService).close(by.scope.narrowedTo('rectifications.verify'), by.actor, id, note);
    this.scene.calendar.step(5);
  }

  async sendBack(by: DemoPerson, { id }: LedgerRow, text: string): Promise<void> {
    await this.scene
      .get(VerificationService)
      .sendBack(by.scope.narrowedTo('rectifications.verify'), by.actor, id, text);
    this.scene.calendar.step(5);
  }

  async except(by: DemoPerson, { id }: LedgerRow, reason: string, expiresOn: string): Promise<void> {
    const scope = by.scope.narrowedTo('rectifications.verify');
    await this.scene.get(VerificationService).except(scope, by.actor, id, { reason, expiresOn });
    this.scene.calendar.step(5);
  }

  private async assign(
    rows: readonly LedgerRow[],
    to: AssignRectificationsRequest['to'],
    deadline: string,
    person?: string,
    reason?: string,
  ): Promise<void> {
    if (rows.length === 0) return;
    const { scope, actor } = this.scene.people.administrator;
    await this.service().assign(scope.narrowedTo('rectifications.manage'), actor, {
      ids: rows.map(({ id }) => id),
      to,
      person: person === undefined ? null : { id: null, name: person },
      deadline,
      reason: reason ?? null,
    });
    this.scene.calendar.step(8);
  }

  private service(): RectificationsService {
    return this.scene.get(RectificationsService);
  }
}
