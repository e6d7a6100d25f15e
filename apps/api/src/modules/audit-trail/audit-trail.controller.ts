import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import {
  auditChainsSchema,
  auditEntriesSchema,
  auditQuerySchema,
  auditVerificationSchema,
  auditWorkbookQuerySchema,
  receiptProofSchema,
  type AuditChains,
  type AuditEntries,
  type AuditQuery,
  type AuditVerification,
  type AuditWorkbookQuery,
  type ReceiptProof,
} from '@junheng/api-contract';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentActor, CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { AuditChainsService } from './audit-chains.service.ts';
import { AuditTrailService } from './audit-trail.service.ts';
import { ReceiptProofs } from './receipt-proofs.service.ts';
import { writeAuditWorkbook } from './write-audit-workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const idParameter = { schema: z.uuid() };

/** The audit log (审计日志): looked through, verified and taken along. */
@Controller()
export class AuditTrailController {
  constructor(
    private readonly trail: AuditTrailService,
    private readonly chains: AuditChainsService,
    private readonly proofs: ReceiptProofs,
  ) {}

  @Get('audit/entries')
  @RequirePermission('audit.read')
  @Answers(auditEntriesSchema)
  async list(
    @CurrentScope() scope: Scope,
    @Query({ schema: auditQuerySchema }) query: AuditQuery,
  ): Promise<AuditEntries> {
    return this.trail.list(scope, query);
  }

  @Get('audit/entries/workbook')
  @RequirePermission('audit.read')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async workbook(
    @CurrentScope() scope: Scope,
    @Query({ schema: auditWorkbookQuerySchema }) query: AuditWorkbookQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language, countyId, ...filter } = query;
    const { entries, timeZone, more } = await this.trail.listForWorkbook(scope, countyId, filter);
    const bytes = await writeAuditWorkbook(entries, { language, timeZone, more });
    sendFile(reply, XLSX, 'audit.xlsx', bytes);
  }

  @Get('audit/chains')
  @RequirePermission('audit.read')
  @Answers(auditChainsSchema)
  async listChains(@CurrentScope() scope: Scope): Promise<AuditChains> {
    return this.chains.list(scope);
  }

  /** The chain with its anchors, the key, and the verifier that needs no server. */
  @Get('audit/chains/:countyId/download')
  @RequirePermission('audit.read')
  @ApiProduces('application/zip')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentScope() scope: Scope,
    @Param('countyId', idParameter) countyId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, zip } = await this.chains.download(scope, countyId);
    sendFile(reply, 'application/zip', name, zip);
  }

  @Post('audit/chains/:countyId/verification')
  @RequirePermission('audit.read')
  @Answers(auditVerificationSchema)
  async verify(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('countyId', idParameter) countyId: string,
  ): Promise<AuditVerification> {
    return this.chains.verify(scope, actor, countyId);
  }

  @Get('self-reports/:selfReportId/receipt-proof')
  @RequirePermission('self-reports.read')
  @Answers(receiptProofSchema)
  async prove(
    @CurrentScope() scope: Scope,
    @Param('selfReportId', idParameter) selfReportId: string,
  ): Promise<ReceiptProof> {
    return this.proofs.of(scope, selfReportId);
  }
}

function sendFile(reply: FastifyReply, mediaType: string, name: string, body: Buffer | NodeJS.ReadableStream): void {
  void reply
    .headers({
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .send(body);
}
