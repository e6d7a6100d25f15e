import { describe, expect, test } from '@jest/globals';
import { amendmentSchema } from '@junheng/api-contract';
import {
  amendEdition,
  countyCells,
  editionDifferences,
  editions,
  qualityBalance2017 as base,
  validateEdition,
  type Edition,
} from '@junheng/evaluation-core';
import { withoutRequirement, withRequirementBack, type Change } from './draft-changes.ts';
import {
  additionOf,
  emptyForm,
  lacksOf,
  levelsOf,
  ownKinds,
  readingsFor,
  sumOf,
  type OwnForm,
} from './own-requirement.ts';

let ids = 0;
const freshId = () => `own-${String(++ids).padStart(8, '0')}`;
const limit = { comparator: 'at-least', limit: '85' } as const;

function formOf(edition: Edition, kind: OwnForm['kind'], per: OwnForm['per']): OwnForm {
  const [first = '', second = ''] = readingsFor(edition, per).map(({ key }) => key);
  return {
    ...emptyForm(edition),
    ...limit,
    name: '县定要求',
    kind,
    per,
    left: [first, second],
    whole: [second],
    evidence: '会议纪要\n\n名册',
    points: [
      { name: '制度', maximum: '4' },
      { name: '成效', maximum: '5.5' },
    ],
    pass: '6',
  };
}

describe.each(editions)('a requirement added to $id', (edition) => {
  const wanted = ownKinds.flatMap((kind) =>
    levelsOf(kind).flatMap((per) =>
      (kind === 'number' || kind === 'share') && readingsFor(edition, per).length < 2 ? [] : [{ kind, per }],
    ),
  );
  test.each(wanted)(
    'of kind $kind, asked of $per, is a valid edition that the contract lets through',
    ({ kind, per }) => {
      const form = formOf(edition, kind, per);
      expect(lacksOf(form)).toEqual([]);
      const addition = additionOf(edition, form, '清教发〔2026〕1号', freshId);
      expect(amendmentSchema.parse(addition)).toEqual(addition);
      const amended = amendEdition(edition, { id: 'own', instrument: '清教发〔2026〕1号' }, [addition]);
      if (!amended.ok) throw new Error(JSON.stringify(amended.faults));
      expect(validateEdition(amended.edition)).toEqual(validateEdition(edition));
      expect(editionDifferences(edition, amended.edition).map((each) => each.kind)).toContain('requirement-added');
      expect(amended.edition.requirements.at(-1)?.evidence).toHaveLength(2);
    },
  );
});

test('of each school-stage only what every evaluated stage reports can be asked', () => {
  const all = readingsFor(base, 'school-stage').map(({ cell }) => cell);
  const [first = ''] = all;
  const items = base.items.map((item) => (item.id === first ? { ...item, stages: ['junior'] } : item));
  expect(readingsFor({ ...base, items }, 'school-stage').map(({ cell }) => cell)).toEqual(all.slice(1));
});

test('a score is asked of the county point by point, and its total is exact', () => {
  const addition = additionOf(base, formOf(base, 'scored', 'county'), '甲教〔2026〕1号', freshId);
  expect(addition.requirement.rule).toMatchObject({ kind: 'scored', total: '9.5', pass: '6' });
  const amended = amendEdition(base, { id: 'own', instrument: 'x' }, [addition]);
  if (!amended.ok) throw new Error(JSON.stringify(amended.faults));
  const asked = addition.countyItems.map(({ id }) => id);
  expect(asked).toHaveLength(2);
  expect(countyCells(amended.edition, {}).map(({ key }) => key)).toEqual(expect.arrayContaining(asked));
  expect([sumOf(['0.1', '0.2']), sumOf(['10', '0.50']), sumOf([])]).toEqual(['0.3', '10.5', '0']);
});

test('what is missing is known before it is added', () => {
  const empty = emptyForm(base);
  expect(lacksOf(empty)).toEqual(['name']);
  expect(lacksOf({ ...empty, name: 'x', kind: 'share', limit: '8,5' })).toEqual(['readings', 'limit']);
  expect(lacksOf({ ...empty, name: 'x', kind: 'scored', pass: 'x' })).toEqual(['points', 'pass']);
});

test('leaving a requirement out takes its other changes along; it can be put back; an added one is only not added', () => {
  const responsible: Change = { kind: 'responsible', requirement: 'G1', point: null, responsible: '规划科' };
  const added = additionOf(base, { ...emptyForm(base), name: '县定要求' }, 'x', freshId);
  const without = withoutRequirement(base, [responsible, added], 'G1');
  expect(without).toEqual([added, { kind: 'removed-requirement', requirement: 'G1' }]);
  expect(withRequirementBack(without, 'G1')).toEqual([added]);
  const ofOwn: Change = { ...responsible, requirement: added.requirement.id };
  expect(withoutRequirement(base, [added, ofOwn], added.requirement.id)).toEqual([]);
});
