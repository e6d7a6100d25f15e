import type { RoundSelfReport } from '@junheng/api-contract';

let count = 0;

/** A row of the round's list for tests; ids are new for each. */
export function listedReport(changes: Partial<RoundSelfReport> = {}): RoundSelfReport {
  count += 1;
  const serial = String(count).padStart(12, '0');
  return {
    selfReportId: `00000000-0000-4000-8000-${serial}`,
    schoolId: `10000000-0000-4000-8000-${serial}`,
    schoolCode: `2199${serial.slice(-6)}`,
    schoolName: `示例第${count}小学`,
    townName: '示例镇',
    type: 'primary',
    ownership: 'public',
    locale: 'town',
    status: 'submitted',
    reviewLevel: 'county',
    firstApproved: false,
    revision: 3,
    filled: 40,
    required: 40,
    hardFindings: 0,
    softFindings: 0,
    softWithoutReason: 0,
    openReturns: 0,
    risk: null,
    deadline: '2026-11-30',
    late: false,
    submittedAt: '2026-11-20T02:00:00.000Z',
    updatedAt: '2026-11-20T02:00:00.000Z',
    ...changes,
  };
}
