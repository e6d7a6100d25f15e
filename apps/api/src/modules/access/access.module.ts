import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { FailedSignIns } from './failed-sign-ins.service.ts';
import { OneTimeLinksController } from './one-time-links.controller.ts';
import { OneTimeLinksService } from './one-time-links.service.ts';
import { AccessForgetting } from './forgetting.service.ts';
import { GrantsService } from './grants.service.ts';
import { HeldRights } from './held-rights.service.ts';
import { ManagedPeople } from './managed-people.service.ts';
import { OwnPassword } from './own-password.service.ts';
import { PasswordHasher } from './password-hasher.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleIntake } from './people-intake.service.ts';
import { PeopleService } from './people.service.ts';
import { FirstRegionRepository } from './persistence/first-region.repository.ts';
import { EmailAddresses } from './email-addresses.service.ts';
import { ForgettingRepository } from './persistence/forgetting.repository.ts';
import { GrantsRepository } from './persistence/grants.repository.ts';
import { OneTimeLinksRepository } from './persistence/one-time-links.repository.ts';
import { PeopleRepository } from './persistence/people.repository.ts';
import { PersonHistoryRepository } from './persistence/person-history.repository.ts';
import { RetentionRepository } from './persistence/retention.repository.ts';
import { RateLimitsRepository } from './persistence/rate-limits.repository.ts';
import { SecondFactorRulesRepository } from './persistence/second-factor-rules.repository.ts';
import { SecondFactorsRepository } from './persistence/second-factors.repository.ts';
import { SessionsRepository } from './persistence/sessions.repository.ts';
import { SignInsRepository } from './persistence/sign-ins.repository.ts';
import { WatchedSignInsRepository } from './persistence/watched-sign-ins.repository.ts';
import { ProfileController } from './profile.controller.ts';
import { ProfileService } from './profile.service.ts';
import { SchoolStaff } from './school-staff.service.ts';
import { SecondFactorRulesController } from './second-factor-rules.controller.ts';
import { SecondFactorRulesService } from './second-factor-rules.service.ts';
import { SecondFactors } from './second-factors.service.ts';
import { SessionController } from './session.controller.ts';
import { SignInWatchController } from './sign-in-watch.controller.ts';
import { SignInWatch } from './sign-in-watch.service.ts';
import { SessionsService } from './sessions.service.ts';

@Module({
  controllers: [
    SessionController,
    OneTimeLinksController,
    PeopleController,
    ProfileController,
    SignInWatchController,
    SecondFactorRulesController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    SessionsService,
    AccessForgetting,
    FailedSignIns,
    GrantsService,
    HeldRights,
    ManagedPeople,
    OwnPassword,
    ProfileService,
    SignInWatch,
    RetentionRepository,
    WatchedSignInsRepository,
    SchoolStaff,
    SecondFactors,
    SecondFactorRulesService,
    SecondFactorRulesRepository,
    PeopleIntake,
    PeopleService,
    EmailAddresses,
    OneTimeLinksService,
    PasswordHasher,
    FirstRegionRepository,
    ForgettingRepository,
    GrantsRepository,
    OneTimeLinksRepository,
    PeopleRepository,
    PersonHistoryRepository,
    RateLimitsRepository,
    SecondFactorsRepository,
    SessionsRepository,
    SignInsRepository,
  ],
  exports: [
    SchoolStaff,
    AccessForgetting,
    HeldRights,
    PeopleIntake,
    PeopleService,
    OneTimeLinksService,
    PasswordHasher,
  ],
})
export class AccessModule {}
