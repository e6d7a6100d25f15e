import { Module } from '@nestjs/common';
import { StandardsRepository } from './persistence/standards.repository.ts';
import { StandardsController } from './standards.controller.ts';
import { StandardsService } from './standards.service.ts';

@Module({
  controllers: [StandardsController],
  providers: [StandardsService, StandardsRepository],
  exports: [StandardsService],
})
export class StandardsModule {}
