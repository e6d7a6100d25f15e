import { unit } from './random.ts';

/** A school-stage of one indicator. */
export interface Term {
  readonly pupils: number;
  readonly amount: number;
}

/**
 * A county-stage whose CV is exactly numerator/denominator = L, in integers. Its school-stages come in groups; in each, b' schools' worth of pupils
 * have m(1 + L t) per pupil and a' have m(1 - L/t), the weights such that the group's mean is m: its variance is then m^2 L t L/t = (m L)^2. Groups of one
 * mean and variance are together of that mean and variance. Shuffled.
 */
export function countyOnLimit(
  random: () => number,
  numerator: number,
  denominator: number,
  groups: number,
): readonly Term[] {
  const steps = [1, 2, 3] as const;
  // m (1 + L t) and m (1 - L / t) are integers for every t: m = denominator * 6 * k.
  const mean = denominator * 6 * (1 + (random() % 40));
  const terms: Term[] = [];
  for (let group = 0; group < groups; group += 1) {
    const step = steps[random() % steps.length] ?? 1;
    const pupils = 20 + (random() % 400);
    // Weights t above : below = 1 : t^2, as t * 1 = (1/t) * t^2.
    const rise = (mean / denominator) * numerator * step;
    const fall = ((mean / denominator) * numerator) / step;
    terms.push({ pupils, amount: pupils * (mean + rise) });
    let rest = pupils * step * step;
    // The lower side may be several schools of any size.
    while (rest > 0) {
      const own = rest < 60 ? rest : 20 + (random() % (rest - 39));
      const part = rest - own < 20 ? rest : own;
      terms.push({ pupils: part, amount: part * (mean - fall) });
      rest -= part;
    }
  }
  return shuffled(random, terms);
}

export function shuffled<Each>(random: () => number, list: readonly Each[]): readonly Each[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(unit(random) * (last + 1));
    const [a, b] = [mixed[last], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
  }
  return mixed;
}
