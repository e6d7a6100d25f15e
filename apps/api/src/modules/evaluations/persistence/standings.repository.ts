import { Injectable } from '@nestjs/common';
import type { Round } from '@junheng/api-contract';
import type { Reader } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { StandingRun, StandingSchools } from '../evaluations.types.ts';

/** How counties stand, year by year; never their results as a whole. */
@Injectable()
export class StandingsRepository {
  /**
   * One run for each county and year: the one that schools see, else the newest on the newest data set. Runs by another edition
   * than the round's are trials and count for nothing here; nor do those of verified data.
   */
  async findUnder(
    reader: Reader,
    scope: Scope,
    wanted: { readonly regionPath: string; readonly kind: Round['kind']; readonly sinceYear: number },
  ): Promise<readonly StandingRun[]> {
    const p = new SqlParameters();
    return reader.query<StandingRun>(
      `SELECT DISTINCT ON (e.county_id, r.year)
              e.id, e.round_id AS "roundId", e.county_id AS "countyId", e.edition_id AS "editionId", e.ran_at AS "ranAt",
              e.summary, e.coefficients, r.year, d.version AS "dataSetVersion",
              jsonb_array_length(d.missing_schools) AS "missingSchools", l.id IS NOT NULL AS released
         FROM evaluation_runs e
         JOIN rounds r ON r.id = e.round_id AND r.edition_id = e.edition_id
         JOIN regions g ON g.id = e.county_id
         JOIN data_sets d ON d.id = e.data_set_id AND d.kind = 'approved'
         LEFT JOIN result_releases l ON l.evaluation_id = e.id AND l.withdrawn_at IS NULL
        WHERE starts_with(g.path, ${p.add(wanted.regionPath)}) AND r.kind = ${p.add(wanted.kind)}
          AND r.year >= ${p.add(wanted.sinceYear)}::int AND ${scope.regions('e.county_id', p)}
        ORDER BY e.county_id, r.year, (l.id IS NOT NULL) DESC, d.version DESC, e.ran_at DESC, e.id`,
      p.values,
    );
  }

  /** The school-stages of the run by which each county stands in one year: the same run as `findUnder` chooses. */
  async findSchools(
    reader: Reader,
    scope: Scope,
    wanted: { readonly regionPath: string; readonly kind: Round['kind']; readonly year: number },
  ): Promise<readonly StandingSchools[]> {
    const p = new SqlParameters();
    return reader.query<StandingSchools>(
      `SELECT DISTINCT ON (e.county_id)
              e.id AS "evaluationId", e.round_id AS "roundId", e.county_id AS "countyId", e.school_stages AS "schoolStages"
         FROM evaluation_runs e
         JOIN rounds r ON r.id = e.round_id AND r.edition_id = e.edition_id
         JOIN regions g ON g.id = e.county_id
         JOIN data_sets d ON d.id = e.data_set_id AND d.kind = 'approved'
         LEFT JOIN result_releases l ON l.evaluation_id = e.id AND l.withdrawn_at IS NULL
        WHERE starts_with(g.path, ${p.add(wanted.regionPath)}) AND r.kind = ${p.add(wanted.kind)}
          AND r.year = ${p.add(wanted.year)}::int AND ${scope.regions('e.county_id', p)}
        ORDER BY e.county_id, (l.id IS NOT NULL) DESC, d.version DESC, e.ran_at DESC, e.id`,
      p.values,
    );
  }

  /** The newest year in which a county under the region was evaluated; null = none was. */
  async newestYear(
    reader: Reader,
    scope: Scope,
    wanted: { readonly regionPath: string; readonly kind: Round['kind'] },
  ): Promise<number | null> {
    const p = new SqlParameters();
    const [row] = await reader.query<{ year: number | null }>(
      `SELECT max(r.year)::int AS year
         FROM rounds r JOIN regions g ON g.id = r.region_id
        WHERE starts_with(g.path, ${p.add(wanted.regionPath)}) AND r.kind = ${p.add(wanted.kind)}
          AND EXISTS (SELECT FROM evaluation_runs e WHERE e.round_id = r.id) AND ${scope.regions('r.region_id', p)}`,
      p.values,
    );
    return row?.year ?? null;
  }
}
