import type { Amount } from '../items/amount.ts';
import type { StageId } from '../items/cells.ts';
import type { CountyItemDefinition, ItemDefinition, Source } from '../items/item-definition.ts';
import type { EditionTexts, SplitMethod } from '../standards/edition.ts';
import type { Requirement } from '../standards/requirement.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';

/** What a bureau changes in the edition it starts from. Each change of a number says where it comes from. */
export type Amendment =
  | {
      readonly kind: 'threshold';
      readonly indicator: string;
      readonly stage: StageId;
      readonly value: string;
      readonly source: Source;
    }
  | { readonly kind: 'cv-limit'; readonly stage: StageId; readonly value: string; readonly source: Source }
  /** Of an at-least-m-of-n school rule. */
  | {
      readonly kind: 'school-rule';
      readonly minimumMet: number;
      readonly floorShare: string | null;
      readonly source: Source;
    }
  | {
      readonly kind: 'special-rule';
      readonly rule: string;
      readonly enabled: boolean;
      readonly validFrom: string | null;
      readonly validUntil: string | null;
    }
  /** The number a requirement (or one part of it) is compared with. */
  | {
      readonly kind: 'requirement-limit';
      readonly requirement: string;
      readonly part: string | null;
      readonly limit: Amount;
      readonly source: Source;
    }
  | {
      readonly kind: 'points';
      readonly requirement: string;
      readonly point: string;
      readonly maximum: string;
      readonly source: Source;
    }
  | {
      readonly kind: 'pass-mark';
      readonly requirement: string;
      readonly total: string;
      readonly pass: string;
      readonly source: Source;
    }
  | {
      readonly kind: 'responsible';
      readonly requirement: string;
      readonly point: string | null;
      readonly responsible: string | null;
    }
  | {
      readonly kind: 'evidence';
      readonly requirement: string;
      readonly point: string | null;
      readonly evidence: readonly string[];
    }
  /**
   * `items`, `countyItems`: what schools and the county are asked for it beside what the edition asks already; a section that is new stands
   * last in the form. `texts`: its names and those of its parts, points, items and evidence that the program does not have, by message key.
   */
  | {
      readonly kind: 'added-requirement';
      readonly requirement: Requirement;
      readonly items?: readonly ItemDefinition[];
      readonly countyItems?: readonly CountyItemDefinition[];
      readonly texts: EditionTexts;
    }
  /** Nothing is asked any more that only it read. Not of the rules over all schools: what they say is changed, not left out. */
  | { readonly kind: 'removed-requirement'; readonly requirement: string }
  /** A number that the instrument leaves open (`Amount` of kind `setting`), wherever it is read. */
  | { readonly kind: 'setting'; readonly setting: string; readonly value: string; readonly source: Source }
  | { readonly kind: 'include-private'; readonly includePrivate: boolean }
  | { readonly kind: 'splitting'; readonly method: SplitMethod }
  | { readonly kind: 'rounding'; readonly indicators: RoundingPolicy; readonly cvs: RoundingPolicy };

export type AmendmentKind = Amendment['kind'];

/** Why a change is refused. Text: `amendment-fault.<fault>` with { what }. */
export const amendmentFaultKinds = [
  'unknown-indicator',
  'unknown-stage',
  'unknown-special-rule',
  'unknown-requirement',
  'unknown-part',
  'unknown-point',
  'unknown-setting',
  'duplicate-requirement',
  'not-removable',
  'not-such-a-rule',
] as const;

/** A change that names what the edition does not have. `index` counts from 0 in the list of changes. */
export interface AmendmentFault {
  readonly index: number;
  readonly fault: (typeof amendmentFaultKinds)[number];
  readonly what: string;
}
