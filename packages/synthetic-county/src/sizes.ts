import type { Outline } from './composition.ts';
import type { Pupils } from './indicators.ts';
import type { Random } from './random.ts';
import { noPupils } from './school-plan.ts';
import type { SchoolPlan } from './school-plan.ts';

const perStage: Readonly<Record<Outline['size'], readonly [number, number]>> = {
  large: [900, 1600],
  middle: [280, 720],
  village: [102, 240],
  'small-village': [60, 98],
  'teaching-point': [54, 96],
  tiny: [18, 42],
};

/** Draws the pupils of last year; this year's follow with a small change that keeps every school in its kind. */
export function pupilsOf(outline: Outline, random: Random): Pupils {
  const [least, most] = perStage[outline.size];
  const draw = (part = 1): number => Math.round(random.whole(least, most) * part);
  switch (outline.type) {
    case 'primary':
    case 'teaching-point':
      return { ...noPupils, primary: draw() };
    case 'junior':
      return { ...noPupils, junior: draw() };
    case 'nine-year':
      return {
        ...noPupils,
        primary: outline.onlyStage === 'junior' ? 0 : draw(),
        junior: outline.onlyStage === 'primary' ? 0 : draw(0.6),
      };
    case 'twelve-year':
      return { primary: draw(), junior: draw(0.7), senior: draw(0.6) };
    case 'full-middle':
      return { ...noPupils, junior: draw(), senior: draw(1.4) };
    case 'special-education':
      return { ...noPupils, primary: random.whole(40, 70), junior: random.whole(15, 30) };
    case 'vocational':
      return noPupils;
    default: {
      const exhaustive: never = outline.type;
      return exhaustive;
    }
  }
}

/** One year later: between 3 % fewer and 4 % more, never across a size at which a rule changes. */
export function oneYearLater(outline: Outline, before: Pupils, random: Random): Pupils {
  const [least, most] = perStage[outline.size];
  const grow = (pupils: number): number => {
    if (pupils === 0) return 0;
    const later = Math.round(pupils * random.between(0.97, 1.04));
    const bounded = outline.type === 'primary' || outline.type === 'teaching-point';
    return bounded ? Math.min(most, Math.max(least, later)) : later;
  };
  return { primary: grow(before.primary), junior: grow(before.junior), senior: grow(before.senior) };
}

/** How well each indicator is met: from just above the standard to a third above it, so that a plain county passes. */
export function levelsOf(random: Random): SchoolPlan['levels'] {
  const draw = (): number => random.between(1.01, 1.33);
  return { R1: draw(), R2: draw(), R3: draw(), R4: draw(), R5: draw(), R6: draw(), R7: draw() };
}
