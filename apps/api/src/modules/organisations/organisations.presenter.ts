import type { Grouping, GroupingDetail, Region, School, SchoolDetail } from '@junheng/api-contract';
import type { GroupingRecord, MemberRecord } from './groupings.types.ts';
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

export function presentGrouping(grouping: GroupingRecord): Grouping {
  const { id, regionId, kind, name, leaderName, startsOn, endsOn, schoolIds } = grouping;
  return { id, regionId, kind, name, leaderName, startsOn, endsOn, schoolIds: [...schoolIds] };
}

export function presentGroupingDetail(
  grouping: GroupingRecord & { readonly members: readonly MemberRecord[] },
): GroupingDetail {
  return {
    ...presentGrouping(grouping),
    members: grouping.members.map(({ schoolId, schoolName, part, startsOn, endsOn }) => ({
      schoolId,
      schoolName,
      part,
      startsOn,
      endsOn,
    })),
  };
}
