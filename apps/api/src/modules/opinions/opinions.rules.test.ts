import { describe, expect, test } from '@jest/globals';
import type { ObjectionAnswer, ObjectionPoint } from '@junheng/api-contract';
import fc from 'fast-check';
import {
  amendedBy,
  emptyPlaces,
  notOnSite,
  objectionOver,
  objectionWindow,
  passedDueDates,
  signedFindings,
  unanswered,
  withdrawnOnSite,
} from './opinions.rules.ts';

const [P1, P2, F1, F2] = ['p1', 'p2', 'f1', 'f2'] as const;
const preliminary = {
  sections: [
    {
      id: 's',
      heading: '成效',
      points: [
        { id: P1, text: '甲' },
        { id: P2, text: '乙' },
      ],
    },
  ],
  findings: [
    { id: F1, referenceId: 'G5', school: null, fact: '大班', demand: '分流', dueOn: '2027-03-01', onSite: null },
    { id: F2, referenceId: null, school: null, fact: '操场小', demand: '改造', dueOn: '2027-08-31', onSite: null },
  ],
};
const point = (id: string, target: string | null): ObjectionPoint => ({ id, target, text: '不符' });
const answer = (objectionId: string, changes: Partial<ObjectionAnswer>): ObjectionAnswer => ({
  objectionId,
  decision: 'rejected',
  reason: '经核实',
  amended: null,
  amendedDemand: null,
  withdrawn: false,
  ...changes,
});

describe('the answer to a point of an objection', () => {
  test.each<[string, string | null, Partial<ObjectionAnswer>, boolean]>([
    ['rejected with a reason', F1, {}, true],
    ['rejected without', F1, { reason: ' ' }, false],
    ['undecided', F1, { decision: null }, false],
    ['rejected and amended', F1, { amended: '别的' }, false],
    ['rejected and withdrawn', F1, { withdrawn: true }, false],
    ['accepted and amended', F1, { decision: 'accepted', amended: '别的' }, true],
    ['accepted and withdrawn', F1, { decision: 'accepted', withdrawn: true }, true],
    ['accepted, and nothing follows', F1, { decision: 'accepted' }, false],
    ['accepted, amended and withdrawn', F1, { decision: 'accepted', amended: '别的', withdrawn: true }, false],
    ['partly, the demand amended', F1, { decision: 'partly', amendedDemand: '缓办' }, true],
    ['partly, and nothing follows', F1, { decision: 'partly' }, false],
    ['partly and withdrawn', F1, { decision: 'partly', withdrawn: true }, false],
    ['accepted, about the whole', null, { decision: 'accepted' }, true],
    ['withdrawn, about the whole', null, { decision: 'accepted', withdrawn: true }, false],
  ])('%s', (_name, target, changes, whole) => {
    expect(unanswered([point('o', target)], [answer('o', changes)])).toEqual(whole ? [] : ['o']);
  });

  test('is missing', () => {
    expect(unanswered([point('o', F1)], [])).toEqual(['o']);
  });
});

describe('the final opinion', () => {
  test('differs from the preliminary one only by what answers amended or withdrew, and by new dates', () => {
    const points = [point('o1', P1), point('o2', F1), point('o3', F2), point('o4', null)];
    const answers = [
      answer('o1', { decision: 'accepted', withdrawn: true }),
      answer('o2', { decision: 'partly', amended: '一个大班' }),
      answer('o3', {}),
      answer('o4', { decision: 'accepted' }),
    ];
    expect(amendedBy(preliminary, points, answers, [{ findingId: F2, dueOn: '2027-12-31' }])).toEqual({
      sections: [{ id: 's', heading: '成效', points: [{ id: P2, text: '乙' }] }],
      findings: [
        { ...preliminary.findings[0], fact: '一个大班' },
        { ...preliminary.findings[1], dueOn: '2027-12-31' },
      ],
    });
  });

  test('is the preliminary one where everything is rejected', () => {
    const targets = fc.uniqueArray(fc.constantFrom(P1, P2, F1, F2));
    fc.assert(
      fc.property(targets, (chosen) => {
        const points = chosen.map((target) => point(`o-${target}`, target));
        expect(
          amendedBy(
            preliminary,
            points,
            points.map(({ id }) => answer(id, {})),
            [],
          ),
        ).toEqual(preliminary);
      }),
    );
  });

  test('drops a section whose points are all withdrawn', () => {
    const points = [point('o1', P1), point('o2', P2)];
    const answers = points.map(({ id }) => answer(id, { decision: 'accepted', withdrawn: true }));
    expect(amendedBy(preliminary, points, answers, []).sections).toEqual([]);
  });
});

test('what is empty is named by its place', () => {
  expect(emptyPlaces({ number: '', basis: ' ', sections: [], findings: [] })).toEqual(['/basis', '/sections']);
  expect(
    emptyPlaces({
      number: '',
      basis: '依据',
      sections: [{ id: 's', heading: '', points: [{ id: 'p', text: '' }] }],
      findings: [{ id: 'f', referenceId: null, schoolId: null, fact: '有', demand: '', dueOn: null, onSite: null }],
    }),
  ).toEqual(['/sections/0/heading', '/sections/0/points/0/text', '/findings/0/demand', '/findings/0/dueOn']);
});

test('a time limit lies after today', () => {
  const dates = [{ dueOn: '2026-09-10' }, { dueOn: '2026-09-11' }, { dueOn: null }];
  expect(passedDueDates(dates, '2026-09-10')).toEqual(['/findings/0/dueOn']);
});

test('an objection has three to sixty days, and its last second counts whole', () => {
  expect(objectionWindow('2026-09-10')).toEqual({ from: '2026-09-13', to: '2026-11-09' });
  const end = new Date('2026-09-20T15:59:59.000Z');
  expect(objectionOver(end, new Date('2026-09-20T15:59:59.999Z'))).toBe(false);
  expect(objectionOver(end, new Date('2026-09-20T16:00:00.000Z'))).toBe(true);
});

describe('a finding that a visit recorded', () => {
  const onSite = { schoolId: 'school', at: 'finding:1' };
  const cited = {
    id: F1,
    referenceId: null,
    schoolId: 'school',
    fact: '围墙开裂',
    demand: '加固',
    dueOn: null,
    onSite,
  };
  const signed = { by: '督学甲', at: '2026-10-20T01:00:00.000Z', hash: 'a' };
  const found = { at: 'finding:1', school: { id: 'school' }, county: { id: 'county' }, signed };

  test('is cited as long as a signed visit of the county holds it, at its own school', () => {
    expect(notOnSite({ findings: [cited, { ...cited, onSite: null }] }, 'county', [found])).toEqual([]);
    const absent = ['/findings/0/onSite'];
    expect(notOnSite({ findings: [cited] }, 'county', [])).toEqual(absent);
    expect(notOnSite({ findings: [cited] }, 'another', [found])).toEqual(absent);
    expect(notOnSite({ findings: [{ ...cited, schoolId: 'other' }] }, 'county', [found])).toEqual(absent);
    expect(notOnSite({ findings: [cited] }, 'county', [{ ...found, at: 'finding:2' }])).toEqual(absent);
  });

  test('is signed with whose visit it is', () => {
    const [finding] = signedFindings({ number: '', basis: '', sections: [], findings: [cited] }, [], [found]);
    expect(finding?.onSite).toEqual({ ...onSite, by: '督学甲', signedAt: signed.at, hash: 'a' });
  });

  test('is withdrawn where the final opinion leaves it out', () => {
    const { by, at: signedAt, hash } = signed;
    const finding = { ...cited, school: null, dueOn: '2027-03-01', onSite: { ...onSite, by, signedAt, hash } };
    const before = { findings: [finding, { ...finding, id: F2, onSite: null }] };
    expect(withdrawnOnSite(before, { findings: [] })).toEqual([finding.onSite]);
    expect(withdrawnOnSite(before, before)).toEqual([]);
  });
});
