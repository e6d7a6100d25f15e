import type { RoundSelfReport } from '@junheng/api-contract';

/** How far the schools of a town, or of a type, are. */
export interface GroupProgress {
  /** The town or the type; empty where the school has no town. */
  readonly key: string;
  readonly schools: number;
  readonly notBegun: number;
  /** Begun and still with the school. */
  readonly filling: number;
  readonly returned: number;
  readonly submitted: number;
  readonly approved: number;
  readonly late: number;
  /** 0 to 1 of all cells asked for. */
  readonly filled: number;
}

export const groupings = ['town', 'type'] as const;
export type Grouping = (typeof groupings)[number];

/** The largest group first. */
export function groupProgress(rows: readonly RoundSelfReport[], by: Grouping): readonly GroupProgress[] {
  const groups = new Map<string, RoundSelfReport[]>();
  for (const row of rows) {
    const key = by === 'town' ? (row.townName ?? '') : row.type;
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, own]): GroupProgress => {
      const count = (...statuses: readonly RoundSelfReport['status'][]) =>
        own.filter(({ status }) => statuses.includes(status)).length;
      const required = own.reduce((sum, row) => sum + row.required, 0);
      return {
        key,
        schools: own.length,
        notBegun: count('not-started'),
        filling: count('filling', 'handed-over'),
        returned: count('returned'),
        submitted: count('submitted'),
        approved: count('approved'),
        late: own.filter(({ late }) => late).length,
        filled: required === 0 ? 1 : own.reduce((sum, row) => sum + row.filled, 0) / required,
      };
    })
    .toSorted((left, right) => right.schools - left.schools || left.key.localeCompare(right.key, 'zh-CN'));
}

/** Whom a message may go to. */
export const audiences = ['not-begun', 'not-handed-in', 'late', 'all'] as const;
export type Audience = (typeof audiences)[number];

export function schoolsOf(rows: readonly RoundSelfReport[], audience: Audience): readonly RoundSelfReport[] {
  const lies = ({ status }: RoundSelfReport) => status === 'submitted' || status === 'approved';
  switch (audience) {
    case 'not-begun':
      return rows.filter(({ status }) => status === 'not-started');
    case 'not-handed-in':
      return rows.filter((row) => !lies(row));
    case 'late':
      return rows.filter(({ late }) => late);
    case 'all':
      return rows;
    default: {
      const exhaustive: never = audience;
      return exhaustive;
    }
  }
}
