import type { CloseUnitRequest, OpenUnitRequest, Unit } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';

/** Sections, departments, town governments and offices; closed ones are among them. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => asked(client.GET('/api/v1/units', { signal })),
});

export function openUnit(body: OpenUnitRequest): Promise<Unit> {
  return asked(client.POST('/api/v1/units', { body }));
}

export function renameUnit(unitId: string, name: string): Promise<Unit> {
  return asked(client.PUT('/api/v1/units/{unitId}/name', { params: { path: { unitId } }, body: { name } }));
}

export function closeUnit(unitId: string, body: CloseUnitRequest): Promise<Unit> {
  return asked(client.POST('/api/v1/units/{unitId}/closing', { params: { path: { unitId } }, body }));
}
