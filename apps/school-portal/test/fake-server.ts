import { editionHash, qualityBalance2017 } from '@junheng/evaluation-core';
import type { DueSelfReport, Problem, Round, SaveCellsRequest, SelfReport, Session } from '../src/api/types.ts';

/** What a handler answers; `problem` becomes problem+json. */
export type Answer = { status: number; body?: unknown };
/** What stands between may do instead: lose the call, or answer 200 with a page of its own. */
export type Fault = 'network-down' | 'captive-page';

const UUID = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const SERVER_TIME = '2026-05-20T02:00:00.000Z';

export const round: Round = {
  id: UUID(1),
  regionId: UUID(2),
  regionName: '示例县',
  kind: 'self-evaluation',
  year: 2026,
  editionId: 'cn-2017-quality-balance',
  opensOn: '2026-04-01',
  deadline: '2026-05-31',
  closesAt: '2026-05-31T15:59:59.000Z',
  state: 'open',
  onePersonMaySubmit: false,
  reviewLevels: ['county'],
  returnsTo: 'school',
  twoPersonReview: false,
  schoolCount: 45,
  leftOut: 0,
  counts: { 'not-started': 10, filling: 20, 'handed-over': 3, submitted: 5, returned: 2, approved: 5 },
};

export function aReport(changes: Partial<SelfReport> = {}): SelfReport {
  return {
    id: UUID(10),
    round,
    editionHash: editionHash(qualityBalance2017),
    school: {
      id: UUID(20),
      code: '2199000001',
      name: '示例县第一小学（虚构）',
      regionId: UUID(2),
      townName: '示例镇',
      type: 'primary',
      ownership: 'public',
      locale: 'town',
      boarding: false,
      foundedYear: 1958,
      parentSchoolId: null,
      countedAsSchool: true,
      closedOn: null,
    },
    status: 'filling',
    revision: 3,
    cells: { 'school-type': 'primary', ownership: 'public', locale: 'town', 'founded-year': '1958' },
    cellRevisions: { 'school-type': 1, ownership: 1, locale: 1, 'founded-year': 3 },
    cellSources: {},
    peers: null,
    prefilledFrom: {},
    lastYear: { 'pupils.primary': '500', 'founded-year': '1958' },
    checkReasons: {},
    returnReasons: [],
    timeline: [],
    receipt: null,
    deadline: round.deadline,
    closesAt: round.closesAt,
    may: {
      fill: true,
      handOver: true,
      takeBack: false,
      submit: false,
      withdraw: false,
      return: false,
      approve: false,
      correct: false,
    },
    lock: null,
    serverTime: SERVER_TIME,
    ...changes,
  };
}

export function aSession(changes: Partial<Session> = {}): Session {
  return {
    personId: UUID(30),
    login: 'demo-reporter',
    displayName: '演示填报员',
    grants: [
      {
        id: UUID(40),
        role: 'school-reporter',
        place: { kind: 'school', schoolId: UUID(20), name: '示例县第一小学（虚构）' },
        validFrom: '2026-01-01',
        validTo: null,
      },
    ],
    permissions: ['session.own', 'self-reports.read', 'self-reports.fill'],
    mustChangePassword: false,
    mustSetUpSecondFactor: false,
    language: null,
    signedInBy: 'password',
    csrfToken: 'token-1',
    idleUntil: '2026-05-20T03:00:00.000Z',
    endsAt: '2026-05-20T14:00:00.000Z',
    serverTime: SERVER_TIME,
    ...changes,
  };
}

export function problem(status: number, code: string, rest: Partial<Problem> = {}): Answer {
  return { status, body: { type: 'about:blank', title: code, status, code, requestId: 'request-1', ...rest } };
}

/** A server for tests: one person, one report, the rules of saving as the contract words them. */
export class FakeServer {
  session: Session | null = aSession();
  password = 'correct horse';
  report: SelfReport = aReport();
  /** Rules that a bureau published, by id. */
  editions: Readonly<Record<string, unknown>> = {};
  /** Taken from the front for the next saves; afterwards saves succeed. */
  readonly saveAnswers: (Answer | Fault)[] = [];
  /** Taken from the front for the next reasons. */
  readonly reasonFaults: Fault[] = [];
  readonly saves: SaveCellsRequest[] = [];
  readonly calls: string[] = [];
  readonly replied: string[] = [];
  due: Partial<DueSelfReport> = {};
  /** What the history of the report answers. */
  history: { cell: string; revision: number; before: string | null }[] = [];
  private readonly answered = new Map<string, Answer>();

  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const path = decodeURIComponent(new URL(request.url).pathname.replace('/api/v1', ''));
    const { method } = request;
    this.calls.push(`${method} ${path}`);
    const sent = await request.text();
    const body: unknown = sent === '' ? undefined : JSON.parse(sent);
    const answer = this.handle(method, path, body);
    this.replied.push(`${method} ${path}`);
    if (answer === 'captive-page') return new Response('<html>请先登录无线网络</html>');
    if (answer === 'network-down') throw new TypeError('Failed to fetch');
    const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
    return new Response(answer.status === 204 ? null : text, { status: answer.status });
  };

  private handle(method: string, path: string, body: unknown): Answer | Fault {
    if (path === '/session' && method === 'POST') return this.signIn(body as { login: string; password: string });
    if (this.session === null) return problem(401, 'session.required');
    if (path === '/session' && method === 'GET') return { status: 200, body: this.session };
    if (path === '/session' && method === 'DELETE') {
      this.session = null;
      return { status: 204 };
    }
    if (path === '/editions') {
      const edition = { id: round.editionId, hash: 'h', issuedAs: '教督〔2017〕6号', publishedAt: SERVER_TIME };
      return { status: 200, body: { editions: [edition] } };
    }
    const edition = this.editions[path.replace('/editions/', '')];
    if (edition !== undefined) return { status: 200, body: { content: edition } };
    if (path === '/messages') return { status: 200, body: { messages: [] } };
    if (path === '/self-reports/due') return { status: 200, body: this.dueList() };
    if (path === `/self-reports/${this.report.id}`) return { status: 200, body: this.report };
    if (path === `/self-reports/${this.report.id}/cells`) return this.save(body as SaveCellsRequest);
    if (path === `/self-reports/${this.report.id}/history`) return { status: 200, body: { entries: this.history } };
    const rest = path.replace(`/self-reports/${this.report.id}/`, '');
    if (rest.startsWith('check-reasons/')) {
      const fault = this.reasonFaults.shift();
      if (fault !== undefined) return fault;
      const checkReasons = { ...this.report.checkReasons, [rest.slice(14)]: (body as { reason: string }).reason };
      return this.answerWith({ checkReasons });
    }
    if (rest.startsWith('return-reasons/')) {
      const { answer } = body as { answer: string };
      return this.answerWith({
        returnReasons: this.report.returnReasons.map((reason) =>
          rest.includes(reason.id) ? { ...reason, state: 'answered' as const, answer } : reason,
        ),
      });
    }
    if (rest === 'hand-over') {
      const may = { ...this.report.may, fill: false, handOver: false, takeBack: true };
      return this.answerWith({ status: 'handed-over', lock: 'handed-over', may });
    }
    if (rest === 'comments') return { status: 200, body: { comments: [], mayWriteTo: ['school'] } };
    if (rest === 'submit') return this.submit();
    return problem(404, 'request.not-found');
  }

  private answerWith(changes: Partial<SelfReport>): Answer {
    this.report = { ...this.report, ...changes };
    return { status: 200, body: this.report };
  }

  private submit(): Answer {
    return this.answerWith({
      status: 'submitted',
      lock: 'submitted',
      may: { ...this.report.may, fill: false, submit: false, takeBack: false, withdraw: true },
      receipt: {
        submittedAt: '2026-05-20T02:10:00.000Z',
        submittedBy: '演示校长',
        revision: this.report.revision,
        hash: 'a'.repeat(64),
        onePerson: false,
      },
    });
  }

  private signIn({ login, password }: { login: string; password: string }): Answer {
    if (password !== this.password) return problem(401, 'session.wrong-credentials');
    this.session = aSession({ login, csrfToken: `token-${this.calls.length}` });
    return { status: 200, body: this.session };
  }

  private save(request: SaveCellsRequest): Answer | Fault {
    this.saves.push(request);
    const planned = this.saveAnswers.shift();
    if (planned !== undefined) return planned;
    const known = this.answered.get(request.key);
    if (known !== undefined) return known;
    const revision = this.report.revision + 1;
    const cells = { ...this.report.cells };
    const cellRevisions = { ...this.report.cellRevisions };
    for (const { cell, value } of request.changes) {
      if (value === null) delete cells[cell];
      else cells[cell] = value;
      cellRevisions[cell] = revision;
    }
    this.report = { ...this.report, cells, cellRevisions, revision, status: 'filling' };
    const saved = Object.fromEntries(request.changes.map((change) => [change.cell, change.value]));
    const answer: Answer = {
      status: 200,
      body: { revision, status: 'filling', saved, settledReturnReasons: [], savedAt: SERVER_TIME },
    };
    this.answered.set(request.key, answer);
    return answer;
  }

  private dueList(): { selfReports: DueSelfReport[]; serverTime: string } {
    const { id, status, deadline, closesAt, lock, school } = this.report;
    const entry: DueSelfReport = {
      id,
      round,
      schoolId: school.id,
      schoolName: school.name,
      status,
      deadline,
      closesAt,
      filled: 45,
      required: 70,
      hardFindings: 2,
      softWithoutReason: 1,
      openReturns: 0,
      ownSections: [],
      lock,
      ...this.due,
    };
    return { selfReports: [entry], serverTime: SERVER_TIME };
  }
}
