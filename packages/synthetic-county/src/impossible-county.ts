/** The county that was asked for cannot be made: too few schools, no school that could have the fault, a limit that cannot be hit. */
export class ImpossibleCountyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ImpossibleCountyError';
  }
}
