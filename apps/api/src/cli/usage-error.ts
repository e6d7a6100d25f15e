/** Wrong arguments: the message goes to standard error, the status is 64. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
