import type { CountyItemDefinition, ItemDefinition } from '../../../items/item-definition.ts';
import { report } from './sources.ts';

function item(
  section: string,
  id: string,
  value: ItemDefinition['value'],
  unit: string | null,
  clause: string,
): CountyItemDefinition {
  return {
    id,
    section,
    value,
    unit,
    stages: null,
    alsoByStage: [],
    condition: null,
    required: true,
    entry: 'form',
    plausible: null,
    source: report(clause),
    earlierYears: 0,
  };
}

const score = { kind: 'number', scale: 2 } as const;
const flag = { kind: 'flag' } as const;

/** Grades tested in 义务教育质量监测, and the three subjects of 2022. */
export const monitoredGrades = ['grade-4', 'grade-8'] as const;
export const monitoredSubjects = ['subject-1', 'subject-2', 'subject-3'] as const;

export function monitoringItem(grade: string, subject: string, of: 'county' | 'prefecture'): string {
  return `monitoring-${grade}-${subject}-${of}`;
}

export const countyItems: readonly CountyItemDefinition[] = [
  ...monitoredGrades.flatMap((grade) =>
    monitoredSubjects.flatMap((subject) =>
      (['county', 'prefecture'] as const).map((of) =>
        item('monitoring-results', monitoringItem(grade, subject, of), score, 'point', '二（一）'),
      ),
    ),
  ),
  item('senior-high', 'has-first-grade-senior-high', flag, null, '二（二）'),
  item('vocational', 'industry-education-integration-sufficient', flag, null, '二（三）'),
  item('vocational', 'industry-college-progressing', flag, null, '二（三）'),
  item('vocational', 'teaching-results-own-profile', flag, null, '二（三）'),
  item('vocational', 'adult-secondary-closure-finished', flag, null, '二（三）'),
  item('vocational', 'vocational-conditions-asked', { kind: 'number', scale: 0 }, null, '二（三）'),
  item('vocational', 'vocational-conditions-met', { kind: 'number', scale: 0 }, null, '二（三）'),
  item('vocational', 'employment-rate', score, 'percent', '二（三）'),
  item('vocational', 'employment-rate-prefecture', score, 'percent', '二（三）'),
  item('teacher-balance', 'primary-teacher-balance-score', score, 'point', '二（四）'),
  item('teacher-balance', 'assessment-rank', { kind: 'number', scale: 0 }, null, '二'),
  item('teacher-balance', 'assessed-counties', { kind: 'number', scale: 0 }, null, '二'),
];
