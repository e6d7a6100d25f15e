import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { FailedSignIns } from './failed-sign-ins.service.ts';
import { OneTimeLinksController } from './one-time-links.controller.ts';
import { OneTimeLinksService } from './one-time-links.service.ts';
import { PasswordHasher } from './password-hasher.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleService } from './people.service.ts';
import { FirstRegionRepository } from './persistence/first-region.repository.ts';
import { GrantsRepository } from './persistence/grants.repository.ts';
import { OneTimeLinksRepository } from './persistence/one-time-links.repository.ts';
import { PeopleRepository } from './persistence/people.repository.ts';
import { RateLimitsRepository } from './persistence/rate-limits.repository.ts';
import { SessionsRepository } from './persistence/sessions.repository.ts';
import { SessionController } from './session.controller.ts';
import { SessionsService } from './sessions.service.ts';

@Module({
  controllers: [SessionController, OneTimeLinksController, PeopleController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    SessionsService,
    FailedSignIns,
    PeopleService,
    OneTimeLinksService,
    PasswordHasher,
    FirstRegionRepository,
    GrantsRepository,
    OneTimeLinksRepository,
    PeopleRepository,
    RateLimitsRepository,
    SessionsRepository,
  ],
  exports: [PeopleService, OneTimeLinksService, PasswordHasher],
})
export class AccessModule {}
