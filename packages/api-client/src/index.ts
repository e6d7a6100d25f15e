export { ApiProblemError, problemOf } from './api-problem.ts';
export { answerOf, createApiClient, type ApiClient, type ApiClientOptions } from './client.ts';
export type { components, operations, paths } from './schema.generated.ts';
