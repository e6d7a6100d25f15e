/** Types of the stand-alone verifier, for the tests that import it. */
export interface ChainFault {
  readonly kind: string;
  /** The first entry that is certainly bad. */
  readonly sequence: number;
  /** From here on nothing is proven. */
  readonly unprovenFrom: number;
  readonly description: string;
}
export interface ChainReport {
  readonly chainId: string;
  readonly entries: number;
  readonly anchors: number;
  readonly anchoredUpTo: number;
  readonly notYetAnchored: number;
  readonly notYetSealed: number;
  readonly intact: boolean;
  readonly faults: readonly ChainFault[];
}
export function hashOfEntry(previousHash: string, chainId: string, sequence: number, content: string): string;
export function checkChain(
  lines: Iterable<string> | AsyncIterable<string>,
  chainId: string | null,
  anchorsText: string,
  keys: readonly string[],
): Promise<ChainReport>;
