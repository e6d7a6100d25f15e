import { editionById } from '@junheng/evaluation-core';
import { exampleCounty, generateCounty } from '@junheng/synthetic-county';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../app.module.ts';
import { OneTimeLinksService } from '../../modules/access/one-time-links.service.ts';
import { PeopleService } from '../../modules/access/people.service.ts';
import { CountyEvidenceService } from '../../modules/county-reports/county-evidence.service.ts';
import { CountyPartsService } from '../../modules/county-reports/county-parts.service.ts';
import { CountyReportsService } from '../../modules/county-reports/county-reports.service.ts';
import { CountySavingService } from '../../modules/county-reports/county-saving.service.ts';
import { EvaluationRunsService } from '../../modules/evaluations/evaluation-runs.service.ts';
import { ResultReleasesService } from '../../modules/evaluations/result-releases.service.ts';
import { ReviewsService } from '../../modules/reviews/reviews.service.ts';
import { ReportMovesService } from '../../modules/self-reports/report-moves.service.ts';
import { RoundOpeningService } from '../../modules/self-reports/round-opening.service.ts';
import { SavingService } from '../../modules/self-reports/saving.service.ts';
import { SelfReportsService } from '../../modules/self-reports/self-reports.service.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.module.ts';
import { addDays, demoCalendar } from './demo-calendar.ts';
import { createOfficials, createPeople, DemoAccounts } from './demo-people.ts';
import { registerCounty } from './demo-register.ts';
import { DemoReports } from './demo-reports.ts';
import { castSchools } from './demo-round-states.ts';
import { playLastYear, playThisYear } from './demo-rounds.ts';
import { sceneOf } from './demo-scene.ts';
import { newDemoPassword, writeDemoSignIns, type DemoSignIn } from './demo-sign-ins.ts';
import { playBetweenRounds, playDuringRound } from './demo-year.ts';
import { demoRegister } from './persistence/demo-register.repository.ts';
import { inOneTransaction } from './persistence/one-transaction.ts';

const EDITION = 'cn-2017-quality-balance';
/** Spreads the reports of the round over some days. */
const MINUTES_BETWEEN_SCHOOLS = 70;

class EditionMissingError extends Error {
  constructor() {
    super(`the edition ${EDITION} is not shipped`);
    this.name = 'EditionMissingError';
  }
}

/**
 * Fills an empty database with the demonstration county, through the services of the server and with the dates at which things
 * would have happened: whole or not at all. Writes the sign-ins beside it.
 *
 * @returns the sign-ins, or null where the database already holds something
 */
export async function seedDemonstration(platform: Platform): Promise<readonly DemoSignIn[] | null> {
  if (!(await demoRegister.isEmpty(new Database(platform.dataSource)))) return null;
  return inOneTransaction(platform.dataSource, async (dataSource) => {
    // Another process may have been faster while this one waited.
    if (!(await demoRegister.isEmpty(new Database(dataSource)))) return null;
    platform.logger.info('demonstration.begun', { county: exampleCounty.seed });
    const calendar = demoCalendar(platform.clock.now());
    const context = await NestFactory.createApplicationContext(
      AppModule.on({ ...platform, dataSource, clock: calendar.clock }),
      { logger: false, abortOnError: false },
    );
    const edition = editionById(EDITION);
    if (edition === undefined) throw new EditionMissingError();

    const county = generateCounty(exampleCounty.seed, exampleCounty.options);
    const beginning = addDays(calendar.lastYear.opensOn, -30);
    calendar.goTo(beginning);
    const registered = await context
      .get(Transactions)
      .run(systemActor('demonstration'), (tx) => registerCounty(tx, context.get(AuditLog), county, beginning));
    const exampleCodes = new Set(exampleCounty.options.wanted?.map(({ code }) => code));
    const cast = castSchools(registered.schools, exampleCodes);
    const accounts = new DemoAccounts(context.get(PeopleService), context.get(OneTimeLinksService), newDemoPassword());
    const people = await createPeople(accounts, registered, cast);
    const whole = platform.config.demonstration === 'whole';
    const officials = whole ? await createOfficials(accounts, registered, cast) : null;

    const services = {
      reports: context.get(SelfReportsService),
      saving: context.get(SavingService),
      moves: context.get(ReportMovesService),
      reviews: context.get(ReviewsService),
    };
    const stage = {
      services,
      opening: context.get(RoundOpeningService),
      evaluations: context.get(EvaluationRunsService),
      releases: context.get(ResultReleasesService),
      calendar,
      registered,
      people,
      countyReport: {
        countyReports: context.get(CountyReportsService),
        countySaving: context.get(CountySavingService),
        countyParts: context.get(CountyPartsService),
        countyEvidence: context.get(CountyEvidenceService),
      },
      reports: new DemoReports(services, edition, calendar),
      editionId: EDITION,
    };
    const lastYear = await playLastYear(stage);
    const scene = officials === null ? null : sceneOf(context, stage, { officials, cast, lastYear });
    if (scene !== null) await playBetweenRounds(scene);
    const thisYear = await playThisYear(stage, cast, scene === null ? 0 : MINUTES_BETWEEN_SCHOOLS);
    if (scene !== null) await playDuringRound(scene, thisYear);
    // Before the commit: a database without its sign-ins would be of no use, sign-ins without a database are written again.
    await writeDemoSignIns(platform.config.dataDir, accounts.signIns);
    return accounts.signIns;
  });
}
