import { Controller, Get } from '@nestjs/common';
import { teamCandidatesSchema, type TeamCandidates } from '@junheng/api-contract';
import { Answers } from '../../platform/http/answers.ts';
import { CurrentScope, RequirePermission } from '../access/access.decorators.ts';
import { Scope } from '../access/access.scope.ts';
import { InspectionsService } from './inspections.service.ts';

/** Who may be called into a team: names and places, nothing of their accounts. */
@Controller('inspection-team-candidates')
export class TeamCandidatesController {
  constructor(private readonly inspections: InspectionsService) {}

  @Get()
  @RequirePermission('inspections.manage')
  @Answers(teamCandidatesSchema)
  async list(@CurrentScope() scope: Scope): Promise<TeamCandidates> {
    const candidates = await this.inspections.candidates(scope);
    return {
      candidates: candidates.map(({ personId, name, places }) => ({ personId, name, places: [...places] })),
    };
  }
}
