/** A stage of schooling (学段), for example `primary`, `junior`, `senior`. Which stages exist is data of the edition. */
export type StageId = string;

/**
 * `itemId` for a cell of the whole school or county, `itemId.stageId` for one of a stage. An earlier year's cell ends in `@` and the
 * number of years back: `education-appropriation.primary@1`.
 */
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
  /** The county report (县级填报), survey and recorded facts: cells of the edition's county items. Absent = nothing was reported. */
  readonly county?: { readonly cells: Cells };
}

/** A fact of a message: numbers are decimal strings so that no digit is lost. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export function cellKey(itemId: string, stage: StageId | null, yearsBack = 0): CellKey {
  const key = stage === null ? itemId : keyOfStage(itemId, stage);
  return yearsBack === 0 ? key : `${key}@${yearsBack}`;
}

/** Editions have some hundred; whoever invents others must not fill the memory. */
const mostKeys = 20_000;
const keysByStage = new Map<StageId, Map<string, CellKey>>();
let keys = 0;

/** The same text object each time: one that is made anew is looked up slowly. */
function keyOfStage(itemId: string, stage: StageId): CellKey {
  const known = keysByStage.get(stage)?.get(itemId);
  if (known !== undefined) return known;
  if (keys >= mostKeys) {
    keysByStage.clear();
    keys = 0;
  }
  const key = `${itemId}.${stage}`;
  const ofStage = keysByStage.get(stage) ?? new Map<string, CellKey>();
  keysByStage.set(stage, ofStage.set(itemId, key));
  keys += 1;
  return key;
}

/** Splits a key at its only dot and its only `@`. Item ids and stage ids contain neither. A malformed year is part of no known key. */
export function splitCellKey(key: CellKey): {
  readonly itemId: string;
  readonly stage: StageId | null;
  readonly yearsBack: number;
} {
  const at = key.indexOf('@');
  const years = at < 0 ? '0' : key.slice(at + 1);
  const yearsBack = at < 0 || /^[1-9]\d?$/.test(years) ? Number(years) : Number.NaN;
  const name = at < 0 ? key : key.slice(0, at);
  const dot = name.indexOf('.');
  return dot < 0
    ? { itemId: name, stage: null, yearsBack }
    : { itemId: name.slice(0, dot), stage: name.slice(dot + 1), yearsBack };
}

/** The reported text of a cell, or undefined when nothing was reported. Own properties only: a cell named `constructor` is missing too. */
export function reportedText(cells: Cells, key: CellKey): string | undefined {
  const text = Object.hasOwn(cells, key) ? cells[key] : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
