import type { CellKey, StageId } from '../items/cells.ts';
import type { ItemDefinition } from '../items/item-definition.ts';
import { maximumIntegerDigits, parseCell } from '../items/parse-cell.ts';
import type { SchoolUnit } from '../schools/school-units.ts';

/** A cell whose values are tried, one after the other. */
export interface CellUnderTest {
  /** Null: a cell of the county report. */
  readonly schoolId: string | null;
  readonly key: CellKey;
  readonly item: ItemDefinition;
  readonly stage: StageId | null;
  /** Place of the school; null for the county report. */
  readonly unit: number | null;
  /** What stands in it, canonical; null = nothing. */
  readonly text: string | null;
}

/** A cell that holds a number: its values are integers at its scale, from 0 to the largest that can be typed. */
export interface NumberCell extends CellUnderTest {
  readonly scale: number;
  readonly largest: bigint;
  /** Null = nothing is reported. */
  readonly value: bigint | null;
}

export function numberCell(cell: CellUnderTest): NumberCell | null {
  const { value } = cell.item;
  if (value.kind !== 'number') return null;
  const { scale } = value;
  return {
    ...cell,
    scale,
    largest: 10n ** BigInt(maximumIntegerDigits + scale) - 1n,
    value: cell.text === null ? null : integerOf(cell.text, scale),
  };
}

/** A canonical decimal as an integer at the scale. */
function integerOf(canonical: string, scale: number): bigint {
  const [integer = '', fraction = ''] = canonical.split('.');
  return BigInt(integer + fraction.padEnd(scale, '0'));
}

/** The canonical decimal of an integer at the scale. */
export function decimalOf(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const integer = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${integer}${fraction === '' ? '' : `.${fraction}`}`;
}

/** What a text says, canonical; undefined = nothing readable. */
export function readableText(item: ItemDefinition, text: string | undefined): string | undefined {
  const parsed = text === undefined ? undefined : parseCell(item, text);
  return parsed?.ok === true ? parsed.value : undefined;
}

/** The school of the cell as it would be with this text in it. */
export function unitWith(own: SchoolUnit, cell: CellUnderTest, text: string): SchoolUnit {
  const members = own.members.map((member) =>
    member.schoolId === cell.schoolId ? { ...member, cells: { ...member.cells, [cell.key]: text } } : member,
  );
  return { ...own, members, record: members[0] ?? own.record };
}

/** The same, made once for many values: the school is changed in place by `put`, so that nothing may keep it. */
export function unitToVary(
  own: SchoolUnit,
  cell: CellUnderTest,
): { readonly unit: SchoolUnit; readonly put: (text: string) => void } {
  const varied: Record<CellKey, string>[] = [];
  const members = own.members.map((member) => {
    if (member.schoolId !== cell.schoolId) return member;
    const cells: Record<CellKey, string> = { ...member.cells };
    varied.push(cells);
    return { ...member, cells };
  });
  return {
    unit: { ...own, members, record: members[0] ?? own.record },
    put: (text) => {
      for (const cells of varied) cells[cell.key] = text;
    },
  };
}
