import { describe, expect, test } from '@jest/globals';
import {
  cellKeySchema,
  errorCodes,
  errorKinds,
  permissions,
  permissionsByRole,
  returnSelfReportRequestSchema,
  roles,
  saveCellsRequestSchema,
} from './index.ts';

const key = '0d6f3f6e-6a53-4f0e-9b4e-0c8f1f5f7a11';

describe('permissions', () => {
  test('every role has its list, without repeats', () => {
    expect(Object.keys(permissionsByRole).sort()).toEqual([...roles].sort());
    for (const role of roles) expect(new Set(permissionsByRole[role]).size).toBe(permissionsByRole[role].length);
  });

  test('every permission is held by some role: a route nobody may use is a fault', () => {
    const held = new Set(roles.flatMap((role) => permissionsByRole[role]));
    expect(permissions.filter((permission) => !held.has(permission))).toEqual([]);
  });

  test('only a principal submits, each level of review decides, only the county freezes and evaluates', () => {
    const holders = (permission: (typeof permissions)[number]) =>
      roles.filter((role) => permissionsByRole[role].includes(permission));
    expect(holders('self-reports.submit')).toEqual(['school-principal']);
    // Which reports lie with their level is a rule of reviews, not of permissions.
    expect(holders('reviews.decide')).toEqual(['county-administrator', 'city-reviewer', 'province-reviewer']);
    for (const permission of ['data-sets.freeze', 'evaluations.run', 'imports.manage'] as const)
      expect(holders(permission)).toEqual(['county-administrator']);
    // Many counties at once: whoever answers for them. Releasing stays with the county.
    expect(holders('evaluations.run-many')).toEqual(['county-administrator', 'city-reviewer', 'province-reviewer']);
    expect(holders('evaluations.release')).toEqual(['county-administrator']);
  });
});

test('every refusal has a kind that maps to a status', () => {
  for (const kind of Object.values(errorCodes)) expect(errorKinds[kind]).toBeGreaterThanOrEqual(400);
});

describe('cell keys', () => {
  test.each(['pupils.primary', 'equipment-value', 'classes-1-to-25.junior'])('%s is one', (cell) => {
    expect(cellKeySchema.safeParse(cell).success).toBe(true);
  });
  test.each(['', 'Pupils', 'pupils.', 'a.b.c', '__proto__', 'pupils primary', `${'a'.repeat(61)}`])(
    '%p is none',
    (cell) => {
      expect(cellKeySchema.safeParse(cell).success).toBe(false);
    },
  );
});

describe('requests', () => {
  const change = { cell: 'pupils.primary', value: '720', baseRevision: 0 };

  test('a save needs a key, at least one change and whole base revisions', () => {
    const accepted = (request: unknown) => saveCellsRequestSchema.safeParse(request).success;
    expect(accepted({ key, changes: [change] })).toBe(true);
    expect(accepted({ key, changes: [{ ...change, value: null }] })).toBe(true);
    expect(accepted({ key, changes: [] })).toBe(false);
    expect(accepted({ key: 'again', changes: [change] })).toBe(false);
    expect(accepted({ key, changes: [{ ...change, value: 720 }] })).toBe(false);
    expect(accepted({ key, changes: [{ ...change, baseRevision: -1 }] })).toBe(false);
    expect(accepted({ key, changes: Array.from({ length: 301 }, () => change) })).toBe(false);
  });

  test('a return needs a reason in words', () => {
    const accepted = (reason: string) =>
      returnSelfReportRequestSchema.safeParse({ revision: 1, reasons: [{ cell: null, reason }] }).success;
    expect(accepted('请核对')).toBe(true);
    expect(accepted('   ')).toBe(false);
    expect(returnSelfReportRequestSchema.safeParse({ revision: 1, reasons: [] }).success).toBe(false);
  });
});
