import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../database/database.ts';
import { Answers } from './answers.ts';
import { PublicRoute } from './route-access.ts';

const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** For the supervisor and the proxy: nothing but whether the process and its database answer. */
  @Get()
  @PublicRoute()
  @Answers(healthSchema)
  async read(): Promise<z.infer<typeof healthSchema>> {
    await this.database.query('SELECT 1');
    return { status: 'ok' };
  }
}
