import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './modules/access/access.module.ts';
import { OrganisationsModule } from './modules/organisations/organisations.module.ts';
import { PlatformModule, type Platform } from './platform/platform.module.ts';

/** All modules, in the order of the data: each may call only those above it. */
@Module({})
export class AppModule {
  static on(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.on(platform), AccessModule, OrganisationsModule],
    };
  }
}
