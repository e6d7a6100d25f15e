import { ImpossibleCountyError } from './impossible-county.ts';
import { bareName, villageNames } from './places.ts';
import type { Region, Town } from './places.ts';
import type { Random } from './random.ts';
import type { RegisteredSchool, SchoolType } from './school-plan.ts';
import type { EvaluatedStage } from './indicators.ts';

/** What the drawing of a county fixes about a school before its numbers. */
export interface Outline extends RegisteredSchool {
  /** Village schools and teaching points are small. */
  readonly size: 'large' | 'middle' | 'village' | 'small-village' | 'teaching-point' | 'tiny';
  /** A nine-year school that has pupils of one stage only: it is not split. */
  readonly onlyStage: EvaluatedStage | null;
}

/** A school the caller wants to be there, under its own code and name. */
export type WantedSchool = Pick<Outline, 'code' | 'name' | 'type' | 'size'> & { readonly townName: string };

/**
 * Which schools a county has: every kind that the rules treat in a way of its own is there at least once, the rest are mostly
 * primary and junior schools.
 */
export function composeCounty(
  county: Region,
  towns: readonly Town[],
  schoolCount: number,
  wanted: readonly WantedSchool[],
  random: Random,
): readonly Outline[] {
  if (schoolCount < 16 + wanted.length)
    throw new ImpossibleCountyError(`a county needs at least ${16 + wanted.length} schools`);
  const seat = first(towns);
  const countyName = bareName(county);
  const outlines: Outline[] = wanted.map((school) => {
    const town = towns.find((each) => each.name === school.townName) ?? seat;
    return outline(random, { ...school, town, locale: localeOf(town, school.size) });
  });

  const taken = new Set(outlines.map((each) => each.name));
  const left = (): number => schoolCount - outlines.length;
  const add = (
    type: SchoolType,
    size: Outline['size'],
    town: Town,
    nameOf: (attempt: number) => string,
    extra: Partial<Outline> = {},
  ): Outline => {
    let attempt = 1;
    while (taken.has(nameOf(attempt))) attempt++;
    const name = nameOf(attempt);
    taken.add(name);
    const code = `${county.code}${String(outlines.length + 1).padStart(4, '0')}`;
    const added = outline(random, { code, name, type, size, town, locale: localeOf(town, size), ...extra });
    outlines.push(added);
    return added;
  };
  /** `清泉县启明小学`, then `清泉县启明第二小学`. */
  const named = (stem: string, kind: string) => (attempt: number) =>
    `${stem}${attempt === 1 ? '' : `第${chinese(attempt)}`}${kind}`;
  const inVillage = (town: Town, kind: string) => {
    const names = random.shuffled(villageNames());
    return (attempt: number) => {
      const village = names[(attempt - 1) % names.length] ?? '';
      const round = Math.floor((attempt - 1) / names.length);
      return `${town.name}${round === 0 ? '' : chinese(round)}${village}${kind}`;
    };
  };

  const rural = towns.filter((town) => town.kind !== 'urban');
  const addTeachingPoint = (size: 'tiny' | 'teaching-point'): void => {
    const town = random.pick(rural);
    add('teaching-point', size, town, inVillage(town, '教学点'));
  };

  add('special-education', 'village', seat, named(countyName, '特殊教育学校'));
  add('vocational', 'middle', seat, named(countyName, '职业教育中心'));
  add('twelve-year', 'middle', seat, named(`${countyName}明志`, '学校'), { ownership: 'private' });
  add('primary', 'middle', seat, named(`${countyName}启明`, '小学'), { ownership: 'private' });
  const main = add('primary', 'large', seat, named(`${countyName}文昌`, '小学'));
  add('primary', 'village', seat, () => `${main.name}东校区`, { parentCode: main.code, countedAsSchool: false });
  add('primary', 'middle', seat, () => `${main.name}南校区`, { parentCode: main.code });
  add('nine-year', 'middle', random.pick(rural), named(`${countyName}滨河`, '学校'), { onlyStage: 'primary' });
  addTeachingPoint('tiny');
  for (let count = Math.max(1, Math.round(schoolCount * 0.045)); count > 0; count--) addTeachingPoint('teaching-point');
  for (let count = Math.max(1, Math.round(schoolCount * 0.045)); count > 0; count--) {
    add('full-middle', 'middle', seat, (attempt) => `${countyName}第${chinese(attempt)}中学`);
  }
  for (let count = Math.max(1, Math.round(schoolCount * 0.06)); count > 0; count--) {
    const town = random.pick(rural);
    add('nine-year', 'middle', town, named(town.name, '九年一贯制学校'));
  }
  const juniors = Math.max(4, Math.round(schoolCount * 0.2));
  for (let index = 0; index < juniors && left() > 0; index++) {
    const town = index < 3 ? seat : (rural[(index - 3) % rural.length] ?? seat);
    const name =
      index < 3 ? (attempt: number) => `${countyName}第${chinese(attempt)}初级中学` : named(town.name, '初级中学');
    add('junior', index < 3 ? 'large' : 'middle', town, name, index === 2 ? { ownership: 'private' } : {});
  }
  for (let index = 0; left() > 0; index++) {
    const town = towns[index % towns.length] ?? seat;
    if (town.kind === 'urban') add('primary', 'large', town, (attempt) => `${countyName}第${chinese(attempt)}小学`);
    else if (index < towns.length) add('primary', 'middle', town, named(town.name, '中心小学'));
    else add('primary', 'village', town, inVillage(town, '村小学'));
  }
  return outlines;
}

function outline(
  random: Random,
  facts: Pick<Outline, 'code' | 'name' | 'type' | 'size' | 'town' | 'locale'> & Partial<Outline>,
): Outline {
  return {
    ownership: 'public',
    boarding:
      facts.type === 'twelve-year' || facts.type === 'full-middle' || (facts.type === 'junior' && random.chance(0.4)),
    foundedYear: random.whole(1952, 2019),
    parentCode: null,
    countedAsSchool: true,
    onlyStage: null,
    ...facts,
  };
}

function localeOf(town: Town, size: Outline['size']): RegisteredSchool['locale'] {
  return size !== 'large' && size !== 'middle' ? (town.kind === 'urban' ? 'town' : 'rural') : town.kind;
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 1 to 99 as a school's number is written. */
function chinese(number: number): string {
  if (number <= 10) return numerals[number] ?? '';
  const tens = Math.floor(number / 10);
  return `${tens === 1 ? '' : numerals[tens]}十${number % 10 === 0 ? '' : numerals[number % 10]}`;
}

function first<Each>(list: readonly Each[]): Each {
  const [head] = list;
  if (head === undefined) throw new ImpossibleCountyError('an empty list');
  return head;
}
