import { Body, Controller, Get, Ip, Param, Post } from '@nestjs/common';
import {
  oneTimeLinkSchema,
  redeemOneTimeLinkRequestSchema,
  type OneTimeLink,
  type RedeemOneTimeLinkRequest,
} from '@junheng/api-contract';
import { z } from 'zod';
import { Answers } from '../../platform/http/answers.ts';
import { PublicRoute } from '../../platform/http/route-access.ts';
import { presentOneTimeLink } from './access.presenter.ts';
import { OneTimeLinksService } from './one-time-links.service.ts';

const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/);

/** Public: whoever holds the token has no session yet. */
@Controller('one-time-links')
export class OneTimeLinksController {
  constructor(private readonly links: OneTimeLinksService) {}

  @Get(':token')
  @PublicRoute()
  @Answers(oneTimeLinkSchema)
  async inspect(@Param('token', { schema: tokenSchema }) token: string, @Ip() address: string): Promise<OneTimeLink> {
    return presentOneTimeLink(await this.links.inspect(token, address));
  }

  @Post(':token')
  @PublicRoute()
  @Answers()
  async redeem(
    @Param('token', { schema: tokenSchema }) token: string,
    @Ip() address: string,
    @Body({ schema: redeemOneTimeLinkRequestSchema }) body: RedeemOneTimeLinkRequest,
  ): Promise<void> {
    await this.links.redeem(token, body.newPassword, body.administrator, address);
  }
}
