import type {
  AddRegisterRowRequest,
  ChangeRegisterRowRequest,
  RegisterKind,
  RegisterRow,
  WithdrawRegisterRowRequest,
} from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';

/** Everything under it is stale after a row was written. */
export const registerKeys = ['register-rows'] as const;

/** @param year of the day a row begins; null: all years */
export const registerRowsQuery = (kind: RegisterKind, year: number | null) =>
  queryOptions({
    queryKey: [...registerKeys, kind, year],
    queryFn: ({ signal }) =>
      asked(
        client.GET('/api/v1/register-rows', {
          params: { query: year === null ? { kind } : { kind, year } },
          signal,
        }),
      ),
  });

export const registerVersionsQuery = (registerRowId: string) =>
  queryOptions({
    queryKey: [...registerKeys, 'versions', registerRowId],
    queryFn: ({ signal }) =>
      asked(
        client.GET('/api/v1/register-rows/{registerRowId}/versions', { params: { path: { registerRowId } }, signal }),
      ),
  });

export function addRegisterRow(body: AddRegisterRowRequest): Promise<RegisterRow> {
  return asked(client.POST('/api/v1/register-rows', { body }));
}

export function changeRegisterRow(registerRowId: string, body: ChangeRegisterRowRequest): Promise<RegisterRow> {
  return asked(client.PUT('/api/v1/register-rows/{registerRowId}', { params: { path: { registerRowId } }, body }));
}

export function withdrawRegisterRow(registerRowId: string, body: WithdrawRegisterRowRequest): Promise<RegisterRow> {
  return asked(
    client.POST('/api/v1/register-rows/{registerRowId}/withdrawal', { params: { path: { registerRowId } }, body }),
  );
}
