/** A stage of schooling (学段), for example `primary`, `junior`, `senior`. Which stages exist is data of the edition. */
export type StageId = string;

/** `itemId` for a whole-school cell, `itemId.stageId` for a cell of one stage. */
export type CellKey = string;

/** Reported values by cell. Values are canonical decimals, option ids, `yes`/`no` or text. Absent = missing, never zero. */
export type Cells = Readonly<Record<CellKey, string>>;

/** One school as registered, with what it reported. */
export interface SchoolRecord {
  readonly schoolId: string;
  /** 学校标识码 */
  readonly code: string;
  readonly name: string;
  /** The school this campus (校区) belongs to. */
  readonly parentSchoolId: string | null;
  /** 是否计校数: false = the campus is merged into its parent before anything is computed. */
  readonly countedAsSchool: boolean;
  readonly cells: Cells;
}

/** The reports of one county, frozen. */
export interface DataSet {
  readonly countyCode: string;
  readonly countyName: string;
  readonly schools: readonly SchoolRecord[];
}

/** A fact of a message: numbers are decimal strings so that no digit is lost. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export function cellKey(itemId: string, stage: StageId | null): CellKey {
  return stage === null ? itemId : `${itemId}.${stage}`;
}

/** Splits a key at its only dot. Item ids and stage ids contain none. */
export function splitCellKey(key: CellKey): { readonly itemId: string; readonly stage: StageId | null } {
  const dot = key.indexOf('.');
  return dot < 0 ? { itemId: key, stage: null } : { itemId: key.slice(0, dot), stage: key.slice(dot + 1) };
}

/** The reported text of a cell, or undefined when nothing was reported. Own properties only: a cell named `constructor` is missing too. */
export function reportedText(cells: Cells, key: CellKey): string | undefined {
  const text = Object.hasOwn(cells, key) ? cells[key] : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
