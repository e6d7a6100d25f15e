import { randomUUID } from 'node:crypto';
import type { CountyRecords } from '../factories/county-records.ts';

type Body = (ids: CountyRecords) => unknown;
const words: Body = () => ({ text: '已经核实' });

/** A body that passes the schema of each route of the ledger. */
export const rectificationBodies: Readonly<Record<string, Body>> = {
  'POST /rectifications': ({ countyId, schoolId }) => ({
    countyId,
    title: '校舍安全隐患',
    source: { kind: 'own', document: null },
    schoolId,
    place: null,
    deadline: '2026-12-01',
  }),
  'POST /annual-targets': ({ countyId }) => ({
    countyId,
    year: 2026,
    editionId: 'cn-2017-quality-balance',
    place: { kind: 'composite-cv', stage: 'primary' },
    value: '0.5',
    dueOn: '2026-12-01',
    document: null,
  }),
  'POST /annual-targets/:annualTargetId/withdrawal': () => ({ reason: '上级调整' }),
  'POST /feedback-letters': ({ countyId }) => ({
    countyId,
    document: `示督办〔2026〕${randomUUID()}号`,
    issuer: '示例市教育督导委员会办公室',
    addressee: '甲县人民政府',
    datedOn: '2026-09-01',
    dueOn: '2026-12-01',
    problems: [{ text: '大班额没有消除', deadline: null, rowIds: [], measures: [] }],
  }),
  'PUT /feedback-letters/:feedbackLetterId': () => ({
    revision: 0,
    reason: '录入有误',
    document: `示督办〔2026〕${randomUUID()}号`,
    issuer: '示例市教育督导委员会办公室',
    addressee: '甲县人民政府',
    datedOn: '2026-09-01',
    dueOn: '2026-12-01',
    problems: [{ id: randomUUID(), text: '大班额没有消除', deadline: '2026-12-01' }],
  }),
  'PUT /rectification-assignments': ({ rectificationId }) => ({
    ids: [rectificationId],
    to: { kind: 'own-school' },
    person: null,
    deadline: '2026-12-01',
    reason: null,
  }),
  'POST /rectifications/:rectificationId/notes': words,
  'POST /rectifications/:rectificationId/measures': () => ({
    kind: 'training',
    description: '全员培训',
    money: null,
    quantity: null,
    effects: [],
    alsoFor: [],
  }),
  'PUT /rectifications/:rectificationId/measures/:measureId/completion': () => ({
    done: { on: '2026-09-01', spent: '0.7' },
  }),
  'POST /rectifications/:rectificationId/completion': words,
  'POST /rectifications/:rectificationId/return': words,
  'POST /rectifications/:rectificationId/closing': () => ({ note: null }),
  'POST /rectifications/:rectificationId/exception': () => ({ reason: '撤并在即', expiresOn: '2026-12-01' }),
};

const NO_COUNTY = '00000000-0000-4000-8000-000000000000';
/** A query that passes the schema of each route of the ledger that demands one. */
export const rectificationQueries: Readonly<Record<string, string>> = {
  'GET /rectification-coverage': `?countyId=${NO_COUNTY}&editionId=cn-2017-quality-balance`,
  'GET /annual-targets': `?countyId=${NO_COUNTY}`,
  'GET /annual-target-places': `?countyId=${NO_COUNTY}`,
};
