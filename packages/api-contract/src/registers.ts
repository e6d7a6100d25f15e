import { rotationForms } from '@junheng/evaluation-core';
import { z } from 'zod';

/** 交流轮岗与支教、结对帮扶、建设与装备项目、安全事故与隐患: counts, never names of pupils. */
export const registerKinds = ['staff-rotation', 'pairing', 'project', 'safety'] as const;
export type RegisterKind = (typeof registerKinds)[number];

export const rotationDirections = ['urban-to-rural', 'strong-to-weak', 'between-equals', 'other'] as const;
export const partnerKinds = ['school-in-county', 'school-elsewhere', 'university', 'enterprise', 'other'] as const;
export const projectKinds = ['new-building', 'extension', 'repair', 'sports-field', 'equipment', 'digital'] as const;
export const projectStates = ['planned', 'under-way', 'finished', 'stopped'] as const;
export const moneySources = ['central', 'province', 'city', 'county', 'other'] as const;
export const safetySeverities = ['minor', 'serious', 'major'] as const;

const text = (most: number) => z.string().trim().min(2).max(most);
/** Decimal with at most two places. */
const decimal = z.string().regex(/^\d{1,9}(?:\.\d{1,2})?$/);

const staffRotationSchema = z.object({
  kind: z.literal('staff-rotation'),
  form: z.enum(rotationForms),
  post: z.enum(['teacher', 'principal']),
  direction: z.enum(rotationDirections),
  people: z.int().min(1).max(9999),
  /** Among them 骨干教师. */
  backbone: z.int().min(0).max(9999),
  /** Where they go: a school of the county, or in words. */
  toSchoolId: z.uuid().nullable(),
  toName: text(100).nullable(),
});
const pairingSchema = z.object({
  kind: z.literal('pairing'),
  partner: text(100),
  partnerKind: z.enum(partnerKinds),
  content: text(500),
  /** Times they worked together so far. */
  activities: z.int().min(0).max(9999),
});
const projectSchema = z.object({
  kind: z.literal('project'),
  name: text(200),
  projectKind: z.enum(projectKinds),
  state: z.enum(projectStates),
  /** Square metres. */
  area: decimal.nullable(),
  /** In ten thousand yuan (万元), by source. */
  money: z.array(z.object({ source: z.enum(moneySources), amount: decimal })).max(moneySources.length),
});
const safetySchema = z.object({
  kind: z.literal('safety'),
  case: z.enum(['incident', 'hazard']),
  severity: z.enum(safetySeverities),
  facts: text(1000),
  /** The day it was put right; null while it is open. */
  putRightOn: z.iso.date().nullable(),
});
export const registerDetailsSchema = z
  .discriminatedUnion('kind', [staffRotationSchema, pairingSchema, projectSchema, safetySchema])
  .meta({ id: 'RegisterDetails' });
export type RegisterDetails = z.infer<typeof registerDetailsSchema>;

const content = {
  /** The school it concerns: where teachers come from, that is helped, is built at, where it happened. Null: the county. */
  schoolId: z.uuid().nullable(),
  /** The day it began or happened. */
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
  details: registerDetailsSchema,
  /** Where the papers are (佐证): number of a document, folder. */
  evidence: text(300).nullable(),
};

export const registerRowSchema = z
  .object({
    id: z.uuid(),
    countyId: z.uuid(),
    ...content,
    schoolName: z.string().nullable(),
    toSchoolName: z.string().nullable(),
    revision: z.int(),
    changedAt: z.iso.datetime(),
    changedBy: z.string(),
    withdrawn: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'RegisterRow' });
export type RegisterRow = z.infer<typeof registerRowSchema>;

/** GET /register-rows?kind=&countyId=&year= : of the year in which they begin. */
export const registerRowsQuerySchema = z.object({
  kind: z.enum(registerKinds),
  countyId: z.uuid().optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});
export type RegisterRowsQuery = z.infer<typeof registerRowsQuerySchema>;
/** Newest first; `more`: there are more than are listed, ask by year. */
export const registerRowsSchema = z
  .object({ rows: z.array(registerRowSchema), more: z.boolean() })
  .meta({ id: 'RegisterRows' });
export type RegisterRows = z.infer<typeof registerRowsSchema>;

/** POST /register-rows */
export const addRegisterRowRequestSchema = z
  .object({ countyId: z.uuid(), ...content })
  .meta({ id: 'AddRegisterRowRequest' });
export type AddRegisterRowRequest = z.infer<typeof addRegisterRowRequestSchema>;

/** PUT /register-rows/:registerRowId : the kind stays. */
export const changeRegisterRowRequestSchema = z
  .object({ revision: z.int(), ...content })
  .meta({ id: 'ChangeRegisterRowRequest' });
export type ChangeRegisterRowRequest = z.infer<typeof changeRegisterRowRequestSchema>;

/** POST /register-rows/:registerRowId/withdrawal : it stays to be seen, and counts no more. */
export const withdrawRegisterRowRequestSchema = z
  .object({ revision: z.int(), reason: text(500) })
  .meta({ id: 'WithdrawRegisterRowRequest' });
export type WithdrawRegisterRowRequest = z.infer<typeof withdrawRegisterRowRequestSchema>;

/** GET /register-rows/:registerRowId/versions, newest first. */
export const registerRowVersionsSchema = z
  .object({
    versions: z.array(
      z.object({
        revision: z.int(),
        at: z.iso.datetime(),
        by: z.string(),
        ...content,
        withdrawalReason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'RegisterRowVersions' });
export type RegisterRowVersions = z.infer<typeof registerRowVersionsSchema>;
