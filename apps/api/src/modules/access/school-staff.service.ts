import { Injectable } from '@nestjs/common';
import { permissionsByRole, type Role } from '@junheng/api-contract';
import { Clock } from '../../platform/clock/clock.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { Scope } from './access.scope.ts';
import { GrantsRepository } from './persistence/grants.repository.ts';
import { PeopleRepository } from './persistence/people.repository.ts';

export interface StaffMember {
  readonly personId: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
}

/** Who works at a school and may fill in its reports today; people who are locked out do not. For the school's own people. */
@Injectable()
export class SchoolStaff {
  constructor(
    private readonly clock: Clock,
    private readonly people: PeopleRepository,
    private readonly grants: GrantsRepository,
  ) {}

  async mayFillAt(schoolId: string): Promise<readonly StaffMember[]> {
    const today = calendarDay(this.clock.now());
    const found = await this.people.findInScope(Scope.ofSystem(), { schoolId }, today);
    const held = await this.grants.heldBy(
      found.map(({ id }) => id),
      today,
    );
    return found.flatMap((person): StaffMember[] => {
      const roles = (held.get(person.id) ?? []).flatMap(({ role, place }) =>
        place.kind === 'school' && place.schoolId === schoolId ? [role] : [],
      );
      const mayFill = roles.some((role) => permissionsByRole[role].includes('self-reports.fill'));
      if (!mayFill || person.lockedAt !== null) return [];
      return [{ personId: person.id, displayName: person.displayName, roles: [...new Set(roles)] }];
    });
  }
}
