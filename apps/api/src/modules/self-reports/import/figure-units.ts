import { normaliseText } from './header-text.ts';

/** What is measured; an item's unit id of the edition belongs to one of these. */
export type UnitCategory = 'money' | 'area' | 'count';

/** A unit of a table. `shift`: how many places the decimal point moves to the right to reach the item's unit. */
export interface FigureUnit {
  readonly id: string;
  readonly category: UnitCategory;
  readonly shift: number;
}

/** Money is kept in 万元, area in m2, counts in ones. */
const UNITS: Readonly<Record<string, FigureUnit>> = {
  元: { id: 'yuan', category: 'money', shift: -4 },
  人民币元: { id: 'yuan', category: 'money', shift: -4 },
  千元: { id: 'thousand-yuan', category: 'money', shift: -1 },
  万元: { id: 'ten-thousand-yuan', category: 'money', shift: 0 },
  人民币万元: { id: 'ten-thousand-yuan', category: 'money', shift: 0 },
  万: { id: 'ten-thousand-yuan', category: 'money', shift: 0 },
  亿元: { id: 'hundred-million-yuan', category: 'money', shift: 4 },
  m2: { id: 'square-metre', category: 'area', shift: 0 },
  平方米: { id: 'square-metre', category: 'area', shift: 0 },
  平米: { id: 'square-metre', category: 'area', shift: 0 },
  平方: { id: 'square-metre', category: 'area', shift: 0 },
  万平方米: { id: 'ten-thousand-square-metres', category: 'area', shift: 4 },
  万m2: { id: 'ten-thousand-square-metres', category: 'area', shift: 4 },
  人: { id: 'person', category: 'count', shift: 0 },
  名: { id: 'person', category: 'count', shift: 0 },
  位: { id: 'person', category: 'count', shift: 0 },
  间: { id: 'room', category: 'count', shift: 0 },
  个: { id: 'piece', category: 'count', shift: 0 },
  班: { id: 'class', category: 'count', shift: 0 },
  个班: { id: 'class', category: 'count', shift: 0 },
  套: { id: 'piece', category: 'count', shift: 0 },
  年: { id: 'year', category: 'count', shift: 0 },
};

export const YUAN: FigureUnit = { id: 'yuan', category: 'money', shift: -4 };
export const TEN_THOUSAND_YUAN: FigureUnit = { id: 'ten-thousand-yuan', category: 'money', shift: 0 };

/** Units that exist and are refused: converting them would need a rounding (1 亩 = 666.67 m2) or is a ratio. */
const REFUSED_UNITS = /^(?:亩|公亩|公顷|平方公里|万人|千人|%|‰|百分比|比例|.*\/.*|.*每.*)$/;

export type UnitReading =
  | { readonly kind: 'unit'; readonly unit: FigureUnit }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'none' };

export function readUnit(text: string): UnitReading {
  const plain = normaliseText(text).replace(/^单位[:：]?/, '');
  const unit = Object.hasOwn(UNITS, plain) ? UNITS[plain] : undefined;
  if (unit !== undefined) return { kind: 'unit', unit };
  return plain !== '' && REFUSED_UNITS.test(plain) ? { kind: 'refused', text: plain } : { kind: 'none' };
}

/** Nothing but a unit: 亩, %, 平方米/生. A header such as 每班25人以下 only looks like one. */
export function isUnitAlone(text: string): boolean {
  const reading = readUnit(text);
  if (reading.kind !== 'refused') return reading.kind === 'unit';
  return /^(?:亩|公亩|公顷|平方公里|万人|千人|%|‰|(?:m2|平方米|平米|元|万元|人|间|个|台|册)\/.{1,4})$/.test(
    reading.text,
  );
}

/** What a title says of the units of the columns that state none themselves. */
export interface TitleUnits {
  readonly money: FigureUnit | null;
  readonly area: FigureUnit | null;
  /** Units that cannot be converted, as written: what would be read as square metres or persons is not. */
  readonly refusedArea: string | null;
  readonly refusedCount: string | null;
}

export const NO_TITLE_UNITS: TitleUnits = { money: null, area: null, refusedArea: null, refusedCount: null };

/** "单位：万元", "计量单位：人、平方米、元". Several units of one kind say nothing; null when no unit is stated. */
export function unitsOfTitle(text: string): TitleUnits | null {
  const match = /.*单位[:：](.+)$/.exec(normaliseText(text));
  if (match === null) return null;
  const readings = match[1]!.split(/[、,，;；/()和]/).map((part) => readUnit(part));
  const refused = readings.flatMap((reading) => (reading.kind === 'refused' ? [reading.text] : []));
  const only = (category: UnitCategory): FigureUnit | null => {
    const units = readings.flatMap((reading) =>
      reading.kind === 'unit' && reading.unit.category === category ? [reading.unit] : [],
    );
    return new Set(units.map((unit) => unit.id)).size === 1 ? units[0]! : null;
  };
  const area = only('area');
  return {
    money: only('money'),
    area,
    refusedArea: area === null ? (refused.find((unit) => /^(?:亩|公亩|公顷|平方公里)$/.test(unit)) ?? null) : null,
    refusedCount: refused.find((unit) => /^[万千]人$/.test(unit)) ?? null,
  };
}

/** The category of an item's own unit. */
export function categoryOf(itemUnit: string | null): UnitCategory {
  if (itemUnit === 'ten-thousand-yuan') return 'money';
  return itemUnit === 'square-metre' ? 'area' : 'count';
}

/** Moves the decimal point, so that 2889600.5 元 is exactly 288.96005 万元. `decimal` is plain: no exponent. */
export function shiftDecimal(decimal: string, places: number): string {
  if (places === 0) return decimal;
  const negative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const point = whole.length + places;
  const digits = (point < 0 ? '0'.repeat(-point) : '') + whole + fraction;
  const cut = Math.max(point, 0);
  const integer =
    digits
      .slice(0, cut)
      .padEnd(cut, '0')
      .replace(/^0+(?=\d)/, '') || '0';
  const decimals = digits.slice(cut).replace(/0+$/, '');
  const unsigned = decimals === '' ? integer : `${integer}.${decimals}`;
  return negative && /[1-9]/.test(unsigned) ? `-${unsigned}` : unsigned;
}
