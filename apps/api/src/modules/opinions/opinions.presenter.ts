import {
  signedFeedbackSchema,
  signedObjectionSchema,
  signedOpinionSchema,
  type Opinion,
  type OpinionSummaries,
} from '@junheng/api-contract';
import { presentEditionTexts } from '../standards/standards.presenter.ts';
import { objectionOver } from './opinions.rules.ts';
import type { DocumentRecord, OpinionDocument, OpinionInFull, OpinionPlace, OpinionRecord } from './opinions.types.ts';

/** What is a draft of the team is null to others, and what is a draft of the county to anybody but the county. */
export function presentOpinion(whole: OpinionInFull): Opinion {
  const { place, opinion, documents, events, schools, edition, references, now } = whole;
  const { inspection, county, caller, visitedSchoolIds } = place;
  const status = opinion?.status ?? 'none';
  const document = <Content>(kind: OpinionDocument, schema: { parse: (text: unknown) => Content }) => {
    const found = documents.find((each) => each.kind === kind);
    return found === undefined ? null : { ...textOf(found), content: schema.parse(JSON.parse(found.body)) };
  };
  const feedback = document('feedback', signedFeedbackSchema);
  const over = opinion?.objectionsEndAt != null && objectionOver(opinion.objectionsEndAt, now);
  const visible = caller.onTeam || (status !== 'none' && status !== 'drafting');
  return {
    inspection: {
      id: inspection.id,
      name: inspection.name,
      startsOn: inspection.startsOn,
      endsOn: inspection.endsOn,
    },
    county: { id: county.countyId, code: county.code, name: county.name },
    editionId: inspection.editionId,
    editionTexts: presentEditionTexts(edition),
    status: visible ? status : 'none',
    revision: opinion?.revision ?? 0,
    leads: inspection.team.filter(({ part }) => part === 'lead').map(({ name }) => name),
    draft: caller.onTeam && (status === 'none' || status === 'drafting') ? (opinion?.content ?? emptyContent()) : null,
    preliminary: document('preliminary', signedOpinionSchema),
    objectionsEndAt: opinion?.objectionsEndAt?.toISOString() ?? null,
    objectionDraft: caller.ofCounty && status === 'issued' ? [...(opinion?.objection ?? [])] : lateDraft(whole),
    objection: document('objection', signedObjectionSchema),
    answers: caller.onTeam || status === 'final' ? [...(opinion?.answers ?? [])] : null,
    final: document('final', signedOpinionSchema),
    feedbackDraft: caller.onTeam && feedback === null ? (opinion?.feedback ?? null) : null,
    feedback,
    events: events
      .filter(({ kind }) => caller.onTeam || kind !== 'begun')
      .map(({ kind, at, byName, document: of }) => ({ kind, at: at.toISOString(), by: byName, document: of })),
    references: [...references],
    schools: schools.map((school) => ({ ...school, visited: visitedSchoolIds.includes(school.id) })),
    may: {
      write: caller.onTeam && place.settled && (status === 'none' || status === 'drafting'),
      sign: caller.leads,
      object: caller.ofCounty && status === 'issued' && !over,
      answer: caller.onTeam && status === 'objected',
      receive: caller.ofCounty,
      feedback: caller.onTeam && status === 'final' && feedback === null,
    },
  };
}

/** What the county wrote and did not hand in stays readable to it, also when the opinion is final. */
function lateDraft({ place, opinion, documents }: OpinionInFull): Opinion['objectionDraft'] {
  if (!place.caller.ofCounty || opinion === null || opinion.objection.length === 0) return null;
  return documents.some(({ kind }) => kind === 'objection') ? null : [...opinion.objection];
}

function emptyContent(): NonNullable<Opinion['draft']> {
  return { number: '', basis: '', sections: [], findings: [] };
}

function textOf({ body, hash, receivedAt, receivedByName }: DocumentRecord) {
  return {
    body,
    hash,
    received: receivedAt === null ? null : { at: receivedAt.toISOString(), by: receivedByName ?? '' },
  };
}

export function presentOpinionSummary(of: {
  readonly place: OpinionPlace;
  readonly opinion: OpinionRecord | null;
}): OpinionSummaries['opinions'][number] {
  const { place, opinion } = of;
  const status = opinion?.status ?? 'none';
  const visible = place.caller.onTeam || status !== 'drafting';
  return {
    countyId: place.county.countyId,
    county: place.county.name,
    status: visible ? status : 'none',
    objectionsEndAt: opinion?.objectionsEndAt?.toISOString() ?? null,
    findings: opinion === null || !visible ? null : opinion.content.findings.length,
    feedback: place.caller.onTeam && opinion?.feedback != null,
  };
}
