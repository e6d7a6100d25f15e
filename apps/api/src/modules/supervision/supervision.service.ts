import { Injectable } from '@nestjs/common';
import type { RecordVisitRequest, Supervision, VisitRuleRequest } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { addDays } from '../rounds/round-calendar.rules.ts';
import { SupervisionRepository } from './persistence/supervision.repository.ts';
import { supervisionErrors } from './supervision.errors.ts';
import { ruleOf, standingOf } from './supervision.rules.ts';
import type { RegularVisitRecord } from './supervision.types.ts';

/** As far back as visits are counted: twelve terms at most. */
const DAYS_BACK = 6 * 366 + 31;

/** Regular supervision (经常性督导): responsible inspectors visit the schools of their areas, as often as the county's rule says. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly repository: SupervisionRepository,
  ) {}

  /** @param scope everything the caller holds */
  async overview(scope: Scope): Promise<Supervision> {
    const reads = scope.narrowedTo('supervision.read');
    const manages = scope.narrowedTo('supervision.manage');
    const today = calendarDay(this.clock.now());
    const areas = await this.repository.findAreas(reads, today);
    const schools = await this.repository.findSchools(reads, today, addDays(today, -DAYS_BACK));
    const counties = await this.repository.findRules([...new Set(areas.map(({ countyId }) => countyId))]);
    const rules = new Map(counties.map((county) => [county.countyId, ruleOf(county, today)]));
    return {
      today,
      rules: counties.map((county) => ({
        countyId: county.countyId,
        county: county.county,
        ...ruleOf(county, today),
        own: county.period !== null,
        mayChange: manages.coversRegionPath(county.path),
      })),
      areas: areas.map(({ areaId, name, countyId, inspectors }) => ({
        areaId,
        name,
        countyId,
        inspectors: [...inspectors],
        schools: schools
          .filter((school) => school.areaId === areaId)
          .map(({ schoolId, code, name: schoolName, lastVisitedOn, findings, startsOn, visitDays }) => ({
            schoolId,
            code,
            name: schoolName,
            ...standingOf(rules.get(countyId) ?? ruleOf(NO_RULE, today), today, { startsOn, visitDays }),
            lastVisitedOn,
            findings,
          })),
      })),
      mayRecord: scope.carries('supervision.record'),
    };
  }

  /** @throws school.not-found */
  async visits(
    scope: Scope,
    schoolId: string,
  ): Promise<{
    readonly school: { readonly id: string; readonly name: string };
    readonly visits: readonly RegularVisitRecord[];
  }> {
    const school = await this.repository.findSchool(scope, schoolId);
    if (school === null) throw supervisionErrors.schoolNotFound();
    return { school, visits: await this.repository.findVisits(schoolId) };
  }

  /** @throws school.not-found, supervision.school-without-area, supervision.visit-in-future, supervision.recorded-already */
  async record(scope: Scope, actor: Actor, schoolId: string, request: RecordVisitRequest): Promise<void> {
    const school = await this.repository.findSchool(scope, schoolId);
    if (school === null) throw supervisionErrors.schoolNotFound();
    const { areaId } = school;
    if (areaId === null) throw supervisionErrors.withoutArea();
    await this.transactions.run(actor, async (tx) => {
      const today = calendarDay(tx.at);
      if (request.visitedOn > today) throw supervisionErrors.inFuture(today);
      const id = await this.repository.add(tx, { ...request, schoolId, areaId });
      if (id === null) throw supervisionErrors.recordedAlready(request.visitedOn);
      await this.audit.append(tx, {
        countyId: school.countyId,
        action: 'regular-visit.recorded',
        subject: { kind: 'regular-visit', id },
        details: { schoolId, visitedOn: request.visitedOn, findings: request.findings.length },
      });
    });
  }

  /** @throws region.not-found */
  async setRule(scope: Scope, actor: Actor, countyId: string, request: VisitRuleRequest): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      if ((await this.repository.holdCounty(tx, scope, countyId)) === null) throw supervisionErrors.regionNotFound();
      await this.repository.setRule(tx, countyId, request);
      await this.audit.append(tx, {
        countyId,
        action: 'visit-rule.changed',
        subject: { kind: 'visit-rule', id: countyId },
        details: { ...request },
      });
    });
  }
}

const NO_RULE = { period: null, visits: null, since: null };
