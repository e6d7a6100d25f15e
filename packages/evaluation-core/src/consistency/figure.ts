import type { Rational } from '../quantities/rational.ts';
import type { Range } from './range.ts';
import type { Unit } from './figure-units.ts';

/** Why a text is no number that could be used. */
export const figureProblems = [
  /** Nothing there, or only the words around it: "元", "余万元". */
  'blank',
  /** An empty bracket or a line to write on: "( )元", "____". */
  'placeholder',
  /** Letters or signs instead of digits: "sssss", "××". */
  'masked',
  /** A piece of a number: ".", "8.4:". */
  'fragment',
  /** 若干, 大部分. */
  'indefinite',
  /** More than one number where one is expected. */
  'several-numbers',
  'not-a-number',
  /** The claim names a raw number that it does not hold. */
  'not-given',
] as const;
export type FigureProblem = (typeof figureProblems)[number];

/** A number as a report prints it. */
export interface Figure {
  /** The printed number in the base unit (12.98万 = 129800; 10.5% = 21/200; 1:11.5 = 2/23); null where only words bound it (数百). */
  readonly nominal: Rational | null;
  readonly unit: Unit;
  /** Digits after the printed point. */
  readonly decimals: number;
  /** Base units in one of the last printed digit: the number is judged at this place. */
  readonly step: Rational;
  /** 1 : x, judged at the digits of x. */
  readonly inverse: boolean;
  /** What the words around it leave possible, in the base unit. */
  readonly range: Range;
  /** No word makes it less than exact. */
  readonly exact: boolean;
  readonly direction: Direction | null;
}

export type Direction = 'up' | 'down';

export type FigureReading =
  | { readonly ok: true; readonly figure: Figure }
  | { readonly ok: false; readonly problem: FigureProblem; readonly direction: Direction | null };
