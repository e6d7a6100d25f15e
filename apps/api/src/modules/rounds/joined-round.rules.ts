import type { ReviewLevel, Round } from '@junheng/api-contract';
import type { RoundRecord } from './rounds.types.ts';

/**
 * The columns of a round for statements that join it as `r` with its region as `g`; `roundOf` reads them. Here and not under
 * persistence, because reports are read together with their rounds in one statement.
 */
export const roundColumns = `r.id AS round_id, r.region_id AS round_region_id, g.name AS round_region_name,
  g.time_zone AS round_time_zone, r.kind AS round_kind, r.year AS round_year, r.edition_id AS round_edition_id,
  r.edition_hash AS round_edition_hash, r.opens_on AS round_opens_on, r.deadline AS round_deadline,
  r.one_person_may_submit AS round_one_person,
  r.review_levels AS round_levels, r.returns_to AS round_returns_to, r.two_person_review AS round_two_persons, r.previous_round_id AS round_previous_id, r.closed_at AS round_closed_at,
  cardinality(r.left_out_school_ids) AS round_left_out`;

export interface RoundRow {
  readonly round_id: string;
  readonly round_region_id: string;
  readonly round_region_name: string;
  readonly round_time_zone: string;
  readonly round_kind: Round['kind'];
  readonly round_year: number;
  readonly round_edition_id: string;
  readonly round_edition_hash: string;
  readonly round_opens_on: string;
  readonly round_deadline: string;
  readonly round_one_person: boolean;
  readonly round_levels: readonly ReviewLevel[];
  readonly round_returns_to: Round['returnsTo'];
  readonly round_two_persons: boolean;
  readonly round_previous_id: string | null;
  readonly round_closed_at: Date | null;
  readonly round_left_out: number;
}

export function roundOf(row: RoundRow): RoundRecord {
  return {
    id: row.round_id,
    regionId: row.round_region_id,
    regionName: row.round_region_name,
    timeZone: row.round_time_zone,
    kind: row.round_kind,
    year: row.round_year,
    editionId: row.round_edition_id,
    editionHash: row.round_edition_hash,
    opensOn: row.round_opens_on,
    deadline: row.round_deadline,
    onePersonMaySubmit: row.round_one_person,
    reviewLevels: row.round_levels,
    returnsTo: row.round_returns_to,
    twoPersonReview: row.round_two_persons,
    previousRoundId: row.round_previous_id,
    closed: row.round_closed_at !== null,
    leftOut: row.round_left_out,
  };
}
