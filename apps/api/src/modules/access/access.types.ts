import type { Permission, Role, Session } from '@junheng/api-contract';

/** Where a grant holds. `path` is that of the region it lies in: everything whose region path begins with it is below. */
export type Place =
  | { readonly kind: 'region'; readonly regionId: string; readonly path: string; readonly name: string }
  | {
      readonly kind: 'unit';
      readonly unitId: string;
      readonly regionId: string;
      readonly path: string;
      readonly name: string;
    }
  | { readonly kind: 'area'; readonly areaId: string; readonly path: string; readonly name: string }
  | { readonly kind: 'school'; readonly schoolId: string; readonly path: string; readonly name: string };

/** A role at a place, from a day to a day (inclusive). */
export interface HeldGrant {
  readonly id: string;
  readonly role: Role;
  readonly place: Place;
  /** The county of the place, null for a city or province: the audit chain of what concerns it. */
  readonly countyId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** From when the county bureau asks a second factor of this role; null or absent: it does not. */
  readonly secondFactorSince?: Date | null;
}

/** One that is over, with the day on which it ended. */
export interface EndedGrant extends HeldGrant {
  readonly endedOn: string;
}

/** One as the register of roles keeps it. */
export interface RecordedGrant extends HeldGrant {
  readonly givenAt: Date;
  readonly givenBy: string | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
}

/** What was done with an account, from the audit log. */
export interface PersonEvent {
  readonly id: number;
  readonly at: string;
  readonly action: string;
  readonly by: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface PersonRecord extends PersonWithGrants {
  readonly lockReason: string | null;
  readonly manageable: boolean;
  readonly roles: readonly RecordedGrant[];
  readonly history: readonly PersonEvent[];
  /** The day by the server's clock: what is in force is said by it. */
  readonly today: string;
}

export interface PersonAccount {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly mustChangePassword: boolean;
  readonly lockedAt: Date | null;
  readonly lastSignInAt: Date | null;
  readonly language: Session['language'];
}

/** As the list of people shows them. */
export interface ListedAccount extends PersonAccount {
  /** Of the name's pinyin, for finding. */
  readonly initials: string;
  readonly email: string | null;
}

/** A session that is still good, with the person and what they may do today. */
export interface LiveSession {
  readonly id: string;
  readonly csrfToken: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
  readonly signedInBy: Session['signedInBy'];
  readonly person: PersonAccount;
  readonly grants: readonly HeldGrant[];
  /** The bureau asked for a second factor before this session began, and there is none yet. */
  readonly mustSetUpSecondFactor: boolean;
}

/** What the guard found out about the caller of one route. */
export interface RequestAccess {
  readonly session: LiveSession;
  /** Where the caller calls from. */
  readonly address: string;
  readonly permission: Permission;
}

export interface PersonWithGrants {
  readonly person: ListedAccount;
  readonly grants: readonly HeldGrant[];
  /** Of somebody without any grant in force or to come: the one that ended last. It says who may take them back. */
  readonly formerGrant: HeldGrant | null;
  readonly secondFactor: boolean;
}
