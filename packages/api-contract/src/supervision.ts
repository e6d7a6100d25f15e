import { z } from 'zod';

/** 每月, 每学期 */
export const visitPeriods = ['month', 'term'] as const;

const words = (least: number, most: number) => z.string().trim().min(least).max(most);

/** How often a responsible inspector visits each school (责任督学挂牌); a county's own, or the usual one. */
export const visitRuleSchema = z.object({
  countyId: z.uuid(),
  county: z.string(),
  period: z.enum(visitPeriods),
  visits: z.int(),
  /** Periods that began earlier are not asked for. */
  since: z.iso.date(),
  /** False: nobody has set it; one visit a month is the usual rule. */
  own: z.boolean(),
  mayChange: z.boolean(),
});
export type VisitRule = z.infer<typeof visitRuleSchema>;

const supervisedSchoolSchema = z.object({
  schoolId: z.uuid(),
  code: z.string(),
  name: z.string(),
  /** Visits of the period that runs now, how many are due in it, and its last day. */
  done: z.int(),
  due: z.int(),
  dueBy: z.iso.date(),
  /** Visits that whole earlier periods lack. */
  overdue: z.int(),
  lastVisitedOn: z.iso.date().nullable(),
  findings: z.int(),
});
export type SupervisedSchool = z.infer<typeof supervisedSchoolSchema>;

/** GET /supervision: responsibility areas (督学责任区) with a school within scope, their inspectors, and how each school stands. */
export const supervisionSchema = z
  .object({
    today: z.iso.date(),
    rules: z.array(visitRuleSchema),
    areas: z.array(
      z.object({
        areaId: z.uuid(),
        name: z.string(),
        countyId: z.uuid(),
        inspectors: z.array(z.object({ personId: z.uuid(), name: z.string() })),
        schools: z.array(supervisedSchoolSchema),
      }),
    ),
    mayRecord: z.boolean(),
  })
  .meta({ id: 'Supervision' });
export type Supervision = z.infer<typeof supervisionSchema>;

const visitFindingSchema = z.object({
  fact: words(1, 2000),
  demand: words(0, 2000),
  dueOn: z.iso.date().nullable(),
});

/** GET /supervision/schools/:schoolId/visits: newest first. */
export const regularVisitsSchema = z
  .object({
    school: z.object({ id: z.uuid(), name: z.string() }),
    visits: z.array(
      z.object({
        id: z.uuid(),
        visitedOn: z.iso.date(),
        by: z.string(),
        topic: z.string(),
        note: z.string(),
        findings: z.array(visitFindingSchema),
        recordedAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'RegularVisits' });
export type RegularVisits = z.infer<typeof regularVisitsSchema>;

/** POST /supervision/schools/:schoolId/visits */
export const recordVisitRequestSchema = z
  .object({
    visitedOn: z.iso.date(),
    topic: words(2, 100),
    note: words(0, 4000),
    findings: z.array(visitFindingSchema).max(50),
  })
  .meta({ id: 'RecordVisitRequest' });
export type RecordVisitRequest = z.infer<typeof recordVisitRequestSchema>;

/** PUT /supervision/rules/:countyId */
export const visitRuleRequestSchema = z
  .object({ period: z.enum(visitPeriods), visits: z.int().min(1).max(20), since: z.iso.date() })
  .meta({ id: 'VisitRuleRequest' });
export type VisitRuleRequest = z.infer<typeof visitRuleRequestSchema>;
