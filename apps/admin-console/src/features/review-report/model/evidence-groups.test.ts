import { describe, expect, it } from '@jest/globals';
import { qualityBalance2017 } from '@junheng/evaluation-core';
import type { ReportEvidence } from '../../../server/self-reports.ts';
import { evidenceGroups, targetKey } from './evidence-groups.ts';

type EvidenceFile = ReportEvidence['evidence'][number];

const file = (id: number, changes: Partial<EvidenceFile>): EvidenceFile => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  name: `材料${id}.pdf`,
  size: 2048,
  mediaType: 'application/pdf',
  sha256: 'a'.repeat(64),
  targets: [],
  addedAt: '2026-11-01T00:00:00.000Z',
  addedBy: '示例填报员',
  reusedFromYear: null,
  removed: null,
  ...changes,
});

describe('evidence for a reviewer', () => {
  it('stands under everything it proves, in the order of the standard', () => {
    const both = file(1, {
      targets: [
        { kind: 'special-rule', id: 'visiting-pe-and-arts-teachers' },
        { kind: 'indicator', id: 'R3' },
      ],
    });
    const field = file(2, { targets: [{ kind: 'indicator', id: 'R1' }] });
    const gone = file(3, {
      targets: [{ kind: 'indicator', id: 'R2' }],
      removed: { at: '2026-11-02T00:00:00.000Z', by: '示例校长' },
    });
    const { groups, bare, removed } = evidenceGroups([both, field, gone], qualityBalance2017);
    expect(groups.map(({ target, files }) => [targetKey(target), files.map(({ name }) => name)])).toEqual([
      ['indicator.R1', ['材料2.pdf']],
      ['indicator.R3', ['材料1.pdf']],
      ['special-rule.visiting-pe-and-arts-teachers', ['材料1.pdf']],
    ]);
    expect(bare).toEqual(['R2', 'R4', 'R5', 'R6', 'R7']);
    expect(removed).toEqual([gone]);
  });
});
