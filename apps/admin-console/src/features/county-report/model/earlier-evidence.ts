import type { CountyEvidence, EarlierCountyEvidence } from '@junheng/api-contract';

type EarlierFile = EarlierCountyEvidence['evidence'][number];

/** So many are taken over at a time. */
const MOST = 100;

const isAt = (present: readonly CountyEvidence[], topic: string, { sha256 }: EarlierFile): boolean =>
  present.some((file) => file.removed === null && file.topic === topic && file.sha256 === sha256);

/** What may be taken over to a topic: what proved it then, and what proved something that this edition does not ask any more. */
export function offeredAt(
  earlier: readonly EarlierFile[],
  present: readonly CountyEvidence[],
  topic: string,
  known: ReadonlySet<string>,
): readonly EarlierFile[] {
  return earlier.filter((file) => (file.topic === topic || !known.has(file.topic)) && !isAt(present, topic, file));
}

/** What proved one of these topics then and is not there yet. */
export function offeredToAll(
  earlier: readonly EarlierFile[],
  present: readonly CountyEvidence[],
  topics: readonly string[],
): readonly EarlierFile[] {
  const own = new Set(topics);
  return earlier.filter((file) => own.has(file.topic) && !isAt(present, file.topic, file)).slice(0, MOST);
}
