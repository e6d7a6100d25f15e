import { Module } from '@nestjs/common';
import { RegistersRepository } from './persistence/registers.repository.ts';
import { RegistersController } from './registers.controller.ts';
import { RegistersService } from './registers.service.ts';

@Module({
  controllers: [RegistersController],
  providers: [RegistersService, RegistersRepository],
  exports: [RegistersService],
})
export class RegistersModule {}
