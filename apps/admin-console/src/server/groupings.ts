import type {
  ChangeGroupingRequest,
  EndGroupingRequest,
  GroupingDetail,
  OpenGroupingRequest,
  SetMembersRequest,
} from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';

/** Areas and school groups with their schools of today; those that ended are among them. */
export const groupingsQuery = queryOptions({
  queryKey: ['groupings', 'list'],
  queryFn: ({ signal }) => asked(client.GET('/api/v1/groupings', { signal })),
  staleTime: 60_000,
});

export const groupingQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['groupings', groupingId],
    queryFn: ({ signal }) =>
      asked(client.GET('/api/v1/groupings/{groupingId}', { params: { path: { groupingId } }, signal })),
  });

export function openGrouping(body: OpenGroupingRequest): Promise<GroupingDetail> {
  return asked(client.POST('/api/v1/groupings', { body }));
}

export function changeGrouping(groupingId: string, body: ChangeGroupingRequest): Promise<GroupingDetail> {
  return asked(client.PUT('/api/v1/groupings/{groupingId}', { params: { path: { groupingId } }, body }));
}

export function setMembers(groupingId: string, body: SetMembersRequest): Promise<GroupingDetail> {
  return asked(client.PUT('/api/v1/groupings/{groupingId}/members', { params: { path: { groupingId } }, body }));
}

export function endGrouping(groupingId: string, body: EndGroupingRequest): Promise<GroupingDetail> {
  return asked(client.POST('/api/v1/groupings/{groupingId}/end', { params: { path: { groupingId } }, body }));
}
