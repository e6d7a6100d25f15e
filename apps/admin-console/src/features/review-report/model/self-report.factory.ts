import type { SelfReport } from '@junheng/api-contract';

const round: SelfReport['round'] = {
  id: '40000000-0000-4000-8000-000000000001',
  regionId: '30000000-0000-4000-8000-000000000001',
  regionName: '示例县',
  kind: 'self-evaluation',
  year: 2026,
  editionId: 'cn-2017-quality-balance',
  opensOn: '2026-11-01',
  deadline: '2026-11-30',
  closesAt: '2026-11-30T15:59:59.000Z',
  state: 'open',
  onePersonMaySubmit: true,
  schoolCount: 1,
  counts: { 'not-started': 0, filling: 0, 'handed-over': 0, submitted: 1, returned: 0, approved: 0 },
};

/** A submitted report of a small primary school, for tests. */
export function selfReport(changes: Partial<SelfReport> = {}): SelfReport {
  return {
    id: '50000000-0000-4000-8000-000000000001',
    round,
    school: {
      id: '10000000-0000-4000-8000-000000000001',
      code: '2199000001',
      name: '示例中心小学',
      regionId: '30000000-0000-4000-8000-000000000001',
      townName: '东镇',
      type: 'primary',
      ownership: 'public',
      locale: 'town',
      boarding: false,
      foundedYear: 1998,
      parentSchoolId: null,
      countedAsSchool: true,
      closedOn: null,
    },
    status: 'submitted',
    revision: 8,
    cells: { 'school-type': 'primary', 'pupils.primary': '301' },
    cellRevisions: { 'school-type': 1, 'pupils.primary': 8 },
    cellSources: { 'school-type': 'prefilled', 'pupils.primary': 'typed' },
    peers: null,
    prefilledFrom: {},
    lastYear: null,
    checkReasons: {},
    returnReasons: [],
    timeline: [],
    receipt: null,
    deadline: '2026-11-30',
    closesAt: '2026-11-30T15:59:59.000Z',
    may: { fill: false, handOver: false, takeBack: false, submit: false, withdraw: false, return: true, approve: true },
    lock: 'submitted',
    serverTime: '2026-11-21T02:00:00.000Z',
    ...changes,
  };
}
