import type { Rational } from '../quantities/rational.ts';
import type { StageId } from '../items/cells.ts';

/** What a number that hangs on a cell is to the verdict. Indicators by their place in the edition. */
export type Role =
  | { readonly kind: 'pupils'; readonly stage: StageId }
  /** The amount of a per-pupil indicator; no number = missing. */
  | { readonly kind: 'amount'; readonly stage: StageId; readonly place: number }
  /** A bound of something that is compared with these limits. */
  | { readonly kind: 'compared'; readonly limits: readonly Rational[] }
  /** A bound of one side of a comparison. */
  | { readonly kind: 'side'; readonly comparison: string; readonly side: 'left' | 'right' };

/** What is found with one value in the cell. */
export interface Observation {
  /** Everything beside the numbers: equal as long as the same things are there, decided by the same rules. */
  readonly shape: string;
  readonly roles: readonly Role[];
  readonly numbers: readonly (Rational | null)[];
  /** Something is decided by numbers that are not among these. */
  readonly hides: boolean;
}

/** Collects an observation. */
export interface Notes {
  readonly say: (...words: readonly (string | number | boolean | null)[]) => void;
  readonly number: (role: Role, value: Rational | null) => void;
  readonly hide: () => void;
  readonly done: () => Observation;
}

export function newNotes(): Notes {
  const words: string[] = [];
  const roles: Role[] = [];
  const numbers: (Rational | null)[] = [];
  let hides = false;
  return {
    hide: () => {
      hides = true;
    },
    say: (...said) => words.push(said.map(String).join(' ')),
    number: (role, value) => {
      // Whether there is a number belongs to the shape, which number to the function.
      words.push(value === null ? '-' : '+');
      roles.push(role);
      numbers.push(value);
    },
    done: () => ({ shape: words.join('\n'), roles, numbers, hides }),
  };
}
