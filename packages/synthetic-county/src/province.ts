import { ImpossibleCountyError } from './impossible-county.ts';
import { generateCounty } from './county.ts';
import type { CountyOptions, SyntheticCounty } from './county.ts';
import { placeOf } from './places.ts';
import { derivedSeed, randomFrom } from './random.ts';

export interface ProvinceOptions {
  readonly counties: number;
  readonly schools: number;
  /** For every county alike, besides place and size. */
  readonly county?: Omit<CountyOptions, 'place' | 'schools' | 'wanted'>;
}

/** The most counties a made-up province has codes and names for. */
export const mostCounties = 120;

/** The counties of a province, one after the other and none kept: memory stays that of one county. */
export function* generateProvince(seed: number, options: ProvinceOptions): Generator<SyntheticCounty, void, undefined> {
  for (const [index, schools] of countySizes(seed, options).entries()) {
    yield generateCounty(derivedSeed(seed, index), { ...options.county, place: placeOf(index), schools });
  }
}

/** How many schools each county has: between about half and one and a half times the mean, the sum exact. */
export function countySizes(seed: number, { counties, schools }: ProvinceOptions): readonly number[] {
  const least = 20;
  if (counties < 1 || counties > mostCounties)
    throw new ImpossibleCountyError(`between 1 and ${mostCounties} counties`);
  if (schools < counties * least)
    throw new ImpossibleCountyError(`at least ${counties * least} schools for ${counties} counties`);
  const random = randomFrom(derivedSeed(seed, 2_000_000));
  const mean = schools / counties;
  const sizes = Array.from({ length: counties }, () => Math.max(least, Math.round(mean * random.between(0.6, 1.4))));
  let over = sizes.reduce((sum, size) => sum + size, 0) - schools;
  for (let index = 0; over !== 0; index = (index + 1) % counties) {
    const size = sizes[index] ?? least;
    const step = over > 0 ? (size > least ? -1 : 0) : 1;
    sizes[index] = size + step;
    over += step;
  }
  return sizes;
}
