import { StandardSchemaValidationPipe } from '@nestjs/common';
import { DomainError, type LocatedProblem } from '../errors/domain-error.ts';

const MOST_PROBLEMS = 100;

type Issue = Parameters<
  NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory'] & object
>[0][number];

/** Every body, query and parameter goes through its Zod schema; unknown keys are left behind. */
export function requestValidation(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new DomainError('request.malformed', { problems: issues.length }, issues.slice(0, MOST_PROBLEMS).map(locate)),
  });
}

function locate(issue: Issue): LocatedProblem {
  const path = (issue.path ?? []).map((segment) => (typeof segment === 'object' ? segment.key : segment));
  return {
    at: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    code: 'request.malformed',
    facts: { message: issue.message },
  };
}
