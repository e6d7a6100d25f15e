import { z } from 'zod';

/** 教育局、科室、其他部门、乡镇政府、工作专班（迎检办）: who county-level items and ledger rows may belong to. */
export const unitKinds = ['bureau', 'section', 'department', 'town-government', 'office'] as const;

export const unitSchema = z
  .object({
    id: z.uuid(),
    regionId: z.uuid(),
    /** The unit it is a part of: a section's bureau. */
    parentId: z.uuid().nullable(),
    kind: z.enum(unitKinds),
    name: z.string(),
    openedOn: z.iso.date(),
    closedOn: z.iso.date().nullable(),
  })
  .meta({ id: 'Unit' });
export type Unit = z.infer<typeof unitSchema>;

/** GET /units?regionId= */
export const unitsQuerySchema = z.object({ regionId: z.uuid().optional() });
export type UnitsQuery = z.infer<typeof unitsQuerySchema>;
/** Open ones first, by kind and name. */
export const unitsSchema = z.object({ units: z.array(unitSchema) }).meta({ id: 'Units' });
export type Units = z.infer<typeof unitsSchema>;

const name = z.string().trim().min(2).max(100);

/** POST /units */
export const openUnitRequestSchema = z
  .object({
    regionId: z.uuid(),
    parentId: z.uuid().nullable(),
    kind: z.enum(unitKinds),
    name,
    openedOn: z.iso.date(),
  })
  .meta({ id: 'OpenUnitRequest' });
export type OpenUnitRequest = z.infer<typeof openUnitRequestSchema>;

/** PUT /units/:unitId/name */
export const renameUnitRequestSchema = z.object({ name }).meta({ id: 'RenameUnitRequest' });
export type RenameUnitRequest = z.infer<typeof renameUnitRequestSchema>;

/** POST /units/:unitId/closing: today or earlier; refused while somebody holds a role there or a part of it is open. */
export const closeUnitRequestSchema = z
  .object({ closedOn: z.iso.date(), reason: z.string().trim().min(2).max(500) })
  .meta({ id: 'CloseUnitRequest' });
export type CloseUnitRequest = z.infer<typeof closeUnitRequestSchema>;
