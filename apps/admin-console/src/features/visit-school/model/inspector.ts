/** Whoever records on this device. */
export interface Inspector {
  readonly personId: string;
  readonly name: string;
}
