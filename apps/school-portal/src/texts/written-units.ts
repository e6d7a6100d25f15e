/** What people write for a unit, besides its sign: lower case, without spaces. */
export const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  person: ['人', '名', '位', 'people', 'person', 'persons', 'pupil', 'pupils', 'teacher', 'teachers'],
  class: ['个', '班', '个班', 'class', 'classes'],
  room: ['间', '个', '室', 'room', 'rooms'],
  'square-metre': ['㎡', 'm²', 'm2', 'm^2', '平方米', '平米', '平方', 'sqm'],
  'ten-thousand-yuan': ['万元', '万', '万元人民币'],
  year: ['年'],
  set: ['台', '套', '部', 'set', 'sets', 'computer', 'computers'],
  volume: ['册', '本', 'volume', 'volumes', 'book', 'books'],
  point: ['分', 'point', 'points'],
  percent: ['%', '％', 'percent'],
};

/** Amounts of money by the power of ten between them and 万元. */
export const MONEY: Readonly<Record<string, number>> = {
  元: -4,
  块: -4,
  yuan: -4,
  rmb: -4,
  百元: -2,
  千元: -3,
  亿元: 4,
  亿: 4,
};
