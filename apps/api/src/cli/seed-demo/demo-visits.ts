import { randomUUID } from 'node:crypto';
import type { WriteInspectionRequest } from '@junheng/api-contract';
import { InspectionsService } from '../../modules/inspections/inspections.service.ts';
import { VisitSavingService } from '../../modules/inspections/visits/visit-saving.service.ts';
import { VisitsService } from '../../modules/inspections/visits/visits.service.ts';
import type { VisitState } from '../../modules/inspections/visits/visits.types.ts';
import type { DemoPerson } from './demo-people.ts';
import type { DemoScene } from './demo-scene.ts';

export type Entries = Readonly<Record<string, string>>;

/** Doing on site what inspectors would do on their tablets, with a network. */
export class DemoVisits {
  constructor(private readonly scene: DemoScene) {}

  /** Of the two inspectors of the county, the first leads. @returns the id of the project */
  async plan(
    wanted: Pick<WriteInspectionRequest, 'name' | 'kind' | 'editionId' | 'startsOn' | 'endsOn'> &
      Partial<WriteInspectionRequest>,
  ): Promise<string> {
    const { people, officials, countyId, calendar } = this.scene;
    const { scope, actor } = people.inspector;
    const id = await this.projects().plan(scope.narrowedTo('inspections.manage'), actor, {
      counties: [{ countyId, sampleSize: null, sizeReason: null }],
      selection: 'chosen',
      schoolTypes: ['primary', 'junior', 'nine-year', 'teaching-point'],
      chosenSchoolIds: [],
      verifiedItems: [],
      judgedRequirements: [],
      team: [
        { personId: people.inspector.id, part: 'lead' },
        { personId: officials.areaInspector.id, part: 'member' },
      ],
      ...wanted,
    });
    calendar.step(25);
    return id;
  }

  async confirm(inspectionId: string): Promise<void> {
    const { scope, actor } = this.scene.people.inspector;
    await this.projects().confirm(scope.narrowedTo('inspections.manage'), actor, inspectionId);
    this.scene.calendar.step(5);
  }

  async read(by: DemoPerson, inspectionId: string, schoolId: string): Promise<VisitState> {
    return (await this.scene.get(VisitsService).read(by.scope, inspectionId, schoolId)).visit;
  }

  /** As if typed just now, over all that was saved before. */
  async record(by: DemoPerson, inspectionId: string, schoolId: string, entries: Entries): Promise<void> {
    const { row } = await this.read(by, inspectionId, schoolId);
    const typedAt = this.scene.calendar.clock.now().toISOString();
    const baseRevision = row?.revision ?? 0;
    const changes = Object.entries(entries).map(([entry, value]) => ({ entry, value, baseRevision, typedAt }));
    const at = { inspectionId, schoolId };
    await this.scene
      .get(VisitSavingService)
      .save(by.scope.narrowedTo('visits.record'), by.actor, at, { key: randomUUID(), deviceTime: typedAt, changes });
    this.scene.calendar.step(20);
  }

  async sign(by: DemoPerson, inspectionId: string, schoolId: string): Promise<void> {
    const { row } = await this.read(by, inspectionId, schoolId);
    const at = { inspectionId, schoolId };
    await this.scene.get(VisitsService).sign(by.scope.narrowedTo('visits.record'), by.actor, at, row?.revision ?? 0);
    this.scene.calendar.step(5);
  }

  private projects(): InspectionsService {
    return this.scene.get(InspectionsService);
  }
}

/** Everything found as it was reported; what the school did not report is left out with a reason. */
export function asReported({ checklist }: VisitState): Entries {
  return Object.fromEntries(
    checklist.cells.flatMap(({ cell, reported }) =>
      reported === null ? [[`reason:${cell}`, '学校没有单独登记，无法核实']] : [[`verified:${cell}`, reported]],
    ),
  );
}

/** How one inspector judges every point: points of each in turn, or that it holds. */
export function judged({ checklist }: VisitState, by: DemoPerson, judgements: readonly string[], lost = 0): Entries {
  return Object.fromEntries(
    checklist.points.map(({ point, maximum }, index) => [
      `score:${by.id}/${point}`,
      maximum === null ? (judgements[index] ?? 'met') : String(Math.max(0, Number(maximum) - lost - (index % 3) * 0.5)),
    ]),
  );
}

export function interview(
  group: 'principals' | 'teachers' | 'pupils' | 'parents',
  people: number,
  said: string,
): Entries {
  const id = randomUUID();
  return {
    [`interview:${id}/group`]: group,
    [`interview:${id}/people`]: String(people),
    [`interview:${id}/record`]: said,
  };
}

export function finding(text: string, advice: string, about: string | null = null): Entries {
  const id = randomUUID();
  return {
    [`finding:${id}/text`]: text,
    [`finding:${id}/advice`]: advice,
    ...(about === null ? {} : { [`finding:${id}/about`]: about }),
  };
}
