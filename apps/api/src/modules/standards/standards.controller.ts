import { Controller, Get, Param } from '@nestjs/common';
import { editionSchema, editionsSchema, type EditionView } from '@junheng/api-contract';
import { z } from 'zod';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { presentEdition } from './standards.presenter.ts';
import { StandardsService } from './standards.service.ts';

@Controller('editions')
export class StandardsController {
  constructor(private readonly standards: StandardsService) {}

  @Get()
  @RequirePermission('standards.read')
  @Answers(editionsSchema)
  async list(@CurrentScope() scope: Scope): Promise<z.infer<typeof editionsSchema>> {
    return { editions: (await this.standards.findPublished(scope)).map(presentEdition) };
  }

  @Get(':editionId')
  @RequirePermission('standards.read')
  @Answers(editionSchema)
  async read(
    @CurrentScope() scope: Scope,
    @Param('editionId', { schema: z.string().min(1).max(80) }) editionId: string,
  ): Promise<EditionView> {
    const { content, ...edition } = await this.standards.read(scope, editionId);
    return { ...presentEdition(edition), content };
  }
}
