import { Injectable } from '@nestjs/common';
import type {
  CoefficientSeries,
  CountyStanding,
  Round,
  StandingOfYear,
  Standings,
  WarningThresholds,
} from '@junheng/api-contract';
import { Database } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import type { RegionRecord } from '../organisations/organisations.types.ts';
import { earlyWarnings } from './early-warning.rules.ts';
import type { StandingRun } from './evaluations.types.ts';
import { StandingsRepository } from './persistence/standings.repository.ts';

const YEARS = 5;

/** City and province look down: every county of theirs, year by year, and who is moving toward failing. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly database: Database,
    private readonly repository: StandingsRepository,
    private readonly organisations: OrganisationsService,
  ) {}

  /** @throws region.not-found */
  async under(scope: Scope, regionId: string, kind: Round['kind'], thresholds: WarningThresholds): Promise<Standings> {
    const region = await this.organisations.region(scope, regionId);
    const regions = await this.organisations.listRegions(scope);
    const wanted = { regionPath: region.path, kind };
    const newest = await this.repository.newestYear(this.database, scope, wanted);
    const years = newest === null ? [] : Array.from({ length: YEARS }, (_, index) => newest - index);
    const runs =
      newest === null
        ? []
        : await this.repository.findUnder(this.database, scope, { ...wanted, sinceYear: newest - YEARS + 1 });
    const used = years.filter((year) => runs.some((run) => run.year === year));
    const names = new Map(regions.map(({ id, name }) => [id, name]));
    const counties = regions.filter(
      ({ level, path }) => level === 'county' && path.startsWith(region.path) && scope.coversRegionPath(path),
    );
    return {
      region: { id: region.id, name: region.name, level: region.level },
      kind,
      years: used,
      counties: counties.map((county) =>
        standingOf(
          county,
          names.get(county.parentId ?? '') ?? null,
          used,
          runs.filter(({ countyId }) => countyId === county.id),
          thresholds,
        ),
      ),
    };
  }
}

function standingOf(
  county: RegionRecord,
  parentName: string | null,
  years: readonly number[],
  runs: readonly StandingRun[],
  thresholds: WarningThresholds,
): CountyStanding {
  const byYear = years.map((year) => runs.find((run) => run.year === year) ?? null);
  const coefficients = seriesOf(byYear);
  const comparable = byYear.map((run) => run !== null && run.editionId === byYear[0]?.editionId);
  return {
    regionId: county.id,
    code: county.code,
    name: county.name,
    parentId: county.parentId,
    parentName,
    years: byYear.map((run) => (run === null ? null : ofYear(run))),
    coefficients: [...coefficients],
    warnings: [...earlyWarnings(years, comparable, coefficients, thresholds)],
  };
}

/** In the order of the newest run that has them. */
function seriesOf(byYear: readonly (StandingRun | null)[]): readonly CoefficientSeries[] {
  const keyOf = (each: { readonly stage: string; readonly indicatorId: string }) => `${each.stage} ${each.indicatorId}`;
  const found = byYear.map((run) => new Map((run?.coefficients ?? []).map((each) => [keyOf(each), each])));
  const first = new Map(found.toReversed().flatMap((each) => [...each]));
  const inOrder = byYear.flatMap((run) => (run?.coefficients ?? []).map(keyOf));
  return [...new Set(inOrder)].flatMap((key) => {
    const newest = first.get(key);
    if (newest === undefined) return [];
    const { stage, indicatorId, limit } = newest;
    return {
      stage,
      indicatorId,
      limit,
      values: found.map((each) => each.get(key)?.cv ?? null),
      outcomes: found.map((each) => each.get(key)?.outcome ?? null),
    };
  });
}

function ofYear(run: StandingRun): StandingOfYear {
  const stages = run.summary.stages ?? [];
  const total = (of: 'schoolStages' | 'schoolStagesMet' | 'cvs' | 'cvsMet') =>
    stages.reduce((sum, stage) => sum + stage[of], 0);
  return {
    year: run.year,
    roundId: run.roundId,
    evaluationId: run.id,
    editionId: run.editionId,
    ranAt: run.ranAt.toISOString(),
    dataSetVersion: run.dataSetVersion,
    missingSchools: run.missingSchools,
    released: run.released,
    resourceAllocation: run.summary.resourceAllocation ?? 'undetermined',
    county: run.summary.county ?? 'undetermined',
    schoolStages: total('schoolStages'),
    schoolStagesMet: total('schoolStagesMet'),
    cvs: total('cvs'),
    cvsMet: total('cvsMet'),
  };
}
