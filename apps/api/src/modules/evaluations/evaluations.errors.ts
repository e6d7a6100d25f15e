import { DomainError } from '../../platform/errors/domain-error.ts';

export const evaluationErrors = {
  notFound: (evaluationId: string) => new DomainError('evaluation.not-found', { evaluationId }),
  nodeNotFound: (path: string) => new DomainError('evaluation.node-not-found', { path }),
  notReleased: (evaluationId: string) => new DomainError('evaluation.not-released', { evaluationId }),
  resultNotFound: (selfReportId: string) => new DomainError('school-result.not-found', { selfReportId }),
};
