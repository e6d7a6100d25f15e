import { Injectable } from '@nestjs/common';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Reader } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { organisationErrors } from './organisations.errors.ts';
import type { RegionRecord, SchoolEntry, SchoolRelations, SchoolVersion } from './organisations.types.ts';
import { OrganisationsRepository, type SchoolsFilter } from './persistence/organisations.repository.ts';
import { SchoolHistoryRepository } from './persistence/school-history.repository.ts';

/** Regions and the register of schools. Inside a transaction pass it as `reader`, to see what it has written. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly clock: Clock,
    private readonly organisations: OrganisationsRepository,
    private readonly histories: SchoolHistoryRepository,
  ) {}

  /** Regions in scope and those above them, parents first. */
  async listRegions(scope: Scope, reader?: Reader): Promise<readonly RegionRecord[]> {
    return this.organisations.findRegions(scope, reader);
  }

  /** @throws region.not-found, also when it is outside the scope */
  async region(scope: Scope, regionId: string, reader?: Reader): Promise<RegionRecord> {
    const region = await this.organisations.findRegion(scope, regionId, reader);
    if (region === null) throw organisationErrors.regionNotFound();
    return region;
  }

  async listSchools(
    scope: Scope,
    filter: Omit<SchoolsFilter, 'today'> = {},
    reader?: Reader,
  ): Promise<readonly SchoolEntry[]> {
    const today = calendarDay(this.clock.now());
    return this.organisations.findSchools(scope, { ...filter, today }, reader);
  }

  /** @throws school.not-found, also when it is outside the scope */
  async school(scope: Scope, schoolId: string, reader?: Reader): Promise<SchoolEntry> {
    const school = await this.organisations.findSchool(scope, schoolId, reader);
    if (school === null) throw organisationErrors.schoolNotFound();
    return school;
  }

  async history(scope: Scope, schoolId: string, reader?: Reader): Promise<readonly SchoolVersion[]> {
    return this.histories.findVersions(scope, schoolId, reader);
  }

  /** Its campuses, what became of it, the areas and groups it is and was in. */
  async relations(scope: Scope, schoolId: string, reader?: Reader): Promise<SchoolRelations> {
    return this.histories.findRelations(scope, schoolId, reader);
  }
}
