import { expect, test } from '@jest/globals';
import { draftFaults, emptyItem, itemFault, requestOf, withTaken, type TypedItem } from './checklist-draft.ts';

const item = (changes: Partial<TypedItem>): TypedItem => ({ ...emptyItem(), ...changes });

test('empty lines are left out, and only a scored one has a maximum', () => {
  const items = [
    item({ text: ' 门前有护栏 ', maximum: '5' }),
    item({}),
    item({ kind: 'scored', text: '食堂卫生', maximum: '10' }),
  ];
  const draft = { regionId: 'r', name: ' 安全清单', nameEn: '', items };
  expect(draftFaults(draft)).toEqual([]);
  expect(requestOf(draft)).toEqual({
    regionId: 'r',
    name: '安全清单',
    nameEn: null,
    items: [
      { kind: 'yes-no', text: '门前有护栏', textEn: null, maximum: null, criteria: null },
      { kind: 'scored', text: '食堂卫生', textEn: null, maximum: '10', criteria: null },
    ],
  });
});

test('what is wrong is said of its line', () => {
  const items = [
    item({ text: '门' }),
    item({ text: '食堂', kind: 'scored', maximum: '0' }),
    item({ text: '操场' }),
    item({ text: '操场' }),
    item({ text: '宿舍', textEn: 'D' }),
    item({ text: '门卫', criteria: '在' }),
  ];
  expect(items.map((each) => itemFault(each, items))).toEqual([
    'text',
    'maximum',
    'twice',
    'twice',
    'textEn',
    'criteria',
  ]);
  expect(draftFaults({ regionId: 'r', name: '清单', nameEn: 'C', items: [item({ text: '宿舍' })] })).toEqual([
    'nameEn',
  ]);
  expect(draftFaults({ regionId: 'r', name: '', nameEn: '', items: [] })).toEqual(['name', 'items']);
});

test('the items after the hundredth are too many; empty ones are none', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => item({ text: `第${at}处` }));
  const items = [item({}), ...hundred, item({ text: '还有一处' })];
  const draft = { regionId: 'r', name: '清单', nameEn: '', items };
  expect(draftFaults(draft)).toEqual(['item']);
  expect(items.flatMap((each) => itemFault(each, items) ?? [])).toEqual(['too-many']);
  expect(draftFaults({ ...draft, items: items.slice(0, -1) })).toEqual([]);
});

test('a sheet comes after what was typed, and replaces only empty lines', () => {
  const typed = item({ text: '宿舍' });
  const taken = { kind: 'scored', text: '食堂', textEn: null, maximum: '10', criteria: null } as const;
  const items = withTaken([typed, item({})], [taken]);
  expect(items.map(({ text, maximum }) => [text, maximum])).toEqual([
    ['宿舍', ''],
    ['食堂', '10'],
  ]);
  expect(items[0]).toBe(typed);
});
