import type {
  Grouping,
  GroupingDetail,
  ListedPeopleImport,
  ListedSchoolImport,
  PeopleImport,
  Region,
  RegisteredSchool,
  School,
  SchoolDetail,
  SchoolImport,
} from '@junheng/api-contract';
import type { GroupingRecord, MemberRecord } from './groupings.types.ts';
import type { ListedPeopleImportRecord, PeopleImportRecord } from './people-import/people-imports.types.ts';
import type { ListedSchoolImportRecord, SchoolImportRecord } from './school-import/school-imports.types.ts';
import type { RegionRecord, SchoolEntry, SchoolRelations, SchoolVersion } from './organisations.types.ts';

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

export function presentRegisteredSchool(school: SchoolEntry): RegisteredSchool {
  return { ...presentSchool(school), initials: school.initials };
}

export function presentSchoolDetail(
  school: SchoolEntry,
  history: readonly SchoolVersion[],
  { campuses, successors, groupings }: SchoolRelations,
): SchoolDetail {
  return {
    ...presentSchool(school),
    openedOn: school.openedOn,
    flags: presentFlags(school.flags),
    history: history.map(({ recordedAt, flags, predecessors, ...version }) => ({
      ...version,
      recordedAt: recordedAt.toISOString(),
      flags: presentFlags(flags),
      predecessors: [...predecessors],
    })),
    campuses: [...campuses],
    successors: [...successors],
    groupings: [...groupings],
  };
}

/** Anything but yes and no is not known. */
function presentFlags(flags: Readonly<Record<string, string>>): Record<string, 'yes' | 'no'> {
  return Object.fromEntries(
    Object.entries(flags).flatMap(([id, value]) => (value === 'yes' || value === 'no' ? [[id, value]] : [])),
  );
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

export function presentListedSchoolImport(record: ListedSchoolImportRecord): ListedSchoolImport {
  const { rows, fresh, known, errors, warnings } = record;
  return {
    id: record.id,
    status: record.status,
    fileName: record.fileName,
    uploadedAt: record.uploadedAt.toISOString(),
    uploadedBy: record.uploadedBy,
    confirmedAt: record.confirmedAt?.toISOString() ?? null,
    counts: { rows, fresh, known, errors, warnings },
  };
}

export function presentSchoolImport(record: SchoolImportRecord): SchoolImport {
  return {
    ...presentListedSchoolImport(record),
    countyId: record.countyId,
    problems: [...record.problems],
    sample: record.sample.map(({ row, code, name, type }) => ({ row, code, name, type })),
  };
}

export function presentListedPeopleImport(record: ListedPeopleImportRecord): ListedPeopleImport {
  const { rows, fresh, known, addresses, errors, warnings } = record;
  return {
    id: record.id,
    status: record.status,
    fileName: record.fileName,
    uploadedAt: record.uploadedAt.toISOString(),
    uploadedBy: record.uploadedBy,
    confirmedAt: record.confirmedAt?.toISOString() ?? null,
    counts: { rows, fresh, known, addresses, errors, warnings },
  };
}

export function presentPeopleImport(record: PeopleImportRecord): PeopleImport {
  return {
    ...presentListedPeopleImport(record),
    countyId: record.countyId,
    problems: [...record.problems],
    sample: record.sample.map(({ row, login, displayName, personId, role, placeName }) => ({
      row,
      login,
      displayName,
      isNew: personId === null,
      role,
      placeName,
    })),
    changedAddresses: record.changedAddresses.map(({ row, login, displayName, email }) => ({
      row,
      login,
      displayName,
      email,
    })),
  };
}
