import type { ChangeDraftRequest } from '@junheng/api-contract';
import { cellKey, type Edition } from '@junheng/evaluation-core';

export type Addition = Extract<ChangeDraftRequest['amendments'][number], { readonly kind: 'added-requirement' }>;
type Own = Addition['requirement'];
type OwnItem = Addition['items'][number];
type Amount = Extract<Own['rule'], { readonly kind: 'comparison' }>['left'];
type SimpleAmount = Exclude<Amount, { readonly kind: 'sum' }>;

export const ownKinds = ['judged', 'number', 'share', 'scored'] as const;
export type OwnKind = (typeof ownKinds)[number];
export const comparators = ['at-least', 'more-than', 'at-most', 'less-than', 'equal'] as const;

/** What is typed of a requirement that the bureau adds. Of every kind at once: changing the kind loses nothing. */
export interface OwnForm {
  readonly name: string;
  readonly nameEn: string;
  readonly group: string;
  readonly kind: OwnKind;
  readonly per: Own['per'];
  readonly clause: string;
  readonly responsible: string;
  /** One a line. */
  readonly evidence: string;
  /** Of a judgement: the answer that holds, and the part of the form it is asked in. */
  readonly holds: 'yes' | 'no';
  readonly section: string;
  /** Keys of readings, added up. */
  readonly left: readonly string[];
  readonly whole: readonly string[];
  readonly comparator: (typeof comparators)[number];
  readonly limit: string;
  readonly points: readonly { readonly name: string; readonly maximum: string }[];
  readonly pass: string;
}

/** The part of the form for what the bureau asks beside the edition's own parts. */
export const OWN_SECTION = 'own-local';

export function emptyForm(edition: Edition): OwnForm {
  return {
    name: '',
    nameEn: '',
    group: edition.requirements[0]?.group ?? edition.dimensions[0]?.id ?? '',
    kind: 'judged',
    per: 'county',
    clause: '',
    responsible: '',
    evidence: '',
    holds: 'yes',
    section: OWN_SECTION,
    left: [''],
    whole: [''],
    comparator: 'at-least',
    limit: '',
    points: [{ name: '', maximum: '' }],
    pass: '',
  };
}

/** Points are given to the county; a judgement has no stage. */
export function levelsOf(kind: OwnKind): readonly Own['per'][] {
  if (kind === 'scored') return ['county'];
  return kind === 'judged' ? ['county', 'school'] : ['county', 'school', 'school-stage'];
}

/** A number that a requirement may look at. */
export interface Reading {
  readonly key: string;
  readonly section: string;
  readonly cell: string;
  /** `schools`: the total of all schools of the county. */
  readonly of: 'unit' | 'schools';
  readonly amount: SimpleAmount;
}

/** The numbers of the form that can be read at a level, in form order: only those that everybody is asked. */
export function readingsFor(edition: Edition, per: Own['per']): readonly Reading[] {
  const numbers = <T extends Edition['items'][number]>(items: readonly T[]): readonly T[] =>
    items.filter(({ value, entry, condition }) => value.kind === 'number' && entry === 'form' && condition === null);
  const reading = (item: Edition['items'][number], stage: string | null, of: Reading['of'], key: string): Reading => {
    const read = { kind: 'item' as const, item: item.id, stage, yearsBack: 0 as const };
    return {
      key: `${of}/${key}`,
      section: item.section,
      cell: key,
      of,
      amount:
        of === 'unit' ? read : { kind: 'total-of-schools', of: read, where: null, schools: 'registered' as const },
    };
  };
  const byStage = (items: readonly Edition['items'][number][], of: Reading['of']) =>
    numbers(items).flatMap((item) =>
      (item.stages ?? [null]).map((stage) => reading(item, stage, of, cellKey(item.id, stage))),
    );
  switch (per) {
    case 'county':
      return [...byStage(edition.countyItems, 'unit'), ...byStage(edition.items, 'schools')];
    case 'school':
      return numbers(edition.items).flatMap((item) =>
        item.stages === null ? [reading(item, null, 'unit', item.id)] : [],
      );
    case 'school-stage':
      // It is asked in every evaluated stage: what one of them does not report could never be decided there.
      return numbers(edition.items).flatMap(({ stages, ...item }) =>
        edition.stages.every(({ id, evaluated }) => !evaluated || stages?.includes(id) === true)
          ? [reading({ ...item, stages }, 'own', 'unit', item.id)]
          : [],
      );
    default: {
      const exhaustive: never = per;
      return exhaustive;
    }
  }
}

const DECIMAL = /^\d{1,12}(\.\d{1,9})?$/;
export const isDecimal = (text: string): boolean => DECIMAL.test(text.trim());

export type Lack = 'name' | 'readings' | 'limit' | 'points' | 'pass';

/** What is still to be typed; empty = it can be added. */
export function lacksOf(form: OwnForm): readonly Lack[] {
  const chosen = (keys: readonly string[]): boolean => keys.length > 0 && keys.every((each) => each !== '');
  const lacks: Lack[] = form.name.trim() === '' ? ['name'] : [];
  if (form.kind === 'number' && !chosen(form.left)) lacks.push('readings');
  if (form.kind === 'share' && !(chosen(form.left) && chosen(form.whole))) lacks.push('readings');
  if ((form.kind === 'number' || form.kind === 'share') && !isDecimal(form.limit)) lacks.push('limit');
  if (form.kind === 'scored') {
    const complete = form.points.every(({ name, maximum }) => name.trim() !== '' && isDecimal(maximum));
    if (form.points.length === 0 || !complete) lacks.push('points');
    if (form.pass.trim() !== '' && !isDecimal(form.pass)) lacks.push('pass');
  }
  return lacks;
}

const ASKED = {
  answer: [
    '本地标准增加的要求，按实际情况填“是”或“否”。',
    'Asked by the standard of the bureau: answer yes or no as things are.',
  ],
  points: [
    '本地标准增加的评分要点，由评定人填写得分。',
    'A scored point of the standard of the bureau: the points that were given.',
  ],
  section: ['本地增加的要求', 'Added by the bureau'],
} as const;

/** The change that adds what was typed. `freshId` gives another id each time; words keep to Chinese where no English was typed. */
export function additionOf(edition: Edition, form: OwnForm, document: string, freshId: () => string): Addition {
  const id = freshId();
  const source = { document, clause: form.clause.trim() || null, confidence: 'A' as const, note: null };
  const both = (zhCN: string, en: string): [string, string] => [zhCN.trim(), en.trim() || zhCN.trim()];
  const texts: Record<string, [string, string]> = { [`requirement.${id}`]: both(form.name, form.nameEn) };
  const evidence = [...new Set(form.evidence.split('\n').flatMap((line) => line.trim() || []))].map((line) => {
    const own = freshId();
    texts[`evidence.${own}`] = [line, line];
    return own;
  });
  const asked = (item: string, value: OwnItem['value'], extra: Pick<OwnItem, 'unit' | 'plausible'>): OwnItem => {
    const section = form.kind === 'scored' ? OWN_SECTION : form.section;
    if (section === OWN_SECTION) texts[`section.${OWN_SECTION}`] = [...ASKED.section];
    texts[`item.${item}.help`] = [...ASKED[value.kind === 'flag' ? 'answer' : 'points']];
    return {
      id: item,
      section,
      value,
      ...extra,
      stages: null,
      alsoByStage: [],
      condition: null,
      required: true,
      entry: 'form',
      source,
    };
  };
  const items: OwnItem[] = [];
  const rule = ruleOf();
  const ofCounty = form.per === 'county';
  return {
    kind: 'added-requirement',
    requirement: {
      id,
      group: form.group,
      per: form.per,
      appliesTo: null,
      schools: 'evaluated',
      rule,
      responsible: form.responsible.trim() || null,
      evidence,
      source,
    },
    items: ofCounty ? [] : items,
    countyItems: ofCounty ? items.map((item) => ({ ...item, earlierYears: 0 as const })) : [],
    texts,
  };

  function ruleOf(): Own['rule'] {
    const limit = { kind: 'constant' as const, value: form.limit.trim() };
    const { comparator } = form;
    switch (form.kind) {
      case 'judged': {
        const item = `${id}-answer`;
        texts[`item.${item}`] = both(form.name, form.nameEn);
        items.push(asked(item, { kind: 'flag' }, { unit: null, plausible: null }));
        return { kind: 'answer', item, holds: [form.holds] };
      }
      case 'number':
        return { kind: 'comparison', left: amountOf(form.left), comparator, right: limit };
      case 'share':
        return {
          kind: 'share',
          part: amountOf(form.left),
          whole: amountOf(form.whole),
          multiplier: '100',
          cap: null,
          comparator,
          limit,
        };
      case 'scored':
        return {
          kind: 'scored',
          total: sumOf(form.points.map(({ maximum }) => maximum.trim())),
          pass: form.pass.trim() || null,
          points: form.points.map(({ name, maximum }) => {
            const point = freshId();
            const item = `${point}-score`;
            texts[`point.${id}.${point}`] = both(name, name);
            texts[`item.${item}`] = both(name, name);
            const plausible = { minimum: '0', maximum: maximum.trim(), maximumPerPupil: null };
            items.push(asked(item, { kind: 'number', scale: 2 }, { unit: 'point', plausible }));
            return {
              id: point,
              dimension: form.group,
              maximum: maximum.trim(),
              scoring: { kind: 'judged', item },
              evidence: [],
              responsible: null,
              source,
            };
          }),
        };
      default: {
        const exhaustive: never = form.kind;
        return exhaustive;
      }
    }
  }

  function amountOf(keys: readonly string[]): Amount {
    const known = new Map(readingsFor(edition, form.per).map((each) => [each.key, each.amount]));
    const [first, ...more] = keys.flatMap((key) => known.get(key) ?? []);
    if (first === undefined) throw new RangeError('a number to look at is chosen before it is added');
    return more.length === 0 ? first : { kind: 'sum', of: [first, ...more] };
  }
}

/** Exact sum of decimals as text. */
export function sumOf(decimals: readonly string[]): string {
  const scale = Math.max(0, ...decimals.map((each) => (each.split('.')[1] ?? '').length));
  const total = decimals.reduce((sum, each) => {
    const [whole = '0', part = ''] = each.split('.');
    return sum + BigInt(`${whole}${part.padEnd(scale, '0')}`);
  }, 0n);
  const digits = String(total).padStart(scale + 1, '0');
  const [whole, part] = [
    digits.slice(0, digits.length - scale),
    digits.slice(digits.length - scale).replace(/0+$/, ''),
  ];
  return part === '' ? whole : `${whole}.${part}`;
}
