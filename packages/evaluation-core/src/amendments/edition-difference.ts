import type { Facts } from '../items/cells.ts';
import { canonicalJson } from '../fingerprints/canonical-json.ts';
import type { Edition } from '../standards/edition.ts';
import { settingValues, withoutSettings } from './settings-of-edition.ts';
import { jsonDifferences } from './json-difference.ts';
import type { JsonDifference, Step } from './json-difference.ts';

/** What can be said in words about a difference; `other` names the place in the data. */
export const editionDifferenceKinds = [
  'threshold',
  'cv-limit',
  'floor-share',
  'minimum-met',
  'special-rule-on',
  'special-rule-off',
  'special-rule-from',
  'special-rule-until',
  'requirement-limit',
  'requirement-limit-of-stage',
  'part-limit',
  'part-limit-of-stage',
  'point-limit',
  'setting',
  'private-in',
  'private-out',
  'splitting-weighted',
  'splitting-reported',
  'text',
  'points',
  'pass-mark',
  'total-points',
  'responsible',
  'point-responsible',
  'evidence',
  'point-evidence',
  'source',
  'requirement-added',
  'requirement-removed',
  'item-added',
  'item-removed',
  'county-item-added',
  'county-item-removed',
  'special-rule-added',
  'special-rule-removed',
  'sections',
  'added',
  'removed',
  'reordered',
  'other',
] as const;
export type EditionDifferenceKind = (typeof editionDifferenceKinds)[number];

/** One difference between two editions. Text: `edition-difference.<kind>` with the facts. */
export interface EditionDifference {
  readonly kind: EditionDifferenceKind;
  /** Where in the edition: `indicators/R1/thresholds/primary`. */
  readonly path: string;
  readonly facts: Facts;
}

/**
 * What `after` says otherwise than `before`, in the order of the edition's members. Nothing is left out: what only names the edition
 * aside (`id`, `instrument`, `base`), it is empty exactly where the two are the same rules.
 */
export function editionDifferences(before: Edition, after: Edition): readonly EditionDifference[] {
  return [
    ...settingDifferences(before, after),
    ...jsonDifferences(withoutSettings(rulesOf(before)), withoutSettings(rulesOf(after))).map(inWords),
  ];
}

function rulesOf(edition: Edition): unknown {
  return { ...edition, id: null, instrument: null, base: null, texts: edition.texts ?? {} };
}

/** A setting is one number, however many rules read it. */
function settingDifferences(before: Edition, after: Edition): readonly EditionDifference[] {
  const [old, now] = [settingValues(before), settingValues(after)];
  return [...old].flatMap(([setting, values]) => {
    const own = now.get(setting);
    if (own === undefined || canonicalJson(own) === canonicalJson(values)) return [];
    const facts = { setting, before: shown(single(values)), after: shown(single(own)) };
    return [{ kind: 'setting' as const, path: `settings/${setting}`, facts }];
  });
}

const single = (values: readonly (string | null)[]): unknown => (values.length === 1 ? values[0] : values);

function inWords(difference: JsonDifference): EditionDifference {
  const { path } = difference;
  const names = path.map((step) => step.name);
  const base = { path: names.join('/') };
  const values = { before: shown(difference.before), after: shown(difference.after) };
  if (difference.reordered) return { ...base, kind: 'reordered', facts: { list: names[0] ?? '' } };
  const last = path.at(-1);
  if (last?.element === true && (difference.before === undefined || difference.after === undefined)) {
    const change = difference.before === undefined ? 'added' : 'removed';
    const listed = path.length === 2 ? LISTED[listOf(path)] : undefined;
    return listed === undefined
      ? { ...base, kind: change, facts: { list: listOf(path), id: last.name, within: withinOf(path) } }
      : { ...base, kind: `${listed.kind}-${change}`, facts: { [listed.fact]: last.name } };
  }
  const known = named(names, difference);
  return known === null
    ? { ...base, kind: 'other', facts: { path: base.path, ...values } }
    : { ...base, kind: known.kind, facts: { ...known.facts, ...values } };
}

/** The lists of an edition whose elements have a name in words. */
const LISTED: Readonly<
  Record<string, { readonly kind: 'requirement' | 'item' | 'county-item' | 'special-rule'; readonly fact: string }>
> = {
  requirements: { kind: 'requirement', fact: 'requirement' },
  items: { kind: 'item', fact: 'item' },
  countyItems: { kind: 'county-item', fact: 'item' },
  specialRules: { kind: 'special-rule', fact: 'rule' },
};

/** The list an element stands in: `indicators`, or `points` of a requirement. */
function listOf(path: readonly Step[]): string {
  return path.at(-2)?.name ?? '';
}

/** The element around the one that was added: the requirement of a point; null at the top. */
function withinOf(path: readonly Step[]): string | null {
  return path.slice(0, -1).findLast((step) => step.element)?.name ?? null;
}

type Named = { readonly kind: EditionDifferenceKind; readonly facts: Facts } | null;

function named(names: readonly string[], difference: JsonDifference): Named {
  const [list = '', id = ''] = names;
  const last = names.at(-1) ?? '';
  // A source belongs to whatever it is the source of, so it is looked for first.
  const source = names.indexOf('source');
  if (source >= 0) return { kind: 'source', facts: { of: names.slice(0, source).join('/'), member: last } };
  switch (list) {
    case 'indicators':
      return names[2] === 'thresholds' ? { kind: 'threshold', facts: { indicator: id, stage: last } } : null;
    case 'balanceRule':
      return id === 'limits' ? { kind: 'cv-limit', facts: { stage: last } } : null;
    case 'schoolRule':
      if (id === 'floorShare') return { kind: 'floor-share', facts: {} };
      return id === 'minimumMet' ? { kind: 'minimum-met', facts: {} } : null;
    case 'scope':
      return id === 'includePrivate'
        ? { kind: difference.after === true ? 'private-in' : 'private-out', facts: {} }
        : null;
    case 'splitting':
      return id === 'method' ? splittingNamed(difference) : null;
    case 'specialRules':
      return specialRuleNamed(id, last, difference);
    case 'requirements':
      return requirementNamed(id, names, last);
    case 'texts':
      return { kind: 'text', facts: { key: id } };
    case 'sections':
    case 'countySections':
      return { kind: 'sections', facts: {} };
    default:
      return null;
  }
}

function splittingNamed({ after }: JsonDifference): Named {
  return { kind: after === 'reported-by-stage' ? 'splitting-reported' : 'splitting-weighted', facts: {} };
}

function specialRuleNamed(rule: string, member: string, difference: JsonDifference): Named {
  if (member === 'enabled')
    return { kind: difference.after === true ? 'special-rule-on' : 'special-rule-off', facts: { rule } };
  if (member === 'validFrom') return { kind: 'special-rule-from', facts: { rule } };
  return member === 'validUntil' ? { kind: 'special-rule-until', facts: { rule } } : null;
}

function requirementNamed(requirement: string, names: readonly string[], last: string): Named {
  const below = (list: string): readonly string[] =>
    names.flatMap((name, index) => (name === list ? [names[index + 1] ?? ''] : []));
  const [point] = below('points');
  const ofPoint = { point: `${requirement}.${point ?? ''}` };
  if (last === 'maximum') return { kind: 'points', facts: ofPoint };
  if (last === 'pass') return { kind: 'pass-mark', facts: { requirement } };
  if (last === 'total') return { kind: 'total-points', facts: { requirement } };
  if (last === 'responsible' || last === 'evidence')
    return point === undefined ? { kind: last, facts: { requirement } } : { kind: `point-${last}`, facts: ofPoint };
  const side = names.findIndex((name) => name === 'right' || name === 'limit' || name === 'standard');
  const isOfStage = names.at(-2) === 'values';
  if (side < 0 || !(last === 'value' || isOfStage)) return null;
  if (point !== undefined) return isOfStage ? null : { kind: 'point-limit', facts: ofPoint };
  const parts = below('parts');
  const of: Facts = parts.length === 0 ? { requirement } : { part: [requirement, ...parts].join('.') };
  const kind = parts.length === 0 ? 'requirement-limit' : 'part-limit';
  return isOfStage ? { kind: `${kind}-of-stage`, facts: { ...of, stage: last } } : { kind, facts: of };
}

function shown(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? value.join('、')
    : canonicalJson(value);
}
