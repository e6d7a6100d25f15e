import { DomainError } from '../../platform/errors/domain-error.ts';
import type { ChangedRules } from './rules-of-run.rules.ts';

export const evaluationErrors = {
  notFound: (evaluationId: string) => new DomainError('evaluation.not-found', { evaluationId }),
  nodeNotFound: (path: string) => new DomainError('evaluation.node-not-found', { path }),
  /** The run stays as it is; why it came to what it says cannot be told by other rules. */
  rulesChanged: (changed: ChangedRules) => new DomainError('evaluation.rules-changed', { ...changed }),
  notReleased: (evaluationId: string) => new DomainError('evaluation.not-released', { evaluationId }),
  jobNotFound: (evaluationJobId: string) => new DomainError('evaluation-job.not-found', { evaluationJobId }),
  noRounds: (kind: string, year: number) => new DomainError('evaluation-job.no-rounds', { kind, year }),
  jobUnderWay: (regionId: string) => new DomainError('evaluation-job.under-way', { regionId }),
  jobEnded: (evaluationJobId: string) => new DomainError('evaluation-job.ended', { evaluationJobId }),
  regionOutOfReach: (regionId: string) => new DomainError('region.not-found', { regionId }),
  resultNotFound: (selfReportId: string) => new DomainError('school-result.not-found', { selfReportId }),
};
