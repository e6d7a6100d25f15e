import { readPath, type ExplainedResult } from '@junheng/evaluation-ui';
import type { SchoolResult } from '../../../api/school-results.ts';

/** What the explanation may name: the school's own stages. The county is not among it, and is neither met nor unmet here. */
export function ownPart({ countyName, schoolStages }: SchoolResult): ExplainedResult {
  return {
    countyName,
    schoolStages,
    county: { outcome: 'undetermined', complete: false, requirements: [] },
    resourceAllocation: { outcome: 'undetermined', complete: false, stages: [] },
  };
}

/** Nodes of the school itself: of others, and of the county, the server tells a school nothing. */
export function isOwnNode({ schoolId }: SchoolResult, path: string): boolean {
  const parts = readPath(path);
  return parts !== null && 'schoolId' in parts && parts.schoolId === schoolId;
}
