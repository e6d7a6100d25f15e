import { Controller, Get } from '@nestjs/common';
import { editionsSchema } from '@junheng/api-contract';
import type { z } from 'zod';
import { Answers } from '../../platform/http/answers.ts';
import { RequirePermission } from '../access/access.decorators.ts';
import { StandardsService } from './standards.service.ts';

@Controller('editions')
export class StandardsController {
  constructor(private readonly standards: StandardsService) {}

  @Get()
  @RequirePermission('standards.read')
  @Answers(editionsSchema)
  async list(): Promise<z.infer<typeof editionsSchema>> {
    const published = await this.standards.findPublished();
    return {
      editions: published.map((edition) => ({ ...edition, publishedAt: edition.publishedAt.toISOString() })),
    };
  }
}
