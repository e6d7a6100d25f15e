import { createHash } from 'node:crypto';
import {
  objectionDays,
  type FeedbackContent,
  type ObjectionAnswer,
  type ObjectionPoint,
  type OnSite,
  type OpinionContent,
  type SignedFinding,
  type SignedOpinion,
} from '@junheng/api-contract';
import { addDays } from '../rounds/round-calendar.rules.ts';

/** Of the text as it is stored, in UTF-8. */
export function documentHash(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}

/** What must be written before an opinion is signed, as JSON pointers into it. An opinion says something: a section or a finding. */
export function emptyPlaces(content: OpinionContent): readonly string[] {
  const { basis, sections, findings } = content;
  const empty = (at: string, text: string) => (text.trim() === '' ? [at] : []);
  return [
    ...empty('/basis', basis),
    ...(sections.length + findings.length === 0 ? ['/sections'] : []),
    ...sections.flatMap(({ heading, points }, index) => [
      ...empty(`/sections/${index}/heading`, heading),
      ...(points.length === 0 ? [`/sections/${index}/points`] : []),
      ...points.flatMap(({ text }, place) => empty(`/sections/${index}/points/${place}/text`, text)),
    ]),
    ...findings.flatMap(({ fact, demand, dueOn }, index) => [
      ...empty(`/findings/${index}/fact`, fact),
      ...empty(`/findings/${index}/demand`, demand),
      ...(dueOn === null ? [`/findings/${index}/dueOn`] : []),
    ]),
  ];
}

export function emptyFeedbackPlaces(content: FeedbackContent): readonly string[] {
  const empty = (at: string, text: string) => (text.trim() === '' ? [at] : []);
  return [
    ...(content.conclusions.length === 0 ? ['/conclusions'] : []),
    ...content.conclusions.flatMap(({ heading, text }, index) => [
      ...empty(`/conclusions/${index}/heading`, heading),
      ...empty(`/conclusions/${index}/text`, text),
    ]),
    ...empty('/practice', content.practice),
    ...empty('/problems', content.problems),
    ...empty('/proposals', content.proposals),
  ];
}

/** Findings whose time limit does not lie after today, as JSON pointers. */
export function passedDueDates(
  findings: readonly { readonly dueOn: string | null }[],
  today: string,
): readonly string[] {
  return findings.flatMap(({ dueOn }, index) => (dueOn !== null && dueOn <= today ? [`/findings/${index}/dueOn`] : []));
}

/** The last days that the lead may set for an objection. */
export function objectionWindow(today: string): { readonly from: string; readonly to: string } {
  return { from: addDays(today, objectionDays.least), to: addDays(today, objectionDays.most) };
}

/** Everything an objection may be against: the ids of points and findings. */
export function targetsOf(
  content: Pick<OpinionContent, 'sections'> & { readonly findings: readonly { id: string }[] },
) {
  return new Set([
    ...content.sections.flatMap(({ points }) => points.map(({ id }) => id)),
    ...content.findings.map(({ id }) => id),
  ]);
}

/** Points of an objection without a whole answer. */
export function unanswered(points: readonly ObjectionPoint[], answers: readonly ObjectionAnswer[]): readonly string[] {
  return points.flatMap((point) => (isAnswered(point, answers) ? [] : [point.id]));
}

/**
 * A decision and a reason; of what is accepted wholly or in part the amended text, or (wholly) that it is withdrawn. About the whole
 * there is no one text to amend.
 */
function isAnswered({ id, target }: ObjectionPoint, answers: readonly ObjectionAnswer[]): boolean {
  const answer = answers.find(({ objectionId }) => objectionId === id);
  if (answer === undefined || answer.decision === null || answer.reason.trim() === '') return false;
  const amends = (answer.amended ?? '').trim() !== '' || (answer.amendedDemand ?? '').trim() !== '';
  switch (answer.decision) {
    case 'rejected':
      return !answer.withdrawn && !amends;
    case 'partly':
      return !answer.withdrawn && (target === null || amends);
    case 'accepted':
      return target === null ? !answer.withdrawn : answer.withdrawn !== amends;
    default: {
      const exhaustive: never = answer.decision;
      return exhaustive;
    }
  }
}

/** What the preliminary opinion becomes by the answers: nothing differs but what an answer amended or withdrew, and new dates. */
export function amendedBy(
  preliminary: Pick<SignedOpinion, 'sections' | 'findings'>,
  points: readonly ObjectionPoint[],
  answers: readonly ObjectionAnswer[],
  deadlines: readonly { readonly findingId: string; readonly dueOn: string }[],
): Pick<SignedOpinion, 'sections' | 'findings'> {
  const answerTo = new Map(
    points.flatMap(({ id, target }) => {
      const answer = answers.find(({ objectionId }) => objectionId === id);
      return target === null || answer === undefined ? [] : [[target, answer] as const];
    }),
  );
  const kept = <Part extends { readonly id: string }>(part: Part) => answerTo.get(part.id)?.withdrawn !== true;
  return {
    sections: preliminary.sections
      .map((section) => ({
        ...section,
        points: section.points
          .filter(kept)
          .map(({ id, text }) => ({ id, text: amended(answerTo.get(id)?.amended, text) })),
      }))
      .filter(({ points }) => points.length > 0),
    findings: preliminary.findings.filter(kept).map((finding) => ({
      ...finding,
      fact: amended(answerTo.get(finding.id)?.amended, finding.fact),
      demand: amended(answerTo.get(finding.id)?.amendedDemand, finding.demand),
      dueOn: deadlines.find(({ findingId }) => findingId === finding.id)?.dueOn ?? finding.dueOn,
    })),
  };
}

function amended(by: string | null | undefined, text: string): string {
  return by === null || by === undefined || by.trim() === '' ? text : by;
}

/** The last second in which an objection is in time still counts whole. */
export function objectionOver(endAt: Date, now: Date): boolean {
  return now.getTime() >= endAt.getTime() + 1000;
}

/** A finding of a visit with whoever signed it. */
export interface FoundOnSite {
  readonly at: string;
  readonly school: { readonly id: string };
  readonly county: { readonly id: string };
  readonly signed: { readonly by: string; readonly at: string; readonly hash: string };
}

/** Cited findings that no signed visit of the county holds (any more), or that stand under another school, as JSON pointers. */
export function notOnSite(
  { findings }: Pick<OpinionContent, 'findings'>,
  countyId: string,
  found: readonly FoundOnSite[],
): readonly string[] {
  return findings.flatMap(({ onSite, schoolId }, index) => {
    if (onSite === null) return [];
    const cited = citedIn(found, onSite);
    return cited?.county.id === countyId && schoolId === onSite.schoolId ? [] : [`/findings/${index}/onSite`];
  });
}

const citedIn = (found: readonly FoundOnSite[], { schoolId, at }: OnSite): FoundOnSite | undefined =>
  found.find((each) => each.school.id === schoolId && each.at === at);

/** Findings on site that the preliminary opinion took up and the final one left out. */
export function withdrawnOnSite(
  preliminary: Pick<SignedOpinion, 'findings'>,
  final: Pick<SignedOpinion, 'findings'>,
): readonly OnSite[] {
  const kept = new Set(final.findings.map(({ id }) => id));
  return preliminary.findings.flatMap(({ id, onSite }) => (onSite === null || kept.has(id) ? [] : [onSite]));
}

export function signedFindings(
  content: OpinionContent,
  schools: readonly { readonly id: string; readonly code: string; readonly name: string }[],
  found: readonly FoundOnSite[],
): readonly SignedFinding[] {
  return content.findings.map(({ id, referenceId, schoolId, fact, demand, dueOn, onSite }) => {
    const cited = onSite === null ? undefined : citedIn(found, onSite);
    const school = schools.find((each) => each.id === schoolId);
    return {
      id,
      referenceId,
      fact,
      demand,
      school: school === undefined ? null : { id: school.id, code: school.code, name: school.name },
      dueOn: dueOn ?? '',
      onSite:
        onSite === null || cited === undefined
          ? null
          : { ...onSite, by: cited.signed.by, signedAt: cited.signed.at, hash: cited.signed.hash },
    };
  });
}
