import type { OpenGroupingRequest, SetMembersRequest } from '@junheng/api-contract';

const kinds: Readonly<Record<OpenGroupingRequest['kind'], 'area' | 'group'>> = {
  cluster: 'area',
  'school-district': 'area',
  'inspection-area': 'area',
  'education-group': 'group',
  alliance: 'group',
  bundle: 'group',
};
export const groupingKinds = Object.keys(kinds) as readonly OpenGroupingRequest['kind'][];

/** Only a school group has a leading school (核心校). */
export function isGroup(kind: OpenGroupingRequest['kind']): boolean {
  return kinds[kind] === 'group';
}

/** The picked schools as members, one of them leading. */
export function wantedMembers(picked: ReadonlySet<string>, core: string): SetMembersRequest['members'] {
  return [...picked].map((schoolId) => ({ schoolId, part: schoolId === core ? 'core' : 'member' }));
}
