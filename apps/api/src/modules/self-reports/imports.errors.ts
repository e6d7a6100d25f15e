import { DomainError, type LocatedProblem } from '../../platform/errors/domain-error.ts';

export const importErrors = {
  notFound: (importId: string) => new DomainError('import.not-found', { importId }),
  filesRefused: (problems: readonly LocatedProblem[]) =>
    new DomainError('import.file-refused', { files: problems.length }, problems),
  nothingUploaded: () => new DomainError('request.malformed', {}, [{ at: '/file', code: 'request.malformed' }]),
  brokenUpload: () => new DomainError('request.malformed', {}, [{ at: '', code: 'request.malformed' }]),
  notMultipart: () => new DomainError('request.unsupported-media', { expected: 'multipart/form-data' }),
  hasErrors: (problems: readonly LocatedProblem[]) =>
    new DomainError('import.has-errors', { errors: problems.length }, problems.slice(0, 200)),
  alreadyConfirmed: (status: string) => new DomainError('import.already-confirmed', { status }),
  unmapped: (keys: readonly string[]) =>
    new DomainError(
      'import.unmapped',
      { schools: keys.length },
      keys.map((key) => ({ at: key, code: 'import.unmapped' })),
    ),
  mappingWrong: (problems: readonly LocatedProblem[]) =>
    new DomainError('import.mapping-wrong', { schools: problems.length }, problems),
  replacesUnconfirmed: (problems: readonly LocatedProblem[]) =>
    new DomainError('import.replaces-unconfirmed', { cells: problems.length }, problems.slice(0, 200)),
};
