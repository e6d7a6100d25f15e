import { permissionsByRole, type Permission, type Role } from '@junheng/api-contract';
import type { HeldGrant, Place } from './access.types.ts';

/** Roles a role that manages people may give, at its own place or below. */
const GRANTABLE: Readonly<Record<Role, readonly Role[]>> = {
  'county-administrator': [
    'school-reporter',
    'school-principal',
    'section-officer',
    'inspector',
    'county-administrator',
  ],
  'school-reporter': [],
  'school-principal': [],
  'section-officer': [],
  'city-reviewer': [],
  'province-reviewer': [],
  inspector: [],
};

/** Kinds of place a role makes sense at. */
const PLACES: Readonly<Record<Role, readonly Place['kind'][]>> = {
  'school-reporter': ['school'],
  'school-principal': ['school'],
  'section-officer': ['unit'],
  'county-administrator': ['region'],
  'city-reviewer': ['region'],
  'province-reviewer': ['region'],
  inspector: ['region', 'area'],
};

export interface ProposedGrant {
  readonly role: Role;
  readonly place: Place;
}

/** Does `outer` cover `inner`? A region covers what lies in or below it; other places cover only themselves. */
export function covers(outer: Place, inner: Place): boolean {
  switch (outer.kind) {
    case 'region':
      return inner.path.startsWith(outer.path);
    case 'unit':
      return inner.kind === 'unit' && inner.unitId === outer.unitId;
    case 'area':
      return inner.kind === 'area' && inner.areaId === outer.areaId;
    case 'school':
      return inner.kind === 'school' && inner.schoolId === outer.schoolId;
    default: {
      const exhaustive: never = outer;
      return exhaustive;
    }
  }
}

export function samePlace(one: Place, other: Place): boolean {
  return one.kind === 'region' ? other.kind === 'region' && one.regionId === other.regionId : covers(one, other);
}

/** Nobody grants above their own rights: the role must be one theirs may give, at a place theirs covers. */
export function mayGrant(managers: readonly HeldGrant[], proposed: ProposedGrant): boolean {
  return (
    PLACES[proposed.role].includes(proposed.place.kind) &&
    managers.some(
      (own) =>
        permissionsByRole[own.role].includes('people.manage') &&
        GRANTABLE[own.role].includes(proposed.role) &&
        covers(own.place, proposed.place),
    )
  );
}

/** The roles that these managers may give somewhere, each with the kinds of place where it is held. */
export function rolesToGive(managers: readonly HeldGrant[]): ReadonlyMap<Role, readonly Place['kind'][]> {
  const given = managers.flatMap((own) =>
    permissionsByRole[own.role].includes('people.manage') ? GRANTABLE[own.role] : [],
  );
  return new Map(given.map((role) => [role, PLACES[role]]));
}

/** Resetting a password is having the account: it takes the right to give every grant the person holds. */
export function mayManage(managers: readonly HeldGrant[], person: readonly HeldGrant[]): boolean {
  return person.length > 0 && person.every((grant) => mayGrant(managers, grant));
}

/** All permissions of a person, in the order of the contract; anybody signed in has their own session. */
export function permissionsOf(grants: readonly HeldGrant[]): readonly Permission[] {
  const held = new Set<Permission>(['session.own']);
  for (const grant of grants) for (const permission of permissionsByRole[grant.role]) held.add(permission);
  return [...held];
}

/** The county whose audit chain an entry about this person joins: that of the first grant in a county. */
export function homeCounty(grants: readonly Pick<HeldGrant, 'countyId'>[]): string | null {
  return grants.find((grant) => grant.countyId !== null)?.countyId ?? null;
}

/** Does the bureau ask a second factor of any role this person holds? */
export function isSecondFactorCompulsory(grants: readonly HeldGrant[]): boolean {
  return grants.some(({ secondFactorSince }) => secondFactorSince !== undefined && secondFactorSince !== null);
}

/** A session that was begun before the bureau asked for it goes on: nobody is stopped in the middle of their work. */
export function mustSetUpSecondFactor(grants: readonly HeldGrant[], hasOne: boolean, startedAt: Date): boolean {
  return !hasOne && grants.some(({ secondFactorSince: since }) => since != null && since <= startedAt);
}

export type PasswordWeakness = 'contains-login' | 'often-used' | 'too-uniform';

/** A sample of what is tried first, ten characters or more (shorter ones are refused by their length). */
const OFTEN_USED: ReadonlySet<string> = new Set([
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  '1234567890',
  '0123456789',
  '0987654321',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'qwerty12345',
  'qazwsxedcrfv',
  'asdfghjkl1',
  'a123456789',
  'abc1234567',
  'abc123456789',
  'aa12345678',
  'woaini1314',
  'woaini520520',
  'woaini5201314',
  '5201314520',
  'iloveyou123',
  'iloveyou520',
  'admin12345',
  'admin123456',
  'administrator',
  'root123456',
  'test123456',
  'changeme123',
  'welcome123',
  'letmein123',
  'zaq12wsxcde',
  'q1w2e3r4t5',
  'zhongguo123',
  'jiaoyuju123',
  'xuexiao123',
  'junheng123',
  'junheng2026',
]);
const FEWEST_DIFFERENT = 5;

/** Why a new password is refused, null if it is not. Its length is the contract's business. */
export function passwordWeakness(password: string, login: string): PasswordWeakness | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if (login.length >= 3 && plain.includes(login.toLowerCase())) return 'contains-login';
  if (OFTEN_USED.has(plain)) return 'often-used';
  return new Set(plain).size < FEWEST_DIFFERENT ? 'too-uniform' : null;
}

/** How failures are counted under one key. */
export interface LimitRule {
  /** Attempts that cost nothing. */
  readonly free: number;
  /** Milliseconds without an attempt after which the count starts again. */
  readonly windowMilliseconds: number;
  readonly firstBlockMilliseconds: number;
  readonly longestBlockMilliseconds: number;
}

/**
 * Slows the pair of account and address: five free tries, then 10 s, 20 s, 40 s … up to 15 minutes. Somebody else's
 * failures never slow the school's own address.
 */
export const PAIR_LIMIT: LimitRule = {
  free: 5,
  windowMilliseconds: 60 * 60_000,
  firstBlockMilliseconds: 10_000,
  longestBlockMilliseconds: 15 * 60_000,
};

/** A budget for an address over all accounts: a whole school signs in from one address, a guesser tries thousands. */
export const ADDRESS_LIMIT: LimitRule = {
  free: 100,
  windowMilliseconds: 15 * 60_000,
  firstBlockMilliseconds: 60_000,
  longestBlockMilliseconds: 15 * 60_000,
};

/** Tries of one-time links from one address: tokens have 256 bits, so this only spares the database. */
export const LINK_LIMIT: LimitRule = { ...ADDRESS_LIMIT, free: 30 };

/** How long the next try must wait after the `count`-th one failed, in milliseconds; 0 while tries are free. */
export function blockMilliseconds(rule: LimitRule, count: number): number {
  if (count < rule.free) return 0;
  return Math.min(rule.longestBlockMilliseconds, rule.firstBlockMilliseconds * 2 ** Math.min(count - rule.free, 30));
}

/** An IPv6 caller has a whole /64 of addresses to try from: count them as one. */
export function addressKey(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0');
  return `${[...groups, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
