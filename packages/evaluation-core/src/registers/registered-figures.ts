import { cellKey } from '../items/cells.ts';
import type { CellKey } from '../items/cells.ts';
import type { Edition } from '../standards/edition.ts';

/** How a teacher works at another school for a time: 轮岗, 支教, 跟岗, 走教. */
export const rotationForms = ['rotation', 'support-teaching', 'shadowing', 'itinerant'] as const;
export type RotationForm = (typeof rotationForms)[number];

/** What the rules read in a row of a register (登记册). `on`: the day it began or happened, `YYYY-MM-DD`. */
export type RegisteredFact =
  | {
      readonly kind: 'staff-rotation';
      readonly on: string;
      readonly form: RotationForm;
      readonly post: 'teacher' | 'principal';
      readonly people: number;
      /** 骨干教师 among them. */
      readonly backbone: number;
    }
  | {
      readonly kind: 'safety';
      readonly on: string;
      readonly case: 'incident' | 'hazard';
      readonly severity: 'minor' | 'serious' | 'major';
    };

/** A figure of the county report that rows of a register come to. */
export interface RegisteredFigure {
  /** A cell as text: a decimal, or `yes`. */
  readonly value: string;
  /** How many rows it is made of. */
  readonly rows: number;
}

/** Items of a county report that registers know, and how they come about. */
const known: Readonly<Record<string, (facts: readonly RegisteredFact[]) => RegisteredFigure | null>> = {
  // 政府保障程度 11: 交流轮岗教师, and the 骨干教师 among them. Principals, and forms that leave the post where it is, are not counted.
  'rotated-teachers': (facts) => totalOf(facts.filter(isRotatedTeacher), ({ people }) => people),
  'rotated-backbone-teachers': (facts) => totalOf(facts.filter(isRotatedTeacher), ({ backbone }) => backbone),
  // 一票否决 5: a register can show that there was one, never that there was none.
  'major-accident-or-breach': (facts) => {
    const rows = facts.filter(
      (fact) => fact.kind === 'safety' && fact.case === 'incident' && fact.severity === 'major',
    );
    return rows.length === 0 ? null : { value: 'yes', rows: rows.length };
  },
};

/**
 * What the registers of a county come to in a calendar year, for the items that the edition's county report asks. An empty register says
 * nothing: not zero.
 */
export function registeredFigures(
  edition: Edition,
  facts: readonly RegisteredFact[],
  year: number,
): Readonly<Record<CellKey, RegisteredFigure>> {
  const ofYear = facts.filter(({ on }) => on.startsWith(`${year}-`));
  return Object.fromEntries(
    edition.countyItems.flatMap(({ id, stages }): [CellKey, RegisteredFigure][] => {
      const figure = Object.hasOwn(known, id) ? known[id]?.(ofYear) : undefined;
      return figure === undefined || figure === null || stages !== null ? [] : [[cellKey(id, null), figure]];
    }),
  );
}

type Rotation = Extract<RegisteredFact, { readonly kind: 'staff-rotation' }>;

function isRotatedTeacher(fact: RegisteredFact): fact is Rotation {
  return fact.kind === 'staff-rotation' && fact.form === 'rotation' && fact.post === 'teacher';
}

function totalOf(rows: readonly Rotation[], of: (row: Rotation) => number): RegisteredFigure | null {
  if (rows.length === 0) return null;
  return { value: String(rows.reduce((total, row) => total + of(row), 0)), rows: rows.length };
}
