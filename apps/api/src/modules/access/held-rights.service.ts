import { Injectable } from '@nestjs/common';
import type { Permission } from '@junheng/api-contract';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Scope } from './access.scope.ts';
import { GrantsRepository } from './persistence/grants.repository.ts';
import { PeopleRepository } from './persistence/people.repository.ts';

/** What somebody may do now, for work that goes on after their request: roles end, accounts are locked meanwhile. */
@Injectable()
export class HeldRights {
  constructor(
    private readonly people: PeopleRepository,
    private readonly grants: GrantsRepository,
    private readonly clock: Clock,
  ) {}

  /** Empty where the permission is not held any more. */
  async scopeOf(personId: string, permission: Permission): Promise<Scope> {
    if (!(await this.people.isActive(personId))) return Scope.of(personId, []);
    const held = (await this.grants.heldBy([personId], calendarDay(this.clock.now()))).get(personId) ?? [];
    return Scope.of(personId, held).narrowedTo(permission);
  }
}
