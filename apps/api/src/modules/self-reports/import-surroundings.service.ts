import { Injectable } from '@nestjs/common';
import type { Edition } from '@junheng/evaluation-core';
import type { Reader } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import type { SchoolEntry } from '../organisations/organisations.types.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import type { RoundRecord } from '../rounds/rounds.types.ts';
import { StandardsService } from '../standards/standards.service.ts';

/** What an import is read and taken over against: the round, its edition, the county's register of schools. */
@Injectable()
export class ImportSurroundings {
  constructor(
    private readonly rounds: RoundsService,
    private readonly organisations: OrganisationsService,
    private readonly standards: StandardsService,
  ) {}

  /** @throws round.not-found */
  async of(
    reader: Reader,
    scope: Scope,
    roundId: string,
  ): Promise<{ readonly round: RoundRecord; readonly edition: Edition; readonly register: readonly SchoolEntry[] }> {
    const round = await this.rounds.ofCounty(reader, scope, roundId);
    const register = await this.organisations.listSchools(scope, { regionId: round.regionId }, reader);
    return { round, edition: this.standards.inForce(round.editionId).edition, register };
  }
}
