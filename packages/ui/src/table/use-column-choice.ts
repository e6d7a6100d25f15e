import { useState } from 'react';

/** Which columns a person hides in a table. */
export interface ColumnChoice {
  readonly hidden: ReadonlySet<string>;
  readonly toggle: (columnId: string) => void;
  readonly reset: () => void;
}

const keyOf = (person: string, table: string) => `table:${person}:${table}`;

/**
 * The choice of columns of one person for one table, remembered on this device; whoever else signs in here has their own.
 * @param hiddenAtFirst until the person chooses
 */
export function useColumnChoice(person: string, table: string, hiddenAtFirst: readonly string[] = []): ColumnChoice {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(remembered(person, table) ?? hiddenAtFirst));
  const keep = (next: ReadonlySet<string> | null) => {
    setHidden(next ?? new Set(hiddenAtFirst));
    try {
      if (next === null) localStorage.removeItem(keyOf(person, table));
      else localStorage.setItem(keyOf(person, table), JSON.stringify([...next]));
    } catch {
      // Storage that is full or forbidden: the choice holds until the page is left.
    }
  };
  return {
    hidden,
    toggle: (columnId) => {
      const next = new Set(hidden);
      if (!next.delete(columnId)) next.add(columnId);
      keep(next);
    },
    reset: () => keep(null),
  };
}

function remembered(person: string, table: string): readonly string[] | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(person, table)) ?? 'null');
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : null;
  } catch {
    return null;
  }
}
