import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { GroupingsController } from './groupings.controller.ts';
import { GroupingsService } from './groupings.service.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { OrganisationsService } from './organisations.service.ts';
import { GroupingsRepository } from './persistence/groupings.repository.ts';
import { OrganisationsRepository } from './persistence/organisations.repository.ts';
import { PeopleImportsRepository } from './persistence/people-imports.repository.ts';
import { SchoolHistoryRepository } from './persistence/school-history.repository.ts';
import { SchoolImportsRepository } from './persistence/school-imports.repository.ts';
import { SchoolRegisterRepository } from './persistence/school-register.repository.ts';
import { UnitsRepository } from './persistence/units.repository.ts';
import { PeopleImportsController } from './people-import/people-imports.controller.ts';
import { PeopleImportsService } from './people-import/people-imports.service.ts';
import { SchoolImportsController } from './school-import/school-imports.controller.ts';
import { SchoolImportsService } from './school-import/school-imports.service.ts';
import { SchoolRegisterService } from './school-register.service.ts';
import { UnitsController } from './units.controller.ts';
import { UnitsService } from './units.service.ts';

@Module({
  imports: [AccessModule],
  controllers: [
    OrganisationsController,
    GroupingsController,
    UnitsController,
    SchoolImportsController,
    PeopleImportsController,
  ],
  providers: [
    OrganisationsService,
    SchoolRegisterService,
    GroupingsService,
    UnitsService,
    OrganisationsRepository,
    SchoolRegisterRepository,
    SchoolHistoryRepository,
    SchoolImportsService,
    SchoolImportsRepository,
    PeopleImportsService,
    PeopleImportsRepository,
    GroupingsRepository,
    UnitsRepository,
  ],
  exports: [OrganisationsService, GroupingsService, UnitsService],
})
export class OrganisationsModule {}
