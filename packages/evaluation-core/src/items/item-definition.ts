import type { Condition } from './condition.ts';
import type { StageId } from './cells.ts';

/** Where a rule or an item comes from. Confidence as in the domain specification: A text seen, B secondary, C weak, U unconfirmed. */
export interface Source {
  /** Instrument or form, for example `教督〔2017〕6号`. */
  readonly document: string;
  readonly clause: string | null;
  readonly confidence: 'A' | 'B' | 'C' | 'U';
  readonly note: string | null;
}

export type ItemValue =
  /** A non-negative decimal with at most `scale` digits after the point; scale 0 = heads, rooms, classes. */
  | { readonly kind: 'number'; readonly scale: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** `yes` or `no` */
  | { readonly kind: 'flag' }
  /** A day of the calendar, `YYYY-MM-DD` */
  | { readonly kind: 'date' }
  | { readonly kind: 'text'; readonly maximumLength: number };

/** Soft bounds: outside them a value is possible but must be explained. Decimals in the item's own unit. */
export interface PlausibleRange {
  readonly minimum: string | null;
  readonly maximum: string | null;
  /** Per pupil of the school (whole-school items) or of the stage (items by stage). */
  readonly maximumPerPupil: string | null;
}

/** One reported item (数据项). */
export interface ItemDefinition {
  readonly id: string;
  readonly section: string;
  readonly value: ItemValue;
  /** Unit id (`person`, `square-metre`, `ten-thousand-yuan` ...), null for choices, flags, text. */
  readonly unit: string | null;
  /** The stages the item is asked for, or null for the whole school. */
  readonly stages: readonly StageId[] | null;
  /** Stages for which a whole-school item may also be given by stage (split `reported-by-stage`). */
  readonly alsoByStage: readonly StageId[];
  /** The item is asked only where this holds. */
  readonly condition: Condition | null;
  readonly required: boolean;
  /** `import`: not asked in the form; shown only where an import filled it (aggregates such as 高于规定学历教师数). */
  readonly entry: 'form' | 'import';
  readonly plausible: PlausibleRange | null;
  /** How the numbers of merged campuses (不计校数) become the school's: absent = added up; the largest class is the `largest` of them. */
  readonly ofCampuses?: 'largest';
  readonly source: Source;
}

/** One item of the county report (县级填报). `stages` of null = the county as a whole. */
export interface CountyItemDefinition extends ItemDefinition {
  /** How many earlier years are asked too: 2 = three years. */
  readonly earlierYears: number;
}
