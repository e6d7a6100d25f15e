import { Injectable } from '@nestjs/common';
import type { RectificationCoverage } from '@junheng/api-contract';
import { measureCoverage, type DataSet, type MeasuredNumber } from '@junheng/evaluation-core';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { Database } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { AT_ONCE, CoreThreads } from '../evaluations/computing/core-threads.service.ts';
import { evaluationErrors } from '../evaluations/evaluations.errors.ts';
import { optionsOf } from '../evaluations/evaluations.presenter.ts';
import { EvaluationsService } from '../evaluations/evaluations.service.ts';
import { changedRules } from '../evaluations/rules-of-run.rules.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { RectificationsRepository } from './persistence/rectifications.repository.ts';
import { rectificationErrors } from './rectifications.errors.ts';
import { standsInData, statusOn } from './rectifications.rules.ts';
import { MOST_ROWS, RectificationsService } from './rectifications.service.ts';
import type { LedgerRow } from './rectifications.types.ts';
import { schoolOf } from './standing.rules.ts';

/**
 * Whether every problem has a measure that reaches the standard (整改覆盖): computed over the approved data, with every measure done
 * that does not stand in them already.
 */
@Injectable()
export class CoverageService {
  constructor(
    private readonly database: Database,
    private readonly ledger: RectificationsService,
    private readonly rows: RectificationsRepository,
    private readonly evaluations: EvaluationsService,
    private readonly dataSets: DataSetsService,
    private readonly standards: StandardsService,
    private readonly core: CoreThreads,
  ) {}

  /** @throws region.not-found, evaluation.rules-changed (evaluate again), rectification.not-evaluated */
  async of(scope: Scope, countyId: string, editionId: string): Promise<RectificationCoverage> {
    if ((await this.rows.findCounty(this.database, scope, countyId)) === null)
      throw rectificationErrors.regionNotFound();
    const base = await this.rows.findBase(this.database, countyId, editionId);
    if (base === null) throw rectificationErrors.notEvaluated();
    const { run, result } = await this.evaluations.stored(scope, base.evaluationId);
    const { edition, hash } = this.standards.inForce(run.editionId);
    const changed = changedRules(run, hash);
    if (changed !== null) throw evaluationErrors.rulesChanged(changed);
    const { content } = await this.dataSets.content(scope, run.dataSetId);
    const rows = await this.rows.findVisible(scope, { countyId, limit: MOST_ROWS });
    const frozenOn = calendarDay(base.frozenAt);
    const records = (await this.rows.findMeasuresInCounty(scope, countyId)).filter(
      ({ doneOn }) => !standsInData(doneOn, frozenOn),
    );
    const measures = records.map(({ id, effects, rows: named }) => ({
      id,
      effects,
      problems: named.flatMap(({ problemKey }) => problemKey ?? []),
    }));
    const options = optionsOf(run);
    const { problems, arising, refused } =
      content.schools.length <= AT_ONCE
        ? measureCoverage(edition, content, measures, { ...options, before: result })
        : await this.core.ask({ kind: 'coverage', edition, dataSet: content, measures, options });
    const names = namesOf(content);
    const nameAt = (schoolId: string | null) => (schoolId === null ? null : (names.get(schoolId) ?? schoolId));
    const byKey = new Map(rows.flatMap((row) => (row.editionId === editionId ? [[row.problemKey, row] as const] : [])));
    const today = this.ledger.today();
    const descriptions = new Map(records.map(({ id, description }) => [id, description]));
    return {
      editionId,
      evaluation: { id: run.id, roundId: run.roundId, ranAt: run.ranAt.toISOString() },
      problems: problems.map(({ problem, state, after }) => ({
        place: problem.place,
        schoolName: nameAt(schoolOf(problem.place)),
        row: linkTo(byKey.get(problem.key), today),
        state,
        before: numberOf(problem.measured),
        after: numberOf(after),
      })),
      worded: rows
        .filter((row) => row.place === null && row.status !== 'closed')
        .map(({ id, number, title, measures: own }) => ({ id, number, title: title ?? '', measures: own.length })),
      arising: arising.map(({ place, measured }) => ({
        place,
        schoolName: nameAt(schoolOf(place)),
        after: numberOf(measured),
      })),
      refused: refused.map(({ measureId, effect, problem }) => ({
        measureId,
        description: descriptions.get(measureId) ?? '',
        effect,
        problem,
      })),
    };
  }
}

const namesOf = ({ schools }: DataSet): ReadonlyMap<string, string> =>
  new Map(schools.map(({ schoolId, name }) => [schoolId, name]));

const numberOf = (measured: MeasuredNumber | null) => (measured === null ? null : { ...measured });

function linkTo(row: LedgerRow | undefined, today: string): RectificationCoverage['problems'][number]['row'] {
  return row === undefined ? null : { id: row.id, number: row.number, status: statusOn(row, today) };
}
