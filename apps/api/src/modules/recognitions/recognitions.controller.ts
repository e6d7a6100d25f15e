import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  recognitionSchema,
  recognitionsSchema,
  recordRecognitionRequestSchema,
  withdrawRecognitionRequestSchema,
  type Recognition,
  type Recognitions,
  type RecordRecognitionRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { RecognitionsService } from './recognitions.service.ts';

const idParameter = { schema: z.uuid() };

/** Which counties are recognised (认定) by which standard, and how they came to it. */
@Controller()
export class RecognitionsController {
  constructor(private readonly recognitions: RecognitionsService) {}

  @Get('regions/:regionId/recognitions')
  @RequirePermission('evaluations.read')
  @Answers(recognitionsSchema)
  async under(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @Param('regionId', idParameter) regionId: string,
  ): Promise<Recognitions> {
    return this.recognitions.under(scope, rights, regionId);
  }

  @Post('counties/:countyId/recognition-steps')
  @RequirePermission('recognitions.record')
  @Answers(recognitionSchema, { status: 201 })
  async record(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyId', idParameter) countyId: string,
    @Body({ schema: recordRecognitionRequestSchema }) body: RecordRecognitionRequest,
  ): Promise<Recognition> {
    return this.recognitions.record(scope, actor, countyId, body);
  }

  @Post('recognition-steps/:recognitionStepId/withdrawal')
  @RequirePermission('recognitions.record')
  @Answers(recognitionSchema)
  async withdraw(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('recognitionStepId', idParameter) stepId: string,
    @Body({ schema: withdrawRecognitionRequestSchema }) { reason }: z.infer<typeof withdrawRecognitionRequestSchema>,
  ): Promise<Recognition> {
    return this.recognitions.withdraw(scope, actor, stepId, reason);
  }
}
