import { expect, test } from '@jest/globals';
import { citable, foundOnSite, type FoundOnSite } from './on-site.ts';

const finding = (changes: Partial<FoundOnSite> = {}): FoundOnSite => ({
  at: 'finding:1',
  school: { id: 'school', name: '东镇中心小学' },
  county: { id: 'county', name: '甲县' },
  team: null,
  text: '围墙开裂',
  advice: '加固',
  referenceId: 'c-1',
  signed: { by: '督学甲', at: '2026-10-20T01:00:00.000Z', hash: 'a' },
  row: null,
  withdrawn: null,
  handOverAs: null,
  ...changes,
});
const opinion = {
  county: { id: 'county', code: '990101', name: '甲县' },
  references: [{ id: 'c-1', kind: 'requirement' as const }],
};

test('what visits of the county found is cited once, with words, advice and where it is from', () => {
  const withdrawn = { by: '督学甲', at: '2026-10-20T01:00:00.000Z' };
  const found = [
    finding(),
    finding({ at: 'finding:2', county: { id: 'another', name: '乙县' } }),
    finding({ at: 'finding:3', withdrawn }),
    finding({ at: 'score:c-2', advice: null, referenceId: 'gone' }),
  ];
  const cited = citable(opinion, [], found);
  expect(cited).toMatchObject([
    { schoolId: 'school', referenceId: 'c-1', fact: '围墙开裂', demand: '加固', onSite: { at: 'finding:1' } },
    { referenceId: null, demand: '', onSite: { at: 'score:c-2' } },
  ]);
  expect(citable(opinion, cited, found)).toEqual([]);
  expect(cited.map((each) => foundOnSite(found, each)?.at)).toEqual(['finding:1', 'score:c-2']);
  expect(cited.map((each) => foundOnSite([], each))).toEqual([undefined, undefined]);
});
