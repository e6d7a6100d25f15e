import type { MissingCell } from '../items/missing-cell.ts';
import type { SchoolRecord, StageId } from '../items/cells.ts';
import { addIntervals, anyAmount, largerInterval, nothing, scaleInterval } from '../quantities/interval.ts';
import type { Interval } from '../quantities/interval.ts';
import { isZero } from '../quantities/rational.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import { memberPupils } from '../schools/stage-pupils.ts';
import type { QuantityDefinition } from '../standards/edition.ts';
import { itemOf } from '../standards/edition-index.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { EvaluationMethod } from './evaluation-method.ts';
import { memberAmount } from './member-amount.ts';
import type { MemberAmount, PartsThatCount } from './member-amount.ts';
import type { StageShare } from './splitting.ts';
import type { SchoolInStage } from './school-in-stage.ts';

/** The amount x of one school-stage, with everything it came from. */
export interface StageAmount {
  readonly quantity: QuantityDefinition;
  readonly interval: Interval;
  /** The amount before splitting; equal to `interval` where nothing was split. */
  readonly total: Interval;
  /** Set where the whole school's amount was divided by weights. */
  readonly share: StageShare | null;
  readonly members: readonly MemberAmount[];
  readonly missing: readonly MissingCell[];
  readonly contradiction: boolean;
}

interface Context {
  readonly indexed: IndexedEdition;
  readonly quantity: QuantityDefinition;
  readonly stage: StageId;
  readonly method: EvaluationMethod;
}

/** The part of a raw amount that belongs to the stage. `share` is null where the school has no other stage. */
export function stageAmount(quantity: QuantityDefinition, school: SchoolInStage): StageAmount {
  const { indexed, method, stage, unit, share } = school;
  const context: Context = { indexed, quantity, stage, method };
  if (quantity.level === 'stage')
    return combine(
      context,
      unit.members.flatMap((member) => ownStageAmount(context, member) ?? []),
      null,
    );
  if (share === null)
    return combine(
      context,
      unit.members.map((member) => wholeAmount(context, member)),
      null,
    );
  switch (method.split) {
    case 'weighted': {
      const wholes = unit.members.map((member) => wholeAmount(context, member));
      const ownPart = wholes.some((whole) => whole.missing.length > 0) ? ownPartOf(context, unit, share) : null;
      return ownPart === null ? combine(context, wholes, share) : combine(context, ownPart, null);
    }
    case 'reported-by-stage':
      return combine(
        context,
        unit.members.flatMap((member) => facilityOfStage(context, member) ?? []),
        null,
      );
    default: {
      const exhaustive: never = method.split;
      return exhaustive;
    }
  }
}

function combine(
  { indexed, quantity }: Context,
  members: readonly MemberAmount[],
  share: StageShare | null,
): StageAmount {
  const contradiction = members.some((each) => each.contradiction);
  const join = isOfLargestCampus(indexed, quantity) ? largerInterval : addIntervals;
  const total = contradiction ? anyAmount : members.reduce((so, each) => join(so, each.interval), nothing);
  return {
    quantity,
    interval: share === null ? total : scaleInterval(total, share.share),
    total,
    share,
    members,
    missing: missingOf(members, share),
    contradiction,
  };
}

/** Mostly nothing is: then nothing is copied. */
function missingOf(members: readonly MemberAmount[], share: StageShare | null): readonly MissingCell[] {
  const lacking = members.filter((each) => each.missing.length > 0);
  const [first] = lacking;
  if (share === null || share.missing.length === 0) {
    if (first === undefined) return [];
    if (lacking.length === 1) return first.missing;
  }
  return [...lacking.flatMap((each) => each.missing), ...(share?.missing ?? [])];
}

/** The largest class of a school is that of one of its campuses, not of all of them together. */
export function isOfLargestCampus(indexed: IndexedEdition, quantity: QuantityDefinition): boolean {
  return quantity.parts.some((part) => itemOf(indexed, part.item).ofCampuses === 'largest');
}

function read(
  { indexed, quantity, method, stage }: Context,
  member: SchoolRecord,
  cellStage: StageId | null,
  parts: PartsThatCount = 'asked',
): MemberAmount {
  return memberAmount(indexed, quantity, member, cellStage, cellStage ?? stage, method.evaluationDate, parts);
}

/** Items by stage: a member without the stage adds nothing; one with no pupils in it is not asked, so only what it reported counts. */
function ownStageAmount(context: Context, member: SchoolRecord): MemberAmount | null {
  const pupils = memberPupils(context.indexed, member, context.stage);
  if (!pupils.asked) return null;
  const empty = pupils.count.high !== null && isZero(pupils.count.high);
  return read(context, member, context.stage, empty ? 'reported' : 'asked');
}

/** The whole school's amount; where that is not complete but every stage's part is, their sum. */
function wholeAmount(context: Context, member: SchoolRecord): MemberAmount {
  const whole = read(context, member, null);
  if (whole.missing.length === 0) return whole;
  const stages = stagesWithPupils(context, member);
  const parts = stages.map((stage) => read(context, member, stage));
  if (parts.length === 0 || parts.some((part) => part.missing.length > 0)) return whole;
  return {
    interval: parts.reduce((sum, part) => addIntervals(sum, part.interval), nothing),
    origin: 'stages',
    terms: parts.flatMap((part) => part.terms),
    missing: [],
    contradiction: parts.some((part) => part.contradiction),
    openRules: parts.flatMap((part) => part.openRules),
    openTerms: parts.flatMap((part) => part.openTerms),
  };
}

/**
 * A table of one stage names a school's part of that stage and says nothing of the rest (小学部 of a 九年一贯制学校 in the
 * statistics form of the primary schools). What it gives is the part's own, there is nothing to divide. As soon as pupils of
 * another stage are known the school is known as one, and its facilities are divided by weight or not decided. null: not such a part.
 */
function ownPartOf(context: Context, unit: SchoolUnit, share: StageShare): readonly MemberAmount[] | null {
  // Merged campuses may have the whole of a stage without saying so: what they lack stays missing.
  if (unit.members.length > 1) return null;
  if (share.weights.some((each) => each.stage !== context.stage && each.pupils !== null)) return null;
  const part = read(context, unit.record, context.stage);
  return part.missing.length > 0 ? null : [part];
}

/** Split by report: a member of one stage reports as a whole, any other by stage. */
function facilityOfStage(context: Context, member: SchoolRecord): MemberAmount | null {
  const stages = stagesWithPupils(context, member);
  if (stages.length > 0 && !stages.includes(context.stage)) return null;
  return stages.length === 1 ? wholeAmount(context, member) : read(context, member, context.stage);
}

function stagesWithPupils({ indexed }: Context, member: SchoolRecord): readonly StageId[] {
  return indexed.edition.stages
    .map((each) => each.id)
    .filter((stage) => {
      const { asked, count } = memberPupils(indexed, member, stage);
      return asked && (count.high === null || !isZero(count.high));
    });
}
