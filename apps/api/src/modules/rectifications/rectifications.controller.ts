import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  addMeasureRequestSchema,
  assignRectificationsRequestSchema,
  closeRectificationRequestSchema,
  completeMeasureRequestSchema,
  coverageQuerySchema,
  exceptRectificationRequestSchema,
  raiseProblemRequestSchema,
  rectificationCoverageSchema,
  rectificationSchema,
  rectificationsQuerySchema,
  rectificationsSchema,
  rectificationTextRequestSchema,
  type AddMeasureRequest,
  type AssignRectificationsRequest,
  type CompleteMeasureRequest,
  type RaiseProblemRequest,
  type Rectification,
  type RectificationCoverage,
  type Rectifications,
} from '@junheng/api-contract';
import { z } from 'zod';
import { actorName, actorPersonId, type Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { CoverageService } from './coverage.service.ts';
import { MeasuresService } from './measures.service.ts';
import { RaisedProblemsService } from './raised-problems.service.ts';
import { presentRectification, presentRow } from './rectifications.presenter.ts';
import { RectificationsService } from './rectifications.service.ts';
import { VerificationService } from './verification.service.ts';

const idParameter = { schema: z.uuid() };
type Text = z.infer<typeof rectificationTextRequestSchema>;

/** The rectification ledger (整改台账). */
@Controller()
export class RectificationsController {
  constructor(
    private readonly ledger: RectificationsService,
    private readonly raised: RaisedProblemsService,
    private readonly measures: MeasuresService,
    private readonly verification: VerificationService,
    private readonly coverages: CoverageService,
  ) {}

  @Get('rectifications')
  @RequirePermission('rectifications.read')
  @Answers(rectificationsSchema)
  async list(
    @CurrentScope() scope: Scope,
    @Query({ schema: rectificationsQuerySchema }) { countyId }: z.infer<typeof rectificationsQuerySchema>,
  ): Promise<Rectifications> {
    const { rows, more } = await this.ledger.list(scope, countyId);
    const today = this.ledger.today();
    return { rows: rows.map((row) => presentRow(row, today)), more };
  }

  @Get('rectification-coverage')
  @RequirePermission('rectifications.read')
  @Answers(rectificationCoverageSchema)
  async coverage(
    @CurrentScope() scope: Scope,
    @Query({ schema: coverageQuerySchema }) query: z.infer<typeof coverageQuerySchema>,
  ): Promise<RectificationCoverage> {
    return this.coverages.of(scope, query.countyId, query.editionId);
  }

  @Get('rectifications/:rectificationId')
  @RequirePermission('rectifications.read')
  @Answers(rectificationSchema)
  async read(
    @CurrentFullScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('rectificationId', idParameter) rectificationId: string,
  ): Promise<Rectification> {
    const found = await this.ledger.row(scope.narrowedTo('rectifications.read'), rectificationId);
    const reaches = async (permission: 'manage' | 'work' | 'verify') =>
      this.ledger.reaches(scope.narrowedTo(`rectifications.${permission}`), rectificationId);
    const rights = {
      manage: await reaches('manage'),
      work: await reaches('work'),
      verify: await reaches('verify'),
    };
    const person = { id: actorPersonId(actor), name: actorName(actor) };
    return presentRectification(found, rights, person, this.ledger.today());
  }

  @Post('rectifications')
  @RequirePermission('rectifications.manage')
  @Answers(rectificationSchema, { status: 201 })
  async raise(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: raiseProblemRequestSchema }) body: RaiseProblemRequest,
  ): Promise<Rectification> {
    const { joins, ...problem } = body;
    const id = await this.raised.raise(
      scope,
      actor,
      { ...problem, source: { ...body.source, reference: null }, also: null, finding: null },
      joins,
    );
    return this.read(rights, actor, id);
  }

  @Put('rectification-assignments')
  @RequirePermission('rectifications.manage')
  @Answers()
  async assign(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: assignRectificationsRequestSchema }) body: AssignRectificationsRequest,
  ): Promise<void> {
    await this.ledger.assign(scope, actor, body);
  }

  @Post('rectifications/:rectificationId/notes')
  @RequirePermission('rectifications.work')
  @Answers(rectificationSchema, { status: 201 })
  async note(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('rectificationId', idParameter) rectificationId: string,
    @Body({ schema: rectificationTextRequestSchema }) body: Text,
  ): Promise<Rectification> {
    await this.ledger.note(scope, actor, rectificationId, body.text);
    return this.read(rights, actor, rectificationId);
  }

  @Post('rectifications/:rectificationId/measures')
  @RequirePermission('rectifications.work')
  @Answers(rectificationSchema, { status: 201 })
  async addMeasure(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('rectificationId', idParameter) rectificationId: string,
    @Body({ schema: addMeasureRequestSchema }) body: AddMeasureRequest,
  ): Promise<Rectification> {
    await this.measures.add(scope, actor, rectificationId, body);
    return this.read(rights, actor, rectificationId);
  }

  @Delete('rectifications/:rectificationId/measures/:measureId')
  @RequirePermission('rectifications.work')
  @Answers()
  async removeMeasure(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('rectificationId', idParameter) rectificationId: string,
    @Param('measureId', idParameter) measureId: string,
  ): Promise<void> {
    await this.measures.remove(scope, actor, rectificationId, measureId);
  }

  @Put('rectifications/:rectificationId/measures/:measureId/completion')
  @RequirePermission('rectifications.work')
  @Answers(rectificationSchema)
  async completeMeasure(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('rectificationId', idParameter) rectificationId: string,
    @Param('measureId', idParameter) measureId: string,
    @Body({ schema: completeMeasureRequestSchema }) body: CompleteMeasureRequest,
  ): Promise<Rectification> {
    await this.measures.complete(scope, actor, { rectificationId, measureId }, body);
    return this.read(rights, actor, rectificationId);
  }

  @Post('rectifications/:rectificationId/completion')
  @RequirePermission('rectifications.work')
  @Answers(rectificationSchema)
  async report(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('rectificationId', idParameter) rectificationId: string,
    @Body({ schema: rectificationTextRequestSchema }) body: Text,
  ): Promise<Rectification> {
    await this.verification.report(scope, actor, rectificationId, body.text);
    return this.read(rights, actor, rectificationId);
  }

  @Post('rectifications/:rectificationId/return')
  @RequirePermission('rectifications.verify')
  @Answers(rectificationSchema)
  async sendBack(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('rectificationId', idParameter) rectificationId: string,
    @Body({ schema: rectificationTextRequestSchema }) body: Text,
  ): Promise<Rectification> {
    await this.verification.sendBack(scope, actor, rectificationId, body.text);
    return this.read(rights, actor, rectificationId);
  }

  @Post('rectifications/:rectificationId/closing')
  @RequirePermission('rectifications.verify')
  @Answers(rectificationSchema)
  async close(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('rectificationId', idParameter) rectificationId: string,
    @Body({ schema: closeRectificationRequestSchema }) body: z.infer<typeof closeRectificationRequestSchema>,
  ): Promise<Rectification> {
    await this.verification.close(scope, actor, rectificationId, body.note);
    return this.read(rights, actor, rectificationId);
  }

  @Post('rectifications/:rectificationId/exception')
  @RequirePermission('rectifications.verify')
  @Answers(rectificationSchema)
  async except(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('rectificationId', idParameter) rectificationId: string,
    @Body({ schema: exceptRectificationRequestSchema }) body: z.infer<typeof exceptRectificationRequestSchema>,
  ): Promise<Rectification> {
    await this.verification.except(scope, actor, rectificationId, body);
    return this.read(rights, actor, rectificationId);
  }
}
