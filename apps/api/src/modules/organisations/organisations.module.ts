import { Module } from '@nestjs/common';
import { GroupingsController } from './groupings.controller.ts';
import { GroupingsService } from './groupings.service.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { OrganisationsService } from './organisations.service.ts';
import { GroupingsRepository } from './persistence/groupings.repository.ts';
import { OrganisationsRepository } from './persistence/organisations.repository.ts';
import { SchoolHistoryRepository } from './persistence/school-history.repository.ts';
import { SchoolImportsRepository } from './persistence/school-imports.repository.ts';
import { SchoolRegisterRepository } from './persistence/school-register.repository.ts';
import { UnitsRepository } from './persistence/units.repository.ts';
import { SchoolImportsController } from './school-import/school-imports.controller.ts';
import { SchoolImportsService } from './school-import/school-imports.service.ts';
import { SchoolRegisterService } from './school-register.service.ts';
import { UnitsController } from './units.controller.ts';
import { UnitsService } from './units.service.ts';

@Module({
  controllers: [OrganisationsController, GroupingsController, UnitsController, SchoolImportsController],
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
    GroupingsRepository,
    UnitsRepository,
  ],
  exports: [OrganisationsService, GroupingsService, UnitsService],
})
export class OrganisationsModule {}
