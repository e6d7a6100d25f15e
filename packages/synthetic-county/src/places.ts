import { randomFrom } from './random.ts';

/** Regions of a made-up province: codes start with 99, which GB/T 2260 gives to nobody; every name says it is fictional. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

export interface Place {
  readonly province: Region;
  readonly city: Region;
  readonly county: Region;
}

export interface Town extends Region {
  readonly kind: 'urban' | 'town' | 'rural';
}

const fictional = '（虚构）';
const firsts = ['清', '云', '晴', '澄', '栖', '翠', '霁', '岚', '沐', '暖', '松', '槿', '芷', '霞', '星', '鹭'];
const seconds = ['禾', '墅', '汀', '屿', '蔓', '黛', '笙', '笛', '棠'];
const villages = [
  '杨柳',
  '石门',
  '双井',
  '梨园',
  '竹林',
  '桃坪',
  '荷塘',
  '枫树',
  '柏树',
  '麦田',
  '稻香',
  '鹊桥',
  '鹿鸣',
  '雁栖',
  '蝉声',
  '萤火',
  '芦花',
  '菱角',
  '莲池',
  '橘井',
];

export const exampleProvince: Region = { code: '990000', name: `示范省${fictional}` };

/** The county of the demonstration and of the example workbooks. */
export const examplePlace: Place = {
  province: exampleProvince,
  city: { code: '994000', name: `云岭市${fictional}` },
  county: { code: '994010', name: `清泉县${fictional}` },
};

/** The n-th county of the made-up province, ten to a city. */
export function placeOf(index: number): Place {
  const city = Math.floor(index / 10);
  const cityCode = String(11 + city);
  return {
    province: exampleProvince,
    city: { code: `99${cityCode}00`, name: `${nameOf(city)}市${fictional}` },
    county: {
      code: `99${cityCode}${String((index % 10) + 1).padStart(2, '0')}`,
      name: `${nameOf(20 + index)}县${fictional}`,
    },
  };
}

/** Without the mark, as it stands inside names of schools. */
export function bareName(region: Region): string {
  return region.name.replace(fictional, '');
}

export function villageNames(): readonly string[] {
  return villages;
}

/** Towns and townships of a county: the seat first. */
export function townsOf(county: Region, seed: number): readonly Town[] {
  if (county.code === examplePlace.county.code) {
    return exampleTowns.map(([name, kind], index) => ({ code: townCode(county, index), name, kind }));
  }
  const random = randomFrom(seed);
  const names = random.shuffled(firsts).slice(0, 7);
  return [
    { code: townCode(county, 0), name: '城关镇', kind: 'urban' },
    ...names.map((first, index): Town => {
      const township = index >= 4;
      return {
        code: townCode(county, index + 1),
        name: `${first}${random.pick(seconds)}${township ? '乡' : '镇'}`,
        kind: township ? 'rural' : 'town',
      };
    }),
  ];
}

const exampleTowns: readonly (readonly [string, Town['kind']])[] = [
  ['城关镇', 'urban'],
  ['白鹤镇', 'town'],
  ['高桥镇', 'town'],
  ['沙溪乡', 'rural'],
  ['栖云镇', 'town'],
  ['晴禾乡', 'rural'],
  ['岚汀乡', 'rural'],
];

function townCode(county: Region, index: number): string {
  return `${county.code}${String((index + 1) * 100).padStart(3, '0')}`;
}

function nameOf(index: number): string {
  const first = firsts[index % firsts.length] ?? '清';
  const second = seconds[Math.floor(index / firsts.length) % seconds.length] ?? '禾';
  return `${first}${second}`;
}
