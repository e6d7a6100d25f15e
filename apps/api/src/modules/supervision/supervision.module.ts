import { Module } from '@nestjs/common';
import { SupervisionRepository } from './persistence/supervision.repository.ts';
import { SupervisionController } from './supervision.controller.ts';
import { SupervisionService } from './supervision.service.ts';

@Module({
  controllers: [SupervisionController],
  providers: [SupervisionService, SupervisionRepository],
})
export class SupervisionModule {}
