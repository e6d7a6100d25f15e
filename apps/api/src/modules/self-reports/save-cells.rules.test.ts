import { describe, expect, it } from '@jest/globals';
import { editionById, type Cells, type Edition } from '@junheng/evaluation-core';
import { decideSave, type WantedChange } from './save-cells.rules.ts';

function shippedEdition(): Edition {
  const edition = editionById('cn-2017-quality-balance');
  if (edition === undefined) throw new Error('the edition of 2017 is not shipped');
  return edition;
}

const edition = shippedEdition();
const primary: Cells = {
  'school-type': 'primary',
  ownership: 'public',
  locale: 'rural',
  'dense-city-centre': 'no',
  'rural-50-to-99-pupils': 'no',
  'pupils.primary': '300',
};

function decide(wanted: readonly (Partial<WantedChange> & { cell: string })[], by: 'typed' | 'imported' = 'typed') {
  return decideSave(
    edition,
    { cells: primary, cellRevisions: { 'pupils.primary': 3 }, revision: 5 },
    wanted.map((change) => ({ value: null, baseRevision: 5, ...change })),
    by,
  );
}

describe('deciding a save', () => {
  it('stores canonical values and says what changed', () => {
    expect(
      decide([
        { cell: 'pupils.primary', value: ' 1，568 ' },
        { cell: 'equipment-value', value: '288.960050' },
      ]),
    ).toMatchObject({
      kind: 'accepted',
      saved: { 'pupils.primary': '1568', 'equipment-value': '288.96005' },
      changes: [
        { cell: 'pupils.primary', before: '300', after: '1568' },
        { cell: 'equipment-value', before: null, after: '288.96005' },
      ],
      cells: { ...primary, 'pupils.primary': '1568', 'equipment-value': '288.96005' },
    });
  });

  it('clears with null: the cell is missing afterwards, not zero', () => {
    const decision = decide([{ cell: 'pupils.primary', value: null }]);
    expect(decision).toMatchObject({ kind: 'accepted', saved: { 'pupils.primary': null } });
    expect(decision.kind === 'accepted' && Object.hasOwn(decision.cells, 'pupils.primary')).toBe(false);
  });

  it('repeating what is stored changes nothing, whatever the base', () => {
    expect(decide([{ cell: 'pupils.primary', value: '300.0', baseRevision: 0 }])).toMatchObject({
      kind: 'accepted',
      changes: [],
      saved: { 'pupils.primary': '300' },
    });
  });

  it.each([
    ['pupils.primary', '-1', 'negative'],
    ['pupils.primary', '1204.5', 'not-an-integer'],
    ['pupils.primary', 'NaN', 'not-a-number'],
    ['pupils.primary', 'Infinity', 'not-a-number'],
    ['pupils.primary', '1e308', 'not-a-number'],
    ['pupils.primary', '0x10', 'not-a-number'],
    ['pupils.primary', '9999999999999999', 'too-large'],
    ['pupils.primary', ' ', 'empty'],
    ['teaching-rooms-area', '12.345', 'too-fine'],
    ['school-type', 'university', 'not-an-option'],
    ['boarding', 'maybe', 'not-an-option'],
  ])('refuses %s = %j: %s', (cell, value, code) => {
    expect(decide([{ cell, value }])).toMatchObject({
      kind: 'refused',
      code: 'self-report.cell-invalid',
      problems: [{ at: cell, code }],
    });
  });

  it.each([
    ['no-such-item', '1', 'unknown-item'],
    ['constructor', '1', 'unknown-item'],
    ['pupils', '1', 'other-stage'],
    ['pupils.preschool', '1', 'other-stage'],
    ['teachers-associate.junior', '1', 'other-stage'],
    ['pupils.junior', '1', 'not-applicable'],
    ['visiting-pe-teachers.primary', '1', 'not-applicable'],
  ])('refuses the cell %s = %j: %s', (cell, value, code) => {
    expect(decide([{ cell, value }])).toMatchObject({
      kind: 'refused',
      code: 'self-report.cell-not-applicable',
      problems: [{ at: cell, code }],
    });
  });

  it('lets a flag and the cells it opens travel together', () => {
    expect(
      decide([
        { cell: 'visiting-pe-teachers.primary', value: '1' },
        { cell: 'rural-50-to-99-pupils', value: 'yes' },
      ]),
    ).toMatchObject({ kind: 'accepted' });
  });

  it('keeps what a change makes inapplicable', () => {
    const decision = decide([{ cell: 'school-type', value: 'junior' }]);
    expect(decision).toMatchObject({ kind: 'accepted', cells: { 'school-type': 'junior', 'pupils.primary': '300' } });
  });

  it('takes aggregate items from an import only', () => {
    const change = { cell: 'teachers-above-required-degree.primary', value: '20' };
    expect(decide([change], 'typed')).toMatchObject({ kind: 'refused', code: 'self-report.cell-not-applicable' });
    expect(decide([change], 'imported')).toMatchObject({ kind: 'accepted' });
  });

  it('shows both values where somebody else changed the cell since, and applies nothing of the batch', () => {
    expect(
      decide([
        { cell: 'pupils.primary', value: '310', baseRevision: 2 },
        { cell: 'full-time-teachers', value: '20', baseRevision: 2 },
      ]),
    ).toEqual({ kind: 'conflict', cells: [{ cell: 'pupils.primary', mine: '310', theirs: '300', revision: 3 }] });
    expect(decide([{ cell: 'pupils.primary', value: null, baseRevision: 2 }])).toMatchObject({ kind: 'conflict' });
    expect(decide([{ cell: 'pupils.primary', value: '310', baseRevision: 3 }])).toMatchObject({ kind: 'accepted' });
  });

  it('treats a base this server never reached as a conflict', () => {
    expect(decide([{ cell: 'pupils.primary', value: '310', baseRevision: 6 }])).toMatchObject({ kind: 'conflict' });
  });
});
