import type { Random } from '../random.ts';

const bands: readonly (readonly [item: string, most: number])[] = [
  ['classes-1-to-25', 25],
  ['classes-26-to-30', 30],
  ['classes-31-to-35', 35],
  ['classes-36-to-40', 40],
  ['classes-41-to-45', 45],
  ['classes-46-to-50', 50],
  ['classes-51-to-55', 55],
  ['classes-56-to-60', 60],
  ['classes-61-to-65', 65],
  ['classes-66-and-over', Infinity],
];
const largestAllowed = { primary: 45, junior: 50 } as const;

/** The classes of one stage: their sizes add up to the pupils and none is above the limit of G5. */
export function classCells(
  stage: 'primary' | 'junior',
  pupils: number,
  grades: number,
  random: Random,
): Record<string, string> {
  const target = stage === 'primary' ? random.whole(36, 42) : random.whole(40, 46);
  const count = Math.min(pupils, Math.max(grades, Math.ceil(pupils / target)));
  const sizes = Array.from(
    { length: count },
    (_, index) => Math.floor(pupils / count) + (index < pupils % count ? 1 : 0),
  );
  for (let index = 0; index + 1 < sizes.length; index += 2) {
    const [more = 0, fewer = 0] = [sizes[index], sizes[index + 1]];
    const moved = Math.min(random.whole(0, 3), largestAllowed[stage] - more, fewer - 1);
    if (moved <= 0) continue;
    sizes[index] = more + moved;
    sizes[index + 1] = fewer - moved;
  }
  const cells: Record<string, string> = { [`classes.${stage}`]: String(count) };
  let above = 0;
  for (const [item, most] of bands) {
    cells[`${item}.${stage}`] = String(sizes.filter((size) => size > above && size <= most).length);
    above = most;
  }
  cells[`largest-class.${stage}`] = String(Math.max(...sizes));
  return cells;
}
