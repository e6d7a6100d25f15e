import { Injectable } from '@nestjs/common';
import type { GroupingStandings, Round } from '@junheng/api-contract';
import { Database } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { GroupingsService } from '../organisations/groupings.service.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { groupedBy, groupingStandings } from './grouping-standings.rules.ts';
import { StandingsRepository } from './persistence/standings.repository.ts';

/** Areas and school groups (片区与办学组织) of several counties beside each other, with the members of today. */
@Injectable()
export class GroupingStandingsService {
  constructor(
    private readonly database: Database,
    private readonly repository: StandingsRepository,
    private readonly organisations: OrganisationsService,
    private readonly groupings: GroupingsService,
  ) {}

  /** Of the newest year with an evaluation where none is asked for. @throws region.not-found */
  async under(
    scope: Scope,
    regionId: string,
    wanted: { readonly kind: Round['kind']; readonly year?: number | undefined },
  ): Promise<GroupingStandings> {
    const region = await this.organisations.region(scope, regionId);
    const { kind } = wanted;
    const ofRegion = { regionPath: region.path, kind };
    const year = wanted.year ?? (await this.repository.newestYear(this.database, scope, ofRegion));
    if (year === null) return { year, standings: [] };
    const [runs, regions, groupings] = await Promise.all([
      this.repository.findSchools(this.database, scope, { ...ofRegion, year }),
      this.organisations.listRegions(scope),
      this.groupings.list(scope, { regionId }),
    ]);
    const byId = new Map(regions.map((each) => [each.id, each]));
    const countyOf = (id: string): string => {
      const place = byId.get(id);
      return place?.level === 'town' ? (place.parentId ?? '') : id;
    };
    const byCounty = groupedBy(groupings, (grouping) => countyOf(grouping.regionId));
    return {
      year,
      standings: runs.flatMap(({ countyId, roundId, evaluationId, schoolStages }) => {
        const county = byId.get(countyId);
        return groupingStandings(schoolStages, byCounty.get(countyId) ?? []).map(({ grouping, ...counts }) => ({
          ...counts,
          grouping:
            grouping === null ? null : { id: grouping.id, name: grouping.name, leaderName: grouping.leaderName },
          county: {
            id: countyId,
            name: county?.name ?? '',
            parentName: byId.get(county?.parentId ?? '')?.name ?? null,
          },
          roundId,
          evaluationId,
        }));
      }),
    };
  }
}
