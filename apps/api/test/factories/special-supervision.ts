import { randomUUID } from 'node:crypto';
import type { Checklist, ChecklistItem, Inspection, Visit } from '@junheng/api-contract';
import type { Answer, TestApi, TestBrowser } from '../harness/test-api.ts';
import { wantedInspection } from './inspections.ts';

const item = (changes: Partial<ChecklistItem>): ChecklistItem => ({
  kind: 'yes-no',
  text: '检查内容',
  textEn: null,
  maximum: null,
  criteria: null,
  ...changes,
});
/** One item of each kind. */
export const checklistItems: readonly ChecklistItem[] = [
  item({ text: '校门前有硬质防冲撞设施', textEn: 'Barriers before the gate', criteria: '无设施或损坏的为未达到' }),
  item({ kind: 'scored', text: '食堂卫生管理', maximum: '10', criteria: '每缺一项台账扣2分' }),
  item({ kind: 'counted', text: '过期灭火器（具）', criteria: '压力表不在绿区的也算' }),
];

export async function publishChecklist(api: TestApi, by: TestBrowser, name = '开学安全督查清单'): Promise<Checklist> {
  const body = { regionId: api.world.county, name, nameEn: 'Safety', items: checklistItems };
  return (await by.post('/checklists', body)).body as Checklist;
}

/** A confirmed special supervision by a checklist. */
export async function planSupervision(
  api: TestApi,
  by: TestBrowser,
  editionId: string,
  changes: Parameters<typeof wantedInspection>[1] = {},
): Promise<Inspection> {
  const wanted = wantedInspection(api, {
    name: '开学安全专项督查',
    kind: 'special',
    editionId,
    selection: 'chosen',
    chosenSchoolIds: [api.world.school],
    ...changes,
  });
  const { id } = (await by.post('/inspections', wanted)).body as Inspection;
  return (await by.post(`/inspections/${id}/confirmation`)).body as Inspection;
}

export function saveOnSite(
  api: TestApi,
  by: TestBrowser,
  at: string,
  entries: Readonly<Record<string, string>>,
): Promise<Answer> {
  const now = api.clock.now().toISOString();
  return by.patch(`${at}/entries`, {
    key: randomUUID(),
    deviceTime: now,
    changes: Object.entries(entries).map(([entry, value]) => ({ entry, value, baseRevision: 0, typedAt: now })),
  });
}

export async function signVisit(by: TestBrowser, at: string): Promise<Answer> {
  const { revision } = (await by.get(at)).body as Visit;
  return by.post(`${at}/signature`, { revision });
}

/** Fills in the checklist at a school, all of it in order but for what `entries` say, and signs. @param by has to be `person` */
export async function visitFinding(
  api: TestApi,
  by: TestBrowser,
  at: {
    readonly inspectionId: string;
    readonly checklist: Pick<Checklist, 'id'>;
    readonly schoolId?: string;
    readonly person?: string;
  },
  entries: Readonly<Record<string, string>> = { [`finding:${randomUUID()}/text`]: '灭火器过期' },
): Promise<void> {
  const visit = `/inspections/${at.inspectionId}/visits/${at.schoolId ?? api.world.school}`;
  const person = at.person ?? api.world.people.inspector;
  const part = (item: number) => `${at.checklist.id}-${item}`;
  const saved = await saveOnSite(api, by, visit, {
    [`score:${person}/${part(1)}`]: 'met',
    [`score:${person}/${part(2)}/points`]: '10',
    [`verified:${part(3)}`]: '0',
    ...entries,
  });
  const signed = await signVisit(by, visit);
  if (saved.status !== 200 || signed.status !== 200) throw new Error(JSON.stringify([saved.body, signed.body]));
}

/** A checklist, its sheet, and a finding handed over to the ledger and one taken over by the county. */
export async function walkSupervision(
  api: TestApi,
  audited: (route: string, write: () => Promise<Answer>) => Promise<Answer>,
): Promise<void> {
  const inspector = await api.as('inspector');
  const form = new FormData();
  form.append('file', new Blob(['\uFEFF检查内容,方式,满分\r\n校门前有护栏,是否,\r\n']), '清单.csv');
  await audited('POST /regions/:regionId/checklist-readings', () =>
    inspector.send('POST', `/regions/${api.world.county}/checklist-readings`, { body: form }),
  );
  const checklist = await audited('POST /checklists', () =>
    inspector.post('/checklists', {
      regionId: api.world.county,
      name: '开学安全督查清单',
      nameEn: null,
      items: checklistItems,
    }),
  );
  const found = async (): Promise<string> => {
    const { id } = await planSupervision(api, inspector, (checklist.body as Checklist).id);
    await visitFinding(api, inspector, { inspectionId: id, checklist: checklist.body as Checklist });
    return `/inspections/${id}/findings`;
  };
  const handed = await found();
  await audited('POST /inspections/:inspectionId/findings', () => inspector.post(handed, { deadline: null }));
  const left = await found();
  const bureau = await api.as('countyAdministrator');
  await audited('POST /inspections/:inspectionId/findings/takeover', () =>
    bureau.post(`${left}/takeover`, { deadline: null }),
  );
}
