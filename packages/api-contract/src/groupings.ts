import { z } from 'zod';

/** 片区、学区、督学责任区: a school lies in at most one of each kind. */
export const areaKinds = ['cluster', 'school-district', 'inspection-area'] as const;
/** 教育集团、联盟学校、捆绑办学: members stay schools of their own. */
export const schoolGroupKinds = ['education-group', 'alliance', 'bundle'] as const;
export const groupingKinds = [...areaKinds, ...schoolGroupKinds] as const;
export const memberParts = ['core', 'member'] as const;

/** An area or a school group: both gather schools beside the region tree. */
export const groupingSchema = z
  .object({
    id: z.uuid(),
    regionId: z.uuid(),
    kind: z.enum(groupingKinds),
    name: z.string(),
    leaderName: z.string().nullable(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().nullable(),
    /** Its schools today, those of it within the caller's scope; of one that ended: its last. */
    schoolIds: z.array(z.uuid()),
  })
  .meta({ id: 'Grouping' });
export type Grouping = z.infer<typeof groupingSchema>;

/** GET /groupings?regionId= */
export const groupingsQuerySchema = z.object({ regionId: z.uuid().optional() });
export type GroupingsQuery = z.infer<typeof groupingsQuerySchema>;
/** Those that hold first, then by kind and name. */
export const groupingsSchema = z.object({ groupings: z.array(groupingSchema) }).meta({ id: 'Groupings' });
export type Groupings = z.infer<typeof groupingsSchema>;

export const groupingMemberSchema = z.object({
  schoolId: z.uuid(),
  schoolName: z.string(),
  /** The leading school of a group (核心校, 牵头学校); areas have only members. */
  part: z.enum(memberParts),
  startsOn: z.iso.date(),
  /** The last day, inclusive. */
  endsOn: z.iso.date().nullable(),
});
/** GET /groupings/:groupingId: with everybody who was ever a member, newest first. */
export const groupingDetailSchema = groupingSchema
  .extend({ members: z.array(groupingMemberSchema) })
  .meta({ id: 'GroupingDetail' });
export type GroupingDetail = z.infer<typeof groupingDetailSchema>;

const name = z.string().trim().min(2).max(100);
const leaderName = z.string().trim().min(1).max(100).nullable();
const wantedMembers = z
  .array(z.object({ schoolId: z.uuid(), part: z.enum(memberParts) }))
  .max(2000)
  .refine((members) => new Set(members.map(({ schoolId }) => schoolId)).size === members.length);

/** POST /groupings. Holds from a day that is not in the future. */
export const openGroupingRequestSchema = z
  .object({
    regionId: z.uuid(),
    kind: z.enum(groupingKinds),
    name,
    leaderName,
    startsOn: z.iso.date(),
    members: wantedMembers,
  })
  .meta({ id: 'OpenGroupingRequest' });
export type OpenGroupingRequest = z.infer<typeof openGroupingRequestSchema>;

/** PUT /groupings/:groupingId: what it is called and who leads it. */
export const changeGroupingRequestSchema = z.object({ name, leaderName }).meta({ id: 'ChangeGroupingRequest' });
export type ChangeGroupingRequest = z.infer<typeof changeGroupingRequestSchema>;

/** PUT /groupings/:groupingId/members: all its members from a day on; whoever is not named leaves on the day before. */
export const setMembersRequestSchema = z
  .object({ from: z.iso.date(), members: wantedMembers })
  .meta({ id: 'SetMembersRequest' });
export type SetMembersRequest = z.infer<typeof setMembersRequestSchema>;

/** POST /groupings/:groupingId/end: its last day, today or earlier; refused while somebody holds a role at it. */
export const endGroupingRequestSchema = z
  .object({ endsOn: z.iso.date(), reason: z.string().trim().min(2).max(500) })
  .meta({ id: 'EndGroupingRequest' });
export type EndGroupingRequest = z.infer<typeof endGroupingRequestSchema>;
