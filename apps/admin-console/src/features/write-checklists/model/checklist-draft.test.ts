import { expect, test } from '@jest/globals';
import { draftFaults, emptyItem, itemFault, requestOf, type TypedItem } from './checklist-draft.ts';

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
  ];
  expect(items.map((each) => itemFault(each, items))).toEqual(['text', 'maximum', 'twice', 'twice']);
  expect(draftFaults({ regionId: 'r', name: '', nameEn: '', items: [] })).toEqual(['name', 'items']);
});
