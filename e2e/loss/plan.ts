import { derivedSeed, randomFrom } from '@junheng/synthetic-county';

/** What goes wrong between page and server while the trial's cells are saved. */
export type Trouble =
  | 'none'
  /** The request comes late, or the answer does. */
  | 'slow-request'
  | 'slow-answer'
  /** The connection breaks before the server has the request, or after it has stored it and before the page knows. */
  | 'lost-request'
  | 'lost-answer'
  /** The request reaches the server twice. */
  | 'twice'
  | 'offline';

/** How the page ends in the middle of it. Kills are SIGKILL to a real process. */
export type Interruption =
  'none' | 'reload' | 'close-tab' | 'crash-tab' | 'session-ends' | 'restart-server' | 'kill-server' | 'kill-browser';

/** Who else writes: the same person in a second tab, or somebody else of the school. */
export type Rival = 'none' | 'second-tab' | 'second-person';

export interface Typing {
  /** In hundredths, or whole; no other entry of the run has the same number. */
  readonly number: number;
  readonly leave: boolean;
  readonly pauseMs: number;
}

/** One cell with what somebody types into it, and what happens to that on its way. */
export interface Trial {
  readonly index: number;
  /** What befalls the first save of this cell. */
  readonly trouble: Trouble;
  readonly typings: readonly Typing[];
  /** What the rival of the round writes into the same cell; null where they leave it alone. */
  readonly rivalNumber: number | null;
}

/** Trials in neighbouring cells of one page, which therefore end together. */
export interface Round {
  readonly index: number;
  readonly trials: readonly Trial[];
  readonly interruption: Interruption;
  readonly rival: Rival;
  /** The first of the lane's cells that the round uses; the others follow. */
  readonly firstCell: number;
  /** Whoever is asked keeps their own value. */
  readonly keepsMine: boolean;
  readonly waitMs: number;
  readonly delayMs: number;
}

const TRIALS_A_ROUND = 3;
const MOST_TYPINGS = 3;
/** Entries of one trial, the rival's included. */
const NUMBERS = MOST_TYPINGS + 1;
const FIRST_NUMBER = 100_001;

/** Kills for every 500 trials. One of a server disturbs what is on its way in all pages, one of a browser all its cells. */
const BROWSER_KILLS_IN_500 = 10;
const SERVER_KILLS_IN_500 = 6;

/** How each round ends, kills spread over the run. Depends on nothing but seed and count. */
function interruptions(seed: number, trials: number): readonly Interruption[] {
  const random = randomFrom(seed);
  const browserKills = Math.ceil((trials * BROWSER_KILLS_IN_500) / 500);
  const kills = browserKills + Math.ceil((trials * SERVER_KILLS_IN_500) / 500);
  const all = Array.from({ length: Math.max(kills, Math.ceil(trials / TRIALS_A_ROUND)) }, (_, index): Interruption => {
    if (index < kills) return index < browserKills ? 'kill-browser' : 'kill-server';
    const number = random.whole(1, 100);
    // Opening the page again costs ten times what typing into it does: most rounds go on in the page that is there.
    if (number <= 71) return 'none';
    if (number <= 83) return 'reload';
    if (number <= 92) return 'close-tab';
    if (number <= 96) return 'crash-tab';
    if (number <= 99) return 'session-ends';
    return 'restart-server';
  });
  return random.shuffled(all);
}

const TROUBLES: readonly Trouble[] = ['none', 'slow-request', 'slow-answer', 'lost-request', 'lost-answer', 'twice'];

/** A kill is to meet what has not arrived yet. */
const HOLDING: readonly Trouble[] = ['slow-request', 'slow-answer', 'lost-request'];

/** The rounds of a run: the same seed and count give the same trials. */
export function planRounds(seed: number, trials: number): readonly Round[] {
  return interruptions(seed, trials).map((interruption, index) => {
    const random = randomFrom(derivedSeed(seed, index));
    const killed = interruption === 'kill-browser' || interruption === 'kill-server';
    const offline = random.chance(killed ? 0.08 : 0.12);
    const rival = killed || random.chance(0.84) ? 'none' : random.pick(['second-tab', 'second-person'] as const);
    const trialOf = (place: number): Trial => {
      const trial = index * TRIALS_A_ROUND + place;
      const first = FIRST_NUMBER + trial * NUMBERS;
      const trouble = random.chance(0.8) ? random.pick(killed ? HOLDING : TROUBLES) : 'none';
      return {
        index: trial,
        trouble: offline ? 'offline' : trouble,
        typings: Array.from({ length: random.whole(1, killed ? 2 : MOST_TYPINGS) }, (_, typing) => ({
          number: first + typing,
          leave: random.chance(killed ? 0.2 : 0.6),
          pauseMs: killed || random.chance(0.6) ? 0 : random.whole(0, 200),
        })),
        rivalNumber: rival !== 'none' && random.chance(0.7) ? first + MOST_TYPINGS : null,
      };
    };
    return {
      index,
      interruption,
      rival,
      trials: Array.from({ length: TRIALS_A_ROUND }, (_, place) => trialOf(place)),
      firstCell: random.whole(0, 9),
      keepsMine: random.chance(0.5),
      waitMs: killed || random.chance(0.4) ? random.whole(0, 60) : random.whole(0, 750),
      delayMs: random.whole(killed ? 600 : 50, 900),
    };
  });
}

/** As it is typed and stored: `123456` is `1234.56`, or 123456 where the cell counts. */
export function valueOf(number: number, decimals: boolean): string {
  return decimals ? (number / 100).toFixed(2).replace(/\.?0+$/, '') : String(number);
}
