import { Body, Controller, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import {
  correctFeedbackLetterRequestSchema,
  enterFeedbackLetterRequestSchema,
  feedbackLetterReadingSchema,
  feedbackLetterSchema,
  feedbackLetterSheetQuerySchema,
  feedbackLettersQuerySchema,
  feedbackLettersSchema,
  rectificationReportSchema,
  type CorrectFeedbackLetterRequest,
  type EnterFeedbackLetterRequest,
  type FeedbackLetter,
  type FeedbackLetterReading,
  type FeedbackLetters,
  type RectificationReport,
} from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../../platform/database/actor.ts';
import { UploadRoom } from '../../../platform/files/upload-room.ts';
import { Answers } from '../../../platform/http/answers.ts';
import { uploadedFile } from '../../../platform/http/uploaded-file.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../../access/access.decorators.ts';
import { Scope } from '../../access/access.scope.ts';
import { RectificationsService } from '../rectifications.service.ts';
import { LetterCorrectionsService } from './letter-corrections.service.ts';
import { LetterReportsService } from './letter-reports.service.ts';
import { LetterReadingsService } from './letter-readings.service.ts';
import { presentLetter, presentListedLetter } from './letters.presenter.ts';
import { LettersService } from './letters.service.ts';
import { writeLetterSheet } from './write-letter-sheet.ts';

const idParameter = { schema: z.uuid() };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Feedback letters from above (反馈意见). */
@Controller()
export class LettersController {
  constructor(
    private readonly letters: LettersService,
    private readonly corrections: LetterCorrectionsService,
    private readonly readings: LetterReadingsService,
    private readonly reports: LetterReportsService,
    private readonly ledger: RectificationsService,
    private readonly room: UploadRoom,
  ) {}

  @Get('feedback-letters')
  @RequirePermission('rectifications.read')
  @Answers(feedbackLettersSchema)
  async list(
    @CurrentScope() scope: Scope,
    @Query({ schema: feedbackLettersQuerySchema }) { countyId }: z.infer<typeof feedbackLettersQuerySchema>,
  ): Promise<FeedbackLetters> {
    return { letters: (await this.letters.list(scope, countyId)).map(presentListedLetter) };
  }

  @Post('feedback-letters')
  @RequirePermission('rectifications.manage')
  @Answers(feedbackLetterSchema, { status: 201 })
  async enter(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Body({ schema: enterFeedbackLetterRequestSchema }) body: EnterFeedbackLetterRequest,
  ): Promise<FeedbackLetter> {
    const id = await this.letters.enter(scope, actor, body);
    return this.read(rights.narrowedTo('rectifications.read'), id);
  }

  @Get('feedback-letters/:feedbackLetterId')
  @RequirePermission('rectifications.read')
  @Answers(feedbackLetterSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('feedbackLetterId', idParameter) letterId: string,
  ): Promise<FeedbackLetter> {
    return presentLetter(await this.letters.letter(scope, letterId), this.ledger.today());
  }

  @Put('feedback-letters/:feedbackLetterId')
  @RequirePermission('rectifications.manage')
  @Answers(feedbackLetterSchema)
  async correct(
    @CurrentScope() scope: Scope,
    @CurrentFullScope() rights: Scope,
    @CurrentActor() actor: Actor,
    @Param('feedbackLetterId', idParameter) letterId: string,
    @Body({ schema: correctFeedbackLetterRequestSchema }) body: CorrectFeedbackLetterRequest,
  ): Promise<FeedbackLetter> {
    await this.corrections.correct(scope, actor, letterId, body);
    return this.read(rights.narrowedTo('rectifications.read'), letterId);
  }

  /** The report on rectification (整改报告) as the ledger writes it today. */
  @Get('feedback-letters/:feedbackLetterId/report')
  @RequirePermission('rectifications.read')
  @Answers(rectificationReportSchema)
  async report(
    @CurrentScope() scope: Scope,
    @Param('feedbackLetterId', idParameter) letterId: string,
  ): Promise<RectificationReport> {
    return this.reports.report(scope, letterId);
  }

  /** A workbook in the multipart field `file`: what it says is shown, and entered only by `POST /feedback-letters`. */
  @Post('counties/:countyId/feedback-letter-readings')
  @RequirePermission('rectifications.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(feedbackLetterReadingSchema)
  async readSheet(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyId', idParameter) countyId: string,
    @Req() request: FastifyRequest,
  ): Promise<FeedbackLetterReading> {
    return this.room.run('whole', async () => this.readings.read(scope, actor, countyId, await uploadedFile(request)));
  }

  /** The empty sheet. */
  @Get('feedback-letter-sheet')
  @RequirePermission('rectifications.read')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async sheet(
    @Query({ schema: feedbackLetterSheetQuerySchema }) query: z.infer<typeof feedbackLetterSheetQuerySchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply
      .headers({
        'content-type': XLSX,
        'content-disposition': 'attachment; filename="feedback-letter.xlsx"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(await writeLetterSheet(query.language));
  }
}
