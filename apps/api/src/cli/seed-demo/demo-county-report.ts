import { randomUUID } from 'node:crypto';
import type { CountyReport } from '@junheng/api-contract';
import type { CountyEvidenceService } from '../../modules/county-reports/county-evidence.service.ts';
import type { CountyPartsService } from '../../modules/county-reports/county-parts.service.ts';
import type { CountyReportsService } from '../../modules/county-reports/county-reports.service.ts';
import type { CountySavingService } from '../../modules/county-reports/county-saving.service.ts';
import { rotationList } from './demo-county-evidence.ts';
import type { DemoPerson } from './demo-people.ts';

export interface CountyReportServices {
  readonly countyReports: CountyReportsService;
  readonly countySaving: CountySavingService;
  readonly countyParts: CountyPartsService;
  readonly countyEvidence: CountyEvidenceService;
}

/** Who answers for what, by the names of the sections. */
const assigned: Readonly<Record<string, readonly string[]>> = {
  督导室: ['items:county-recognition', 'items:county-monitoring', 'items:county-survey', 'items:county-veto'],
  人事科: ['items:county-pay', 'items:county-staff', 'indicator:R1', 'indicator:R2', 'indicator:R3'],
  计划财务科: ['items:county-planning', 'items:county-funds', 'indicator:R4', 'indicator:R5'],
  基础教育科: [
    'items:county-senior-places',
    'items:county-migrants',
    'items:county-disability',
    'items:county-quality',
  ],
  教育装备中心: ['indicator:R6', 'indicator:R7'],
};

type Entries = Readonly<Record<string, string>>;

const ofStaff: Entries = {
  'teachers-average-pay': '10.86',
  'civil-servants-average-pay': '10.52',
  'merit-pay-in-full': 'yes',
  'posts-allocated-by-county': 'yes',
  'rotation-eligible-teachers': '612',
  'rotated-teachers': '74',
  'rotated-backbone-teachers': '17',
  'requirement:G8#expected': 'reached',
  'requirement:G11#expected': 'reached',
  'requirement:G11#steps': '下学年继续从城区学校选派骨干教师到乡镇学校任教，期满考核。',
  'indicator:R1#expected': 'expected',
  'indicator:R1#steps': '鼓励在职提升学历，招聘向乡镇学校倾斜。',
  'indicator:R3#expected': 'at-risk',
  'indicator:R3#steps': '音乐、美术教师缺口较大，本年招聘 18 人，其余由走教补足。',
};

const ofFinance: Entries = {
  'school-layout-reasonable': 'yes',
  'unified-building-standards': 'yes',
  'unified-staffing-standards': 'yes',
  'unified-public-funds': 'yes',
  'unified-equipment-standards': 'yes',
  'public-funds-standard.primary': '720',
  'public-funds-standard.junior': '940',
  'special-education-funds': '1512000',
  'requirement:G1#expected': 'reached',
  'requirement:G1#remark': '布局专项规划见县政府文件',
  'requirement:G7#expected': 'reached',
};

const ofSchooling: Entries = {
  'senior-places': '1840',
  'senior-places-allotted': '1104',
  'senior-places-rural': '520',
  'senior-places-favour-rural': 'yes',
  'left-behind-children-cared-for': 'yes',
  'children-with-disabilities': '143',
  'requirement:E2#expected': 'expected',
  'requirement:E2#steps': '对未入学的逐一核实，安排送教上门。',
};

const ofInspection: Entries = {
  'basic-balance-recognised-on': '2016-12-20',
  'monitoring-stays-high': 'yes',
  'requirement:S1#expected': 'expected',
  'requirement:S1#steps': '十月份组织满意度调查，提前培训调查员。',
};

/** This year's county report as sections leave it: one part handed in, one sent back, two begun; nothing is approved yet. */
export async function playCountyReport(
  services: CountyReportServices,
  people: { readonly administrator: DemoPerson; readonly sectionOfficer: DemoPerson },
  sectionIds: ReadonlyMap<string, string>,
  roundId: string,
): Promise<void> {
  const { administrator, sectionOfficer } = people;
  const { countyReports, countySaving, countyParts, countyEvidence } = services;
  const read = (person: DemoPerson): Promise<CountyReport> => countyReports.read(person.scope, person.scope, roundId);
  const { id } = await read(administrator);
  await countyParts.assign(
    administrator.scope,
    administrator.actor,
    id,
    Object.entries(assigned).flatMap(([section, topics]) =>
      topics.map((topic) => ({ topic, unitId: sectionIds.get(section) ?? null })),
    ),
  );
  const save = async (person: DemoPerson, entries: Entries): Promise<void> => {
    const report = await read(person);
    const changes = Object.entries(entries).map(([entry, value]) => ({
      entry,
      value,
      baseRevision: report.entryRevisions[entry] ?? 0,
    }));
    await countySaving.save(person.scope, person.actor, id, { key: randomUUID(), changes });
  };
  const handIn = async (section: string): Promise<{ readonly partId: string; readonly revision: number }> => {
    const { parts, revision } = await read(administrator);
    const partId = parts.find(({ unit }) => unit?.name === section)?.id ?? '';
    await countyParts.submit(administrator.scope, administrator.actor, id, partId, { revision });
    return { partId, revision };
  };
  await save(administrator, ofStaff);
  await countyEvidence.add(administrator.scope, administrator.actor, id, {
    topic: 'requirement:G11',
    ...(await rotationList()),
  });
  await handIn('人事科');
  const { counted } = await read(administrator);
  await save(administrator, {
    ...ofFinance,
    // As many as the schools report, where they do.
    'special-education-pupils': counted['special-education-pupils']?.total ?? '126',
  });
  const { partId, revision } = await handIn('计划财务科');
  await countyParts.return(administrator.scope, administrator.actor, id, partId, {
    revision,
    reasons: [{ entry: 'special-education-funds', reason: '与决算表不一致，请核对是否含送教上门经费。' }],
  });
  await save(administrator, ofSchooling);
  await save(sectionOfficer, ofInspection);
}
