import { years } from '@junheng/synthetic-county';
import type { SyntheticCounty, SyntheticSchool } from '@junheng/synthetic-county';
import type { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { demoRegister } from './persistence/demo-register.repository.ts';

/** Ids of what was registered. */
export interface RegisteredCounty {
  readonly provinceId: string;
  readonly cityId: string;
  readonly countyId: string;
  /** The section whose officer can sign in. */
  readonly sectionId: string;
  /** All sections, by name. */
  readonly sectionIds: ReadonlyMap<string, string>;
  readonly inspectionAreaId: string;
  readonly schools: readonly RegisteredDemoSchool[];
}

export interface RegisteredDemoSchool {
  readonly id: string;
  readonly school: SyntheticSchool;
}

const sections = ['督导室', '人事科', '计划财务科', '基础教育科', '教育装备中心'];
const departments = ['县发展和改革局', '县财政局', '县人力资源和社会保障局', '县自然资源局'];
/** Facts of the register that a report begins with, beside those that have a column of their own. */
const flagItems = [
  'built-2010-or-before',
  'built-2016-or-before',
  'dense-city-centre',
  'rural-50-to-99-pupils',
  'rural-largest-class-under-30',
];

/** Region tree, bureau with sections, other departments, town governments, schools, areas and a school group. */
export async function registerCounty(
  tx: Transaction,
  audit: AuditLog,
  county: SyntheticCounty,
  since: string,
): Promise<RegisteredCounty> {
  const { province, city, county: region } = county.place;
  const provinceId = await demoRegister.addRegion(tx, { level: 'province', ...province, parentId: null });
  const cityId = await demoRegister.addRegion(tx, { level: 'city', ...city, parentId: provinceId });
  const countyId = await demoRegister.addRegion(tx, { level: 'county', ...region, parentId: cityId });
  const record = (action: string, kind: string, id: string, details: Readonly<Record<string, unknown>>) =>
    audit.append(tx, { countyId, action, subject: { kind, id }, details });
  await record('region.registered', 'region', countyId, { code: region.code, name: region.name });

  const townIds = new Map<string, string>();
  for (const { code, name } of county.towns) {
    const id = await demoRegister.addRegion(tx, { level: 'town', code, name, parentId: countyId });
    townIds.set(code, id);
    await record('region.registered', 'region', id, { code, name });
  }

  const addUnit = async (regionId: string, parentId: string | null, kind: string, name: string): Promise<string> => {
    const id = await demoRegister.addUnit(tx, { regionId, parentId, kind, name, openedOn: since });
    await record('unit.registered', 'unit', id, { kind, name });
    return id;
  };
  const bureauId = await addUnit(countyId, null, 'bureau', '清泉县教育局');
  const sectionIds = new Map<string, string>();
  for (const name of sections) sectionIds.set(name, await addUnit(countyId, bureauId, 'section', name));
  for (const name of departments) await addUnit(countyId, null, 'department', name);
  await addUnit(countyId, null, 'office', '义务教育优质均衡创建办公室（迎检办）');
  for (const { code, name } of county.towns) {
    await addUnit(townIds.get(code) ?? countyId, null, 'town-government', `${name}人民政府`);
  }

  const schools: RegisteredDemoSchool[] = [];
  for (const school of county.schools) {
    const flags = Object.fromEntries(
      flagItems.flatMap((item) => {
        const value = school.cells[years[1]][item];
        return value === undefined ? [] : [[item, value]];
      }),
    );
    const id = await demoRegister.addSchool(tx, school, {
      countyId,
      townId: townIds.get(school.town.code) ?? countyId,
      parentId: schools.find((each) => each.school.code === school.parentCode)?.id ?? null,
      flags,
    });
    await record('school.registered', 'school', id, { code: school.code, name: school.name, type: school.type });
    schools.push({ id, school });
  }

  const inspectionAreaId = await registerGroupings(tx, countyId, schools, since, record);
  return {
    provinceId,
    cityId,
    countyId,
    sectionId: sectionIds.get('督导室') ?? bureauId,
    sectionIds,
    inspectionAreaId,
    schools,
  };
}

type Recorder = (action: string, kind: string, id: string, details: Readonly<Record<string, unknown>>) => Promise<void>;

/** Three inspection areas (督学责任区) of at most twenty schools, a school district (学区) and an education group (教育集团). */
async function registerGroupings(
  tx: Transaction,
  countyId: string,
  schools: readonly RegisteredDemoSchool[],
  startsOn: string,
  record: Recorder,
): Promise<string> {
  const third = Math.ceil(schools.length / 3);
  const areaIds: string[] = [];
  for (const [index, name] of ['第1', '第2', '第3'].entries()) {
    const schoolIds = schools.slice(index * third, (index + 1) * third).map(({ id }) => id);
    const area = {
      regionId: countyId,
      kind: 'inspection-area',
      name: `${name}督学责任区`,
      leader: `${name}责任区督学（演示）`,
    };
    const id = await demoRegister.addArea(tx, { ...area, startsOn, schoolIds });
    await record('area.registered', 'area', id, { name: area.name, schools: schoolIds.length });
    areaIds.push(id);
  }
  const inSeat = schools.filter(({ school }) => school.town.kind === 'urban' && school.type === 'primary');
  const district = {
    regionId: countyId,
    kind: 'school-district',
    name: '城关学区',
    leader: '城关学区负责人（演示）',
    startsOn,
  };
  const districtId = await demoRegister.addArea(tx, { ...district, schoolIds: inSeat.map(({ id }) => id) });
  await record('area.registered', 'area', districtId, { name: district.name, schools: inSeat.length });
  const [core, ...members] = inSeat;
  if (core !== undefined) {
    const name = '清泉县实验小学教育集团';
    const groupId = await demoRegister.addSchoolGroup(tx, {
      regionId: countyId,
      name,
      leader: '集团理事长（演示）',
      startsOn,
      coreSchoolId: core.id,
      memberIds: members.slice(0, 3).map(({ id }) => id),
    });
    await record('school-group.registered', 'school-group', groupId, { name });
  }
  return areaIds[0] ?? '';
}
