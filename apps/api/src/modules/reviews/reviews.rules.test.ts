import { describe, expect, it } from '@jest/globals';
import { correctionDeadline } from './reviews.rules.ts';

describe('the day corrections are due', () => {
  it('leaves a school at least seven days, without ever shortening its deadline', () => {
    expect(correctionDeadline('2026-10-15', '2026-09-10', undefined)).toBeNull();
    expect(correctionDeadline('2026-10-15', '2026-10-12', undefined)).toBe('2026-10-19');
    expect(correctionDeadline('2026-10-15', '2026-11-01', undefined)).toBe('2026-11-08');
  });

  it('is the day the reviewer named, where that is later than the deadline', () => {
    expect(correctionDeadline('2026-10-15', '2026-10-12', '2026-10-16')).toBe('2026-10-16');
    expect(correctionDeadline('2026-10-15', '2026-10-12', '2026-10-14')).toBeNull();
    expect(correctionDeadline('2026-10-15', '2026-11-01', '2026-10-20')).toBe('2026-11-08');
  });
});
