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
  /** Which of the lane's cells. */
  readonly cell: number;
  /** In hundredths; no other entry of the run has the same number. */
  readonly hundredths: number;
  readonly leave: boolean;
  readonly pauseMs: number;
}

export interface Trial {
  readonly index: number;
  readonly trouble: Trouble;
  readonly interruption: Interruption;
  readonly rival: Rival;
  readonly typings: readonly Typing[];
  /** What the rival writes, in hundredths. */
  readonly rivalHundredths: number;
  readonly rivalCell: number;
  /** Whoever is asked keeps their own value. */
  readonly keepsMine: boolean;
  readonly waitMs: number;
  readonly delayMs: number;
}

const MOST_TYPINGS = 4;
/** Entries of one trial, the rival's included. */
const NUMBERS = MOST_TYPINGS + 1;
const FIRST_HUNDREDTHS = 100_001;

/** Of every 500 trials at least so many with a real kill; half of them of the browser, half of the server. */
const KILLS_IN_500 = 34;

/** How each trial ends, kills spread over the run. Depends on nothing but seed and count. */
function interruptions(seed: number, trials: number): readonly Interruption[] {
  const random = randomFrom(seed);
  const kills = Math.ceil((trials * KILLS_IN_500) / 500);
  const all = Array.from({ length: trials }, (_, index): Interruption => {
    if (index < kills) return index % 2 === 0 ? 'kill-browser' : 'kill-server';
    const number = random.whole(1, 100);
    // Opening the page again costs ten times what typing into it does: most trials go on in the page that is there.
    if (number <= 74) return 'none';
    if (number <= 84) return 'reload';
    if (number <= 93) return 'close-tab';
    if (number <= 97) return 'crash-tab';
    if (number <= 99) return 'session-ends';
    return 'restart-server';
  });
  return random.shuffled(all);
}

const TROUBLES: readonly Trouble[] = [
  'none',
  'slow-request',
  'slow-answer',
  'lost-request',
  'lost-answer',
  'twice',
  'offline',
];

/** The trials of a run: the same seed and count give the same trials. */
export function planTrials(seed: number, trials: number): readonly Trial[] {
  return interruptions(seed, trials).map((interruption, index) => {
    const random = randomFrom(derivedSeed(seed, index));
    const first = FIRST_HUNDREDTHS + index * NUMBERS;
    const killed = interruption === 'kill-browser' || interruption === 'kill-server';
    return {
      index,
      interruption,
      trouble: random.chance(killed ? 0.5 : 0.8) ? random.pick(TROUBLES) : 'none',
      rival: killed || random.chance(0.84) ? 'none' : random.pick(['second-tab', 'second-person'] as const),
      typings: Array.from({ length: random.whole(1, MOST_TYPINGS) }, (_, number) => ({
        cell: random.whole(0, 1),
        hundredths: first + number,
        leave: random.chance(0.6),
        pauseMs: random.chance(0.5) ? 0 : random.whole(0, 250),
      })),
      rivalHundredths: first + MOST_TYPINGS,
      rivalCell: random.whole(0, 1),
      keepsMine: random.chance(0.5),
      waitMs: random.chance(0.4) ? random.whole(0, 60) : random.whole(0, 750),
      delayMs: random.whole(50, 900),
    };
  });
}

/** As it is typed and stored: `123456` is `1234.56`. */
export function valueOf(hundredths: number): string {
  const text = (hundredths / 100).toFixed(2);
  return text.replace(/\.?0+$/, '');
}
