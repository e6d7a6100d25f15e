import type { Region, School, SchoolDetail } from '@junheng/api-contract';
import type { RegionRecord, SchoolEntry, SchoolVersion } from './organisations.types.ts';

export function presentRegion(region: RegionRecord): Region {
  const { id, code, name, level, parentId, timeZone } = region;
  return { id, code, name, level, parentId, timeZone };
}

export function presentSchool(school: SchoolEntry): School {
  return {
    id: school.id,
    code: school.code,
    name: school.name,
    regionId: school.regionId,
    townName: school.townName,
    type: school.type,
    ownership: school.ownership,
    locale: school.locale,
    boarding: school.boarding,
    foundedYear: school.foundedYear,
    parentSchoolId: school.parentSchoolId,
    countedAsSchool: school.countedAsSchool,
    closedOn: school.closedOn,
  };
}

export function presentSchoolDetail(school: SchoolEntry, history: readonly SchoolVersion[]): SchoolDetail {
  return {
    ...presentSchool(school),
    history: history.map(({ validFrom, validTo, change, name, type }) => ({ validFrom, validTo, change, name, type })),
  };
}
