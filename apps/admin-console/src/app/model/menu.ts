import type { Permission, Round } from '@junheng/api-contract';

export const menuKeys = [
  'round',
  'county',
  'import',
  'evaluation',
  'counties',
  'inspection',
  'rectification',
  'registers',
  'schools',
  'people',
  'standards',
  'audit',
] as const;
export type MenuKey = (typeof menuKeys)[number];

const needs: Readonly<Record<MenuKey, Permission>> = {
  round: 'rounds.read',
  county: 'county-reports.read',
  import: 'imports.manage',
  evaluation: 'evaluations.read',
  counties: 'evaluations.read',
  inspection: 'inspections.read',
  rectification: 'rectifications.read',
  registers: 'registers.read',
  schools: 'organisations.read',
  people: 'people.read',
  standards: 'standards.read',
  audit: 'audit.read',
};

/** What a person is offered; the server refuses the rest by itself. */
export function menuFor(permissions: readonly Permission[]): readonly MenuKey[] {
  return menuKeys.filter((key) => permissions.includes(needs[key]));
}

/** Where an entry leads, for the round one is in. Without any round all of them lead home, which says so. */
export function menuTarget(key: MenuKey, roundId: string | null): string {
  switch (key) {
    case 'round':
      return roundId === null ? '/' : `/rounds/${roundId}`;
    case 'county':
      return roundId === null ? '/' : `/rounds/${roundId}/county-report`;
    case 'import':
      return roundId === null ? '/' : `/rounds/${roundId}/imports`;
    case 'evaluation':
      return roundId === null ? '/' : `/rounds/${roundId}/evaluations`;
    case 'counties':
      return '/regions';
    case 'inspection':
      return '/inspections';
    case 'rectification':
      return '/rectifications';
    case 'registers':
    case 'schools':
    case 'people':
    case 'standards':
    case 'audit':
      return `/${key}`;
    default: {
      const exhaustive: never = key;
      return exhaustive;
    }
  }
}

const roundPages: Readonly<Record<string, MenuKey>> = {
  imports: 'import',
  evaluations: 'evaluation',
  compare: 'evaluation',
  'county-report': 'county',
};

/** Which entry a page belongs to. */
export function menuKeyOf(path: string): MenuKey | null {
  if (path.startsWith('/regions')) return 'counties';
  if (/^\/(inspections|supervision|checklists)/.test(path)) return 'inspection';
  if (path.startsWith('/rectifications')) return 'rectification';
  if (path.startsWith('/registers')) return 'registers';
  if (/^\/(schools|groupings|units)/.test(path)) return 'schools';
  if (path.startsWith('/people')) return 'people';
  if (path.startsWith('/audit')) return 'audit';
  if (path.startsWith('/standards')) return 'standards';
  const [, first, , third] = path.split('/');
  if (first === 'rounds') return (third === undefined ? undefined : roundPages[third]) ?? 'round';
  return path === '/' ? 'round' : null;
}

/** The round to begin with: the newest that is open, else the newest. */
export function currentRound(rounds: readonly Round[]): Round | null {
  return rounds.find((round) => round.state === 'open') ?? rounds[0] ?? null;
}
