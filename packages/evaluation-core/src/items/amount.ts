import type { Condition } from './condition.ts';
import type { StageId } from './cells.ts';

/**
 * An exact number computed from the cells of one unit: the county, a school, or a school in one stage (学校学段). Plain data of an
 * edition; a missing cell makes it unknown, never zero.
 */
export type Amount =
  | { readonly kind: 'constant'; readonly value: string }
  /** The decimal set for the stage that is looked at; a stage without one has no such number. */
  | { readonly kind: 'by-stage'; readonly values: Readonly<Record<StageId, string>> }
  /** The decimal set for the answer to a choice item (2500 for a 九年一贯制学校), `otherwise` for any other; null = no such number. */
  | {
      readonly kind: 'by-choice';
      readonly item: string;
      readonly values: Readonly<Record<string, string>>;
      readonly otherwise: string | null;
    }
  /**
   * A number that the instrument leaves to the bureau which publishes the edition, from `least` to `greatest`; null = not set yet, so that
   * nothing is decided where it matters. Message key `setting.<id>`.
   */
  | {
      readonly kind: 'setting';
      readonly id: string;
      readonly value: string | null;
      readonly least: string;
      readonly greatest: string;
    }
  /** Whole years from the date in the cell to the evaluation date; below zero for a date after it. */
  | { readonly kind: 'years-since'; readonly item: string }
  /** A reported item of a stage, of the stage that is looked at (`ownStage`), or (null) of the whole school or county. */
  | {
      readonly kind: 'item';
      readonly item: string;
      readonly stage: StageId | null;
      /** 0 = the year reported on, 1 = the year before. */
      readonly yearsBack: number;
    }
  | { readonly kind: 'sum'; readonly of: readonly Amount[] }
  /** May be negative. */
  | { readonly kind: 'difference'; readonly of: Amount; readonly minus: Amount }
  | { readonly kind: 'product'; readonly of: readonly Amount[] }
  /** Does not exist where the divisor is zero. */
  | { readonly kind: 'quotient'; readonly of: Amount; readonly by: Amount }
  /** The smallest integer not below it: rooms needed for so many classes. */
  | { readonly kind: 'rounded-up'; readonly of: Amount }
  | { readonly kind: 'larger'; readonly of: readonly Amount[] }
  | { readonly kind: 'smaller'; readonly of: readonly Amount[] }
  /** 全县汇总: the amount of each school, added over the county. A stage of `ownStage` inside stays the stage that is looked at. */
  | {
      readonly kind: 'total-of-schools';
      readonly of: Amount;
      /** Only the schools for which it holds; null = all. */
      readonly where: Condition | null;
      /** `evaluated`: the schools in the scope of the resource allocation; `registered`: every school of the data set. */
      readonly schools: 'evaluated' | 'registered';
    };

/** In place of a stage id: the stage that is looked at. No stage may be called so. */
export const ownStage = 'own';

export const comparators = ['at-least', 'more-than', 'at-most', 'less-than', 'equal'] as const;
export type Comparator = (typeof comparators)[number];
