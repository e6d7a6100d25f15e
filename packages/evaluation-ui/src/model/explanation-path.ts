import type { CountyEvaluation, Outcome } from '@junheng/evaluation-core';

/** `schoolId` of null: the county's; `stage` of null: the whole school. */
interface InRequirement {
  readonly requirementId: string;
  readonly schoolId: string | null;
  readonly stage: string | null;
}

interface PlaceInRequirement extends InRequirement {
  /** Ids of parts, points, sides of a comparison and places within an amount, from the outside in. */
  readonly where: readonly string[];
}

/** An address in the explanation, taken apart. The grammar is the core's `NodePath`. */
export type PathParts =
  | { readonly kind: 'county' }
  | { readonly kind: 'resource-allocation' }
  | ({ readonly kind: 'requirement' } & InRequirement)
  | ({ readonly kind: 'part' } & PlaceInRequirement)
  | ({ readonly kind: 'point' } & PlaceInRequirement)
  | ({ readonly kind: 'amount' } & PlaceInRequirement)
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'composite'; readonly stage: string }
  | { readonly kind: 'cv'; readonly stage: string; readonly indicatorId: string }
  | { readonly kind: 'school'; readonly schoolId: string; readonly stage: string }
  | { readonly kind: 'share'; readonly schoolId: string; readonly stage: string }
  | { readonly kind: 'pupils'; readonly schoolId: string; readonly stage: string }
  | { readonly kind: 'indicator'; readonly schoolId: string; readonly stage: string; readonly indicatorId: string }
  | {
      readonly kind: 'quantity';
      readonly schoolId: string;
      readonly stage: string;
      readonly indicatorId: string;
      /** Of a ratio: which of its two amounts. */
      readonly part: 'numerator' | 'denominator' | null;
    };

export const paths = {
  county: 'county',
  resourceAllocation: 'resource-allocation',
  requirement: (id: string, schoolId: string | null = null, stage: string | null = null) =>
    ['requirement', id, ...(schoolId === null ? [] : [schoolId]), ...(stage === null ? [] : [stage])]
      .map(encodeSlash)
      .join('/'),
  stage: (stage: string) => `stage/${stage}`,
  composite: (stage: string) => `composite/${stage}`,
  cv: (stage: string, indicatorId: string) => `cv/${stage}/${indicatorId}`,
  school: (schoolId: string, stage: string) => `school/${encodeSlash(schoolId)}/${stage}`,
  indicator: (schoolId: string, stage: string, indicatorId: string) =>
    `indicator/${encodeSlash(schoolId)}/${stage}/${indicatorId}`,
} as const;

function encodeSlash(id: string): string {
  return id.includes('/') || id.includes('%') ? encodeURIComponent(id) : id;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const withFour: ReadonlySet<string> = new Set(['quantity', 'part', 'point', 'amount']);

function whose(schoolId: string | undefined, stage: string | undefined): Pick<InRequirement, 'schoolId' | 'stage'> {
  return {
    schoolId: schoolId === undefined ? null : decode(schoolId),
    stage: stage === undefined ? null : decode(stage),
  };
}

/** Null for anything that is no address. */
export function readPath(path: string): PathParts | null {
  const [kind, first, second, third, fourth, ...rest] = path.split('/');
  if (rest.length > 0 || (fourth !== undefined && !withFour.has(kind ?? ''))) return null;
  switch (kind) {
    case 'county':
      return first === undefined ? { kind } : null;
    case 'resource-allocation':
      return first === undefined ? { kind } : null;
    case 'requirement':
      return first && second !== '' && third !== ''
        ? { kind, requirementId: decode(first), ...whose(second, third) }
        : null;
    case 'part':
    case 'point':
    case 'amount':
      return first && second && third !== '' && fourth !== ''
        ? { kind, requirementId: decode(first), where: decode(second).split('.'), ...whose(third, fourth) }
        : null;
    case 'stage':
    case 'composite':
      return first && second === undefined ? { kind, stage: first } : null;
    case 'cv':
      return first && second && third === undefined ? { kind, stage: first, indicatorId: second } : null;
    case 'school':
    case 'share':
    case 'pupils':
      return first && second && third === undefined ? { kind, schoolId: decode(first), stage: second } : null;
    case 'indicator':
      return first && second && third ? { kind, schoolId: decode(first), stage: second, indicatorId: third } : null;
    case 'quantity': {
      const part = fourth === 'numerator' || fourth === 'denominator' ? fourth : null;
      if (!first || !second || !third || (fourth !== undefined && part === null)) return null;
      return { kind, schoolId: decode(first), stage: second, indicatorId: third, part };
    }
    default:
      return null;
  }
}

/** Addresses from the county down to the one above this node: the way one would walk by hand. */
export function waySteps(path: string): readonly string[] {
  const parts = readPath(path);
  if (parts === null) return [];
  switch (parts.kind) {
    case 'county':
      return [];
    case 'resource-allocation':
      return [paths.county];
    case 'requirement':
      return parts.schoolId === null ? [paths.county] : [paths.county, paths.requirement(parts.requirementId)];
    // A number that a school adds to a total of the county has no school's condition above it.
    case 'point':
    case 'amount':
      return [paths.county, paths.requirement(parts.requirementId)];
    case 'part': {
      const own = paths.requirement(parts.requirementId, parts.schoolId, parts.stage);
      return [...waySteps(own), own];
    }
    case 'stage':
      return [paths.county, paths.resourceAllocation];
    case 'composite':
    case 'cv':
    case 'school':
      return [paths.county, paths.resourceAllocation, paths.stage(parts.stage)];
    case 'indicator':
    case 'share':
    case 'pupils':
      return [...waySteps(paths.school(parts.schoolId, parts.stage)), paths.school(parts.schoolId, parts.stage)];
    case 'quantity': {
      const indicator = paths.indicator(parts.schoolId, parts.stage, parts.indicatorId);
      return [...waySteps(indicator), indicator];
    }
    default: {
      const exhaustive: never = parts;
      return exhaustive;
    }
  }
}

/** What of a result explanations name: a school is shown only its own part of it. */
export type ExplainedResult = Pick<CountyEvaluation, 'countyName' | 'county' | 'resourceAllocation' | 'schoolStages'>;

/** What the result already knows of a node, so that a list of children needs no request for each. */
export interface NodeSummary {
  readonly outcome: Outcome | null;
  readonly aboveFloor: boolean | null;
  readonly value: number | null;
  readonly schoolName: string | null;
}

const nothing: NodeSummary = { outcome: null, aboveFloor: null, value: null, schoolName: null };

export function summaryOf(result: ExplainedResult, path: string): NodeSummary {
  const parts = readPath(path);
  if (parts === null) return nothing;
  switch (parts.kind) {
    case 'county':
      return { ...nothing, outcome: result.county.outcome };
    case 'resource-allocation':
      return { ...nothing, outcome: result.resourceAllocation.outcome };
    case 'requirement':
    case 'part':
      return {
        ...nothing,
        schoolName: schoolNameOf(result, parts.schoolId),
        outcome: outcomeInRequirement(result, parts),
      };
    case 'point':
    case 'amount':
      return { ...nothing, schoolName: schoolNameOf(result, parts.schoolId) };
    case 'stage':
      return { ...nothing, outcome: stageOf(result, parts.stage)?.outcome ?? null };
    case 'composite': {
      const composite = stageOf(result, parts.stage)?.composite;
      return composite == null ? nothing : { ...nothing, outcome: composite.outcome, value: composite.value };
    }
    case 'cv': {
      const cv = stageOf(result, parts.stage)?.cvs.find((each) => each.indicatorId === parts.indicatorId);
      return cv === undefined ? nothing : { ...nothing, outcome: cv.outcome, value: cv.cv };
    }
    case 'school':
    case 'share':
    case 'pupils': {
      const school = schoolStageOf(result, parts.schoolId, parts.stage);
      if (school === undefined) return nothing;
      return {
        ...nothing,
        schoolName: school.name,
        outcome: parts.kind === 'school' ? school.outcome : null,
        value: parts.kind === 'pupils' ? school.pupils : null,
      };
    }
    case 'indicator':
    case 'quantity': {
      const school = schoolStageOf(result, parts.schoolId, parts.stage);
      const indicator = school?.indicators.find((each) => each.indicatorId === parts.indicatorId);
      if (school === undefined || indicator === undefined) return nothing;
      if (parts.kind === 'quantity') return { ...nothing, schoolName: school.name };
      return {
        outcome: indicator.outcome,
        aboveFloor: indicator.aboveFloor,
        value: indicator.value,
        schoolName: school.name,
      };
    }
    default: {
      const exhaustive: never = parts;
      return exhaustive;
    }
  }
}

/** Of a school only what is open or unmet stands in the result; nothing is said of the others. */
function outcomeInRequirement(
  result: ExplainedResult,
  parts: Extract<PathParts, { kind: 'requirement' | 'part' }>,
): Outcome | null {
  const requirement = result.county.requirements.find((each) => each.requirementId === parts.requirementId);
  const of =
    parts.schoolId === null
      ? requirement
      : requirement?.schools?.open.find((each) => each.schoolId === parts.schoolId && each.stage === parts.stage);
  if (parts.kind === 'requirement') return of?.outcome ?? null;
  return of?.parts.find((each) => each.part === parts.where.join('.'))?.outcome ?? null;
}

/** Null where no stage of it is in the result (特殊教育学校 are asked conditions, too). */
function schoolNameOf(result: ExplainedResult, schoolId: string | null): string | null {
  return result.schoolStages.find((each) => each.schoolId === schoolId)?.name ?? null;
}

function stageOf(result: ExplainedResult, stage: string) {
  return result.resourceAllocation.stages.find((each) => each.stage === stage);
}

function schoolStageOf(result: ExplainedResult, schoolId: string, stage: string) {
  return result.schoolStages.find((each) => each.schoolId === schoolId && each.stage === stage);
}
