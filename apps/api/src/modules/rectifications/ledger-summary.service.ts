import { Injectable } from '@nestjs/common';
import type { RectificationCounts, RectificationSummary } from '@junheng/api-contract';
import type { Scope } from '../access/access.scope.ts';
import {
  LedgerSummaryRepository,
  MOST_UNITS,
  type CountedRows,
  type SummaryFilter,
} from './persistence/ledger-summary.repository.ts';
import { RectificationsService } from './rectifications.service.ts';

const NOTHING: RectificationCounts = {
  raised: 0,
  open: 0,
  toVerify: 0,
  closed: 0,
  excepted: 0,
  overdue: 0,
  reopened: 0,
  unassigned: 0,
};

/** What city and province look at: opened, closed, overdue and reopened, by county, kind and unit, month by month. */
@Injectable()
export class LedgerSummaryService {
  constructor(
    private readonly ledger: RectificationsService,
    private readonly summaries: LedgerSummaryRepository,
  ) {}

  async of(scope: Scope, filter: SummaryFilter): Promise<RectificationSummary> {
    const today = this.ledger.today();
    const counted = await this.summaries.count(scope, filter, today);
    const by = (grouping: CountedRows['grouping']) => counted.filter((each) => each.grouping === grouping);
    const [total] = by('total');
    return {
      total: total === undefined ? { ...NOTHING } : countsOf(total),
      counties: by('county').flatMap((row) =>
        row.countyId === null
          ? []
          : [{ id: row.countyId, code: row.code ?? '', name: row.countyName ?? '', counts: countsOf(row) }],
      ),
      kinds: by('kind').flatMap((row) => (row.kind === null ? [] : [{ kind: row.kind, counts: countsOf(row) }])),
      units: by('unit')
        .slice(0, MOST_UNITS)
        .map((row) => ({
          id: row.unitId,
          name: row.unitName,
          county: row.countyName ?? '',
          counts: countsOf(row),
        })),
      moreUnits: by('unit').length > MOST_UNITS,
      trend: (await this.summaries.trend(scope, filter, today)).map((month) => ({ ...month })),
    };
  }
}

function countsOf(row: CountedRows): RectificationCounts {
  const { raised, open, toVerify, closed, excepted, overdue, reopened, unassigned } = row;
  return { raised, open, toVerify, closed, excepted, overdue, reopened, unassigned };
}
