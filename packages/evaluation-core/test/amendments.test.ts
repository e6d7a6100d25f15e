import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  amendEdition,
  countyCells,
  editionById,
  editionDifferences,
  editionHash,
  editions,
  evaluateCounty,
  validateEdition,
} from '../src/index.ts';
import type { Amendment, Cells, CountyItemDefinition, Edition, Requirement, Source } from '../src/index.ts';
import { wholeCounty } from './fixtures/whole-county.ts';
import { jsonDifferences } from '../src/amendments/json-difference.ts';

const shipped = editionById('cn-2017-quality-balance');
if (shipped === undefined) throw new Error('the edition is shipped');
const base: Edition = shipped;
const source: Source = { document: '清泉县教育局文件', clause: '一', confidence: 'A', note: null };
const identity = { id: 'qingquan-2026', instrument: '清泉县〔2026〕1号' };

function amended(...amendments: readonly Amendment[]): Edition {
  const result = amendEdition(base, identity, amendments);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.edition;
}

const shares = (edition: Edition): readonly [string, string | null] | undefined =>
  edition.requirements.flatMap((each): readonly (readonly [string, string | null])[] =>
    each.rule.kind === 'share' ? [[each.id, null]] : [],
  )[0];

describe('a bureau’s edition', () => {
  test('names the edition it started from and is otherwise the same rules', () => {
    const edition = amended();
    expect(edition.base).toEqual({ editionId: base.id, editionHash: editionHash(base) });
    expect(editionDifferences(base, edition)).toEqual([]);
    expect(editionHash(edition)).not.toBe(editionHash(base));
  });

  test.each<readonly [Amendment, string, Record<string, unknown>]>([
    [
      { kind: 'threshold', indicator: 'R2', stage: 'junior', value: '1.2', source },
      'threshold',
      { indicator: 'R2', stage: 'junior', before: '1', after: '1.2' },
    ],
    [{ kind: 'cv-limit', stage: 'primary', value: '0.45', source }, 'cv-limit', { before: '0.50', after: '0.45' }],
    [
      {
        kind: 'special-rule',
        rule: 'city-centre-sports-venues',
        enabled: true,
        validFrom: '2026-01-01',
        validUntil: '2028-12-31',
      },
      'special-rule-on',
      { rule: 'city-centre-sports-venues' },
    ],
    [
      { kind: 'include-private', includePrivate: !base.scope.includePrivate },
      base.scope.includePrivate ? 'private-out' : 'private-in',
      {},
    ],
    [{ kind: 'splitting', method: 'reported-by-stage' }, 'splitting-reported', {}],
    [
      { kind: 'responsible', requirement: 'G1', point: null, responsible: '规划科' },
      'responsible',
      { requirement: 'G1', before: null, after: '规划科' },
    ],
    [
      { kind: 'evidence', requirement: 'G1', point: null, evidence: ['layout-map', 'layout-document'] },
      'evidence',
      { requirement: 'G1', after: 'layout-map、layout-document' },
    ],
  ])('%o is told as %s', (amendment, kind, facts) => {
    const differences = editionDifferences(base, amended(amendment));
    expect(differences.find((each) => each.kind === kind)?.facts).toMatchObject(facts);
    // Whatever else differs is the source that the change brings, or the window of the rule that was switched on.
    expect(
      differences
        .map((each) => each.kind)
        .filter((each) => each !== kind && each !== 'source' && !each.startsWith('special-rule-')),
    ).toEqual([]);
  });

  test('a requirement that is compared with another number is told', () => {
    const first = shares(base);
    if (first === undefined) return;
    const [requirement] = first;
    const limit = { kind: 'constant', value: '99' } as const;
    const differences = editionDifferences(
      base,
      amended({ kind: 'requirement-limit', requirement, part: null, limit, source }),
    );
    expect(
      differences.map((each) => each.path).some((path) => path.startsWith(`requirements/${requirement}/rule`)),
    ).toBe(true);
  });

  test('added and removed requirements are told by their id', () => {
    const [first] = base.requirements;
    if (first === undefined) throw new Error('the edition has requirements');
    const texts = { 'requirement.QQ1': ['县定要求', 'A requirement of the county'] } as const;
    const added = amended({ kind: 'added-requirement', requirement: { ...first, id: 'QQ1' }, texts });
    expect(editionDifferences(base, added)).toEqual([
      { kind: 'requirement-added', path: 'requirements/QQ1', facts: { requirement: 'QQ1' } },
      {
        kind: 'text',
        path: 'texts/requirement.QQ1',
        facts: { key: 'requirement.QQ1', before: null, after: '县定要求、A requirement of the county' },
      },
    ]);
    expect(editionDifferences(added, base).map((each) => each.kind)).toEqual(['requirement-removed', 'text']);
  });

  test('what is asked for a requirement of its own comes into the form and decides the verdict', () => {
    const requirement: Requirement = {
      id: 'own-1',
      group: 'government',
      per: 'county',
      appliesTo: null,
      schools: 'registered',
      rule: { kind: 'answer', item: 'own-1a', holds: ['yes'] },
      responsible: '基教科',
      evidence: [],
      source,
    };
    const asked: CountyItemDefinition = {
      id: 'own-1a',
      section: 'own-local',
      value: { kind: 'flag' },
      unit: null,
      stages: null,
      alsoByStage: [],
      condition: null,
      required: true,
      entry: 'form',
      plausible: null,
      source,
      earlierYears: 0,
    };
    const both = ['县定', 'Of the county'] as const;
    const texts = Object.fromEntries(
      ['requirement.own-1', 'item.own-1a', 'item.own-1a.help', 'section.own-local'].map((key) => [key, both]),
    );
    const edition = amended({ kind: 'added-requirement', requirement, countyItems: [asked], texts });
    expect(validateEdition(edition)).toEqual([]);
    expect(countyCells(edition, {}).map(({ key }) => key)).toContain('own-1a');
    expect(editionDifferences(base, edition).filter(({ kind }) => kind !== 'text')).toEqual([
      { kind: 'sections', path: 'countySections', facts: expect.anything() },
      { kind: 'county-item-added', path: 'countyItems/own-1a', facts: { item: 'own-1a' } },
      { kind: 'requirement-added', path: 'requirements/own-1', facts: { requirement: 'own-1' } },
    ]);
    const outcome = (county: Cells) =>
      evaluateCounty(edition, wholeCounty({ county })).county.requirements.find(
        ({ requirementId }) => requirementId === 'own-1',
      )?.outcome;
    expect([outcome({}), outcome({ 'own-1a': 'yes' }), outcome({ 'own-1a': 'no' })]).toEqual([
      'undetermined',
      'met',
      'unmet',
    ]);
  });

  test.each(editions.flatMap((edition) => edition.requirements.map(({ id }) => [edition.id, id] as const)))(
    '%s without %s is a valid edition again, or it is refused',
    (editionId, id) => {
      const whole = editions.find((each) => each.id === editionId) ?? base;
      const result = amendEdition(whole, identity, [{ kind: 'removed-requirement', requirement: id }]);
      const kind = whole.requirements.find((each) => each.id === id)?.rule.kind ?? '';
      if (['resource-allocation', 'school-standard', 'balance'].includes(kind) || whole.requirements.length === 1) {
        expect(result).toEqual({ ok: false, faults: [{ index: 0, fault: 'not-removable', what: id }] });
        return;
      }
      if (!result.ok) throw new Error(JSON.stringify(result.faults));
      expect(validateEdition(result.edition)).toEqual(validateEdition(whole));
      const differences = editionDifferences(whole, result.edition);
      expect(differences).toContainEqual({
        kind: 'requirement-removed',
        path: `requirements/${id}`,
        facts: { requirement: id },
      });
      // Whatever is not asked any more was read by it alone.
      expect(JSON.stringify(result.edition)).not.toMatch(
        new RegExp(
          differences
            .flatMap(({ kind: each, facts }) => (each.endsWith('item-removed') ? [`"${String(facts['item'])}"`] : []))
            .join('|') || 'nothing is gone',
        ),
      );
    },
  );

  test('a requirement that is left out takes with it what nobody else reads', () => {
    const without = amended({ kind: 'removed-requirement', requirement: 'G7' });
    expect(editionDifferences(base, without)).toEqual([
      ...['special-education-funds', 'special-education-pupils'].map((item) => ({
        kind: 'county-item-removed',
        path: `countyItems/${item}`,
        facts: { item },
      })),
      { kind: 'requirement-removed', path: 'requirements/G7', facts: { requirement: 'G7' } },
    ]);
    expect(amendEdition(base, identity, [{ kind: 'removed-requirement', requirement: 'G99' }])).toEqual({
      ok: false,
      faults: [{ index: 0, fault: 'unknown-requirement', what: 'G99' }],
    });
  });

  test('what a bureau adds has no name in the program: the edition brings it in both languages', () => {
    const [first] = base.requirements;
    if (first === undefined) throw new Error('the edition has requirements');
    const requirement = {
      ...first,
      id: 'QQ1',
      evidence: ['layout-map', 'qq-minutes'],
      rule: { kind: 'all-of', parts: [{ id: 'own', rule: { kind: 'answer', item: 'falsification', holds: ['no'] } }] },
      per: 'county',
    } as const;
    const faultsWith = (texts: Readonly<Record<string, readonly [string, string]>>) =>
      validateEdition(amended({ kind: 'added-requirement', requirement, texts }));
    const missing = (what: string) => ({ where: 'texts', fault: 'missing-translation', what });
    expect(faultsWith({})).toEqual(['requirement.QQ1', 'requirement.QQ1.own', 'evidence.qq-minutes'].map(missing));
    const whole = {
      'requirement.QQ1': ['县定要求', 'A requirement of the county'],
      'requirement.QQ1.own': ['其中一项', 'One part'],
      'evidence.qq-minutes': ['会议纪要', 'Minutes'],
    } as const;
    expect(faultsWith(whole)).toEqual([]);
    // Both languages are asked for.
    expect(faultsWith({ ...whole, 'requirement.QQ1.own': ['其中一项', ' '] })).toEqual([
      missing('requirement.QQ1.own'),
    ]);
  });

  test('a number that the instrument leaves open is set wherever it is read, and then decides', () => {
    const set = amended({ kind: 'setting', setting: 'fairly-satisfied-weight', value: '0.5', source });
    expect(validateEdition(set)).toEqual([]);
    const [difference, ...others] = editionDifferences(base, set);
    expect(difference).toEqual({
      kind: 'setting',
      path: 'settings/fairly-satisfied-weight',
      facts: { setting: 'fairly-satisfied-weight', before: null, after: '0.5' },
    });
    expect(new Set(others.map((each) => each.kind))).toEqual(new Set(['source']));
    const [satisfied, fairly] = ['80', '10'];
    const county = Object.fromEntries(
      ['pupils', 'parents', 'teachers', 'principals', 'deputies', 'cppcc-members', 'public'].flatMap((group) => [
        [`survey-satisfied-${group}`, satisfied],
        [`survey-fairly-satisfied-${group}`, fairly],
      ]),
    );
    const recognition = (edition: Edition) =>
      evaluateCounty(edition, wholeCounty({ county })).county.requirements.find((each) => each.requirementId === 'S1');
    expect(recognition(base)).toMatchObject({ outcome: 'undetermined', reason: 'to-be-set' });
    expect(recognition(set)).toMatchObject({ outcome: 'met', measured: { exact: '85' } });
    expect(amendEdition(base, identity, [{ kind: 'setting', setting: 'none', value: '1', source }])).toEqual({
      ok: false,
      faults: [{ index: 0, fault: 'unknown-setting', what: 'none' }],
    });
  });

  test('all changes that name what the edition does not have are refused together', () => {
    const result = amendEdition(base, identity, [
      { kind: 'threshold', indicator: 'R9', stage: 'primary', value: '1', source },
      { kind: 'threshold', indicator: 'R1', stage: 'senior', value: '1', source },
      { kind: 'cv-limit', stage: 'primary', value: '0.4', source },
      { kind: 'special-rule', rule: 'none', enabled: true, validFrom: null, validUntil: null },
      { kind: 'responsible', requirement: 'G99', point: null, responsible: 'x' },
      { kind: 'points', requirement: 'R', point: 'p', maximum: '3', source },
    ]);
    expect(result).toEqual({
      ok: false,
      faults: [
        { index: 0, fault: 'unknown-indicator', what: 'R9' },
        { index: 1, fault: 'unknown-stage', what: 'senior' },
        { index: 3, fault: 'unknown-special-rule', what: 'none' },
        { index: 4, fault: 'unknown-requirement', what: 'G99' },
        { index: 5, fault: 'not-such-a-rule', what: 'R' },
      ],
    });
  });
});

describe('the difference of two editions', () => {
  test('is empty exactly where their rules are the same, whatever changes', () => {
    const leaves = Object.keys(flat(base)).filter((path) => !/^(id|instrument|base)(\/|$)/.test(path));
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        const changed = withChanged(base, path.split('/')) as Edition;
        const differences = editionDifferences(base, changed);
        expect(differences.length).toBeGreaterThan(0);
        expect(editionDifferences(changed, base)).toHaveLength(differences.length);
      }),
      { numRuns: 300 },
    );
  });
  test('sees another order of the same elements', () => {
    const swapped: Edition = { ...base, items: [...base.items].reverse() };
    expect(editionDifferences(base, swapped).map((each) => each.kind)).toEqual(['reordered']);
  });
  test('of any two JSON values is empty exactly where they are equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(jsonDifferences(a, JSON.parse(JSON.stringify(a)))).toEqual([]);
        expect(jsonDifferences(a, b).length === 0).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
      }),
    );
  });
});

/** The leaves by path. */
function flat(value: unknown, path = ''): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return { [path]: value };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => Object.entries(flat(each, path === '' ? key : `${path}/${key}`))),
  );
}

/** A copy in which the leaf at the path is something it was not. */
function withChanged(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return typeof value === 'string' ? `${value} changed` : value === null ? 'set' : 'changed';
  if (Array.isArray(value))
    return value.map((each: unknown, index) => (String(index) === step ? withChanged(each, rest) : each));
  const record = value as Record<string, unknown>;
  return { ...record, [step]: withChanged(record[step], rest) };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
