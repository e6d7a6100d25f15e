import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { VisitChecklist } from '@junheng/api-contract';
import { qualityBalance2017 } from '@junheng/evaluation-core';
import { decideVisitEntries, foundOf, meaningOfEntry, type VisitEntriesDecision } from './visit-entries.rules.ts';
import type { FoundValue, VisitEntry } from './visits.types.ts';

const me = '0d6f3f6e-6a53-4f0e-9b4e-0c8f1f5f7a11';
const other = '0d6f3f6e-6a53-4f0e-9b4e-0c8f1f5f7a12';
const point = {
  point: 'card/c1',
  requirementId: 'card',
  pointId: 'c1',
  dimension: 'b1',
  maximum: '12.5',
  deductions: [{ id: 'late', each: '1', atMost: null }],
  evidence: [],
  clause: null,
};
const checklist: VisitChecklist = { cells: [], points: [point], vetoes: [] };
const nothing = { revision: 0, entries: [], revisions: new Map<string, number>(), found: [] };
const decide = (entry: string, value: string | null) =>
  decideVisitEntries(qualityBalance2017, checklist, nothing, me, [
    { entry, value, baseRevision: 0, typedAt: new Date(0) },
  ]);

describe('a score', () => {
  test.each([
    ['0', '0'],
    ['12.50', '12.5'],
    ['１２.5', '12.5'],
    ['0.01', '0.01'],
  ])('%s of 12.5 is taken', (typed, stored) => {
    expect(decide(`score:${me}/card/c1`, typed)).toMatchObject({ saved: { [`score:${me}/card/c1`]: stored } });
  });

  test.each([
    ['12.51', 'above-maximum'],
    ['1000000000000', 'above-maximum'],
    ['-1', 'negative'],
    ['1.234', 'too-fine'],
    ['好', 'not-a-number'],
    ['', 'empty'],
  ])('%s of 12.5 is refused: %s', (typed, code) => {
    expect(decide(`score:${me}/card/c1`, typed)).toMatchObject({ kind: 'refused', problems: [{ code }] });
  });

  test('is each inspector’s own', () => {
    expect(decide(`score:${other}/card/c1`, '1')).toMatchObject({ kind: 'not-yours' });
    expect(decide(`deduction:${other}/card/c1/late`, '1')).toMatchObject({ kind: 'not-yours' });
  });

  test('may say how often something was deducted, as the edition names it', () => {
    expect(decide(`deduction:${me}/card/c1/late`, '3')).toMatchObject({ kind: 'accepted' });
    expect(decide(`deduction:${me}/card/c1/early`, '3')).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'not-on-checklist' }],
    });
  });
});

describe('what is recorded freely', () => {
  test.each([
    [`interview:${me}/group`, 'parents', 'accepted'],
    [`interview:${me}/group`, 'nobody', 'refused'],
    [`interview:${me}/people`, '2.5', 'refused'],
    [`finding:${me}/about`, 'indicator:R1', 'accepted'],
    [`finding:${me}/about`, 'indicator:R99', 'refused'],
    [`finding:${me}/about`, 'constructor:R1', 'refused'],
    [`finding:${me}/text`, 'x'.repeat(4001), 'refused'],
  ])('%s', (entry, value, kind) => {
    expect(decide(entry, value).kind).toBe(kind);
  });
});

test.each(['score:me/card', 'verified:', 'remark:other', 'interview:1/group', `finding:${me}/else`, 'veto:'])(
  '%s is no entry',
  (entry) => expect(meaningOfEntry(entry)).toBeNull(),
);

const CELL = 'pupils.primary';
const VERIFIED = `verified:${CELL}`;
const counted: VisitChecklist = {
  cells: [
    {
      cell: CELL,
      itemId: 'pupils',
      stage: 'primary',
      section: 'pupils',
      unit: 'person',
      value: { kind: 'number', scale: 0 },
      counted: false,
      clause: null,
      reported: '720',
    },
  ],
  points: [point],
  vetoes: [],
};

/** A visit as the server keeps it: what stands, and what each inspector said last of it. */
class PlayedVisit {
  revision = 0;
  entries: readonly VisitEntry[] = [];
  revisions: ReadonlyMap<string, number> = new Map();
  found: readonly FoundValue[] = [];
  written = 0;

  save(personId: string, value: string | null, baseRevision = this.revision, entry = VERIFIED): VisitEntriesDecision {
    const wanted = [{ entry, value, baseRevision, typedAt: new Date(0) }];
    const decision = decideVisitEntries(qualityBalance2017, counted, this, personId, wanted);
    if (decision.kind === 'accepted' && decision.changes.length > 0) this.#keep(personId, decision.changes);
    return decision;
  }

  #keep(personId: string, changes: Extract<VisitEntriesDecision, { kind: 'accepted' }>['changes']): void {
    this.revision += 1;
    this.written += changes.length;
    const at = new Date(this.revision);
    for (const { entry, before, after: value, personId: owner, typedAt } of changes) {
      const others = this.found.filter(
        (each) => each.entry !== entry || (value !== null && each.personId !== personId),
      );
      const own = value === null ? [] : [{ visitId: 'visit', entry, personId, name: personId, value, at }];
      this.found = [...others, ...own];
      if (before === value) continue;
      this.revisions = new Map(this.revisions).set(entry, this.revision);
      const standing = {
        entry,
        revision: this.revision,
        personId: owner,
        typedAt,
        clockAheadSeconds: 0,
        at,
        by: personId,
      };
      const rest = this.entries.filter((each) => each.entry !== entry);
      this.entries = value === null ? rest : [...rest, { ...standing, value }];
    }
  }

  says(): Readonly<Record<string, string>> {
    return Object.fromEntries(foundOf(this, VERIFIED).map(({ personId, value }) => [personId ?? '', value]));
  }
}

describe('a value that two inspectors find', () => {
  test('is found by both where they agree; what stands stays whose it was', () => {
    const visit = new PlayedVisit();
    visit.save(me, '719');
    expect(visit.save(other, '７１９', 0)).toMatchObject({
      kind: 'accepted',
      changes: [{ entry: VERIFIED, before: '719', after: '719' }],
    });
    expect(visit.says()).toEqual({ [me]: '719', [other]: '719' });
    expect(visit.entries).toMatchObject([{ value: '719', by: me, revision: 1 }]);
  });

  test('is found by each once, however often it is sent, and what is shared is nobody’s finding', () => {
    const visit = new PlayedVisit();
    visit.save(me, '719');
    visit.save(other, '719');
    for (const who of [other, me, other]) expect(visit.save(who, '719', 0)).toMatchObject({ changes: [] });
    expect([visit.written, visit.revision]).toEqual([2, 2]);
    visit.save(me, '一人已转出', 0, `reason:${CELL}`);
    expect(visit.save(other, '一人已转出', 0, `reason:${CELL}`)).toMatchObject({ changes: [] });
  });

  test('is another one for whoever comes to think otherwise, and again the same for whoever comes back', () => {
    const visit = new PlayedVisit();
    visit.save(me, '719');
    visit.save(other, '718');
    expect(visit.says()).toEqual({ [me]: '719', [other]: '718' });
    expect(visit.save(me, '718')).toMatchObject({ changes: [{ before: '718', after: '718' }] });
    expect(visit.says()).toEqual({ [me]: '718', [other]: '718' });
    // Cleared it stands for nothing; found again, only for whoever finds it.
    visit.save(me, null);
    expect(visit.says()).toEqual({});
    visit.save(me, '718');
    expect(visit.says()).toEqual({ [me]: '718' });
  });

  test('always says of each inspector what they sent last, and nothing twice', () => {
    const third = '0d6f3f6e-6a53-4f0e-9b4e-0c8f1f5f7a13';
    const step = fc.record({
      who: fc.constantFrom(me, other, third),
      value: fc.constantFrom('717', '718', '719'),
      seen: fc.nat({ max: 3 }),
      twice: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const visit = new PlayedVisit();
        const said: Record<string, string> = {};
        for (const { who, value, seen, twice } of steps) {
          const base = Math.max(0, visit.revision - seen);
          const standing = visit.entries[0]?.value;
          const decision = visit.save(who, value, base);
          // Only what another value would overwrite unseen is kept back.
          if (decision.kind === 'accepted') said[who] = value;
          else expect([decision.kind, standing === value]).toEqual(['conflict', false]);
          if (decision.kind === 'accepted' && twice) {
            const { written } = visit;
            expect(visit.save(who, value, base)).toMatchObject({ kind: 'accepted', changes: [] });
            expect(visit.written).toBe(written);
          }
          expect(visit.says()).toEqual(said);
        }
      }),
    );
  });
});
