import { siteJudgements, type ConsolidatedCell, type ConsolidatedPoint } from '@junheng/api-contract';

/** What the leader may decide about: a score or a verified value, of one school. */
export type Decided =
  | { readonly kind: 'point'; readonly point: ConsolidatedPoint }
  | { readonly kind: 'cell'; readonly cell: ConsolidatedCell };

/** Choices that are no values: no value begins with a star. */
export const OTHER = '*other';
export const NONE = '*none';

export interface DecisionOption {
  readonly value: string;
  /** Who said so; empty for what nobody did. */
  readonly names: readonly string[];
}

/** Each value that was given, with who gave it; where points are judged without a maximum, every judgement. */
export function optionsOf(decided: Decided): readonly DecisionOption[] {
  const opinions = decided.kind === 'point' ? decided.point.scores : decided.cell.values;
  const values = [...new Set(opinions.map(({ value }) => value))];
  const all =
    decided.kind === 'point' && decided.point.maximum === null ? [...new Set([...values, ...siteJudgements])] : values;
  return all.map((value) => ({
    value,
    names: opinions.filter((each) => each.value === value).map(({ name }) => name),
  }));
}

export const entryOf = (decided: Decided): string =>
  decided.kind === 'point' ? `score:${decided.point.point}` : `verified:${decided.cell.cell}`;

export const resolutionIdOf = (decided: Decided): number | null =>
  (decided.kind === 'point' ? decided.point : decided.cell).resolution?.id ?? null;

/** May a value be typed that nobody gave? A judgement is one of three. */
export const mayDecideOther = (decided: Decided): boolean => decided.kind === 'cell' || decided.point.maximum !== null;

/** What is sent: the chosen value, the typed one, or null for a value that cannot be verified. */
export function valueOf(choice: string, typed: string): string | null {
  if (choice === NONE) return null;
  return choice === OTHER ? typed.trim() : choice;
}
