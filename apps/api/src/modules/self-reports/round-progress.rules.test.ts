import { describe, expect, it } from '@jest/globals';
import { qualityBalance2017 } from '@junheng/evaluation-core';
import { completeCells } from '../../../test/factories/reports.ts';
import { progressByDay, sectionProgress } from './round-progress.rules.ts';

describe('the progress of a round', () => {
  it('counts the sections of the form over the schools that are asked', () => {
    const whole = completeCells('primary');
    const { 'equipment-value': _gone, ...most } = whole;
    const [complete, begun] = [
      sectionProgress(qualityBalance2017, [whole, whole]),
      sectionProgress(qualityBalance2017, [whole, most]),
    ];
    expect(complete.every((section) => section.complete === 2 && section.filled === section.required)).toBe(true);
    const behind = begun.filter((section) => section.complete < section.schools);
    expect(behind).toHaveLength(1);
    expect(behind[0]).toMatchObject({ schools: 2, complete: 1 });
    expect((behind[0]?.required ?? 0) - (behind[0]?.filled ?? 0)).toBe(1);
  });

  it('adds up day by day, also backwards', () => {
    expect(
      progressByDay([
        { day: '2026-09-10', handedIn: 3, approved: 0 },
        { day: '2026-09-12', handedIn: -1, approved: 2 },
      ]),
    ).toEqual([
      { day: '2026-09-10', handedIn: 3, approved: 0 },
      { day: '2026-09-12', handedIn: 2, approved: 2 },
    ]);
  });
});
