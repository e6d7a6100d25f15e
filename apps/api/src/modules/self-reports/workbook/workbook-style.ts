/** Characters wide, by column. */
export const WIDTHS = {
  item: 34,
  unit: 9,
  lastYear: 13,
  value: 15,
  requirement: 24,
  definition: 62,
  result: 34,
} as const;
