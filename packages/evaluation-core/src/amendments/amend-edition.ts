import { editionHash } from '../fingerprints/hashes.ts';
import type { Edition } from '../standards/edition.ts';
import type { Requirement, RequirementRule } from '../standards/requirement.ts';
import type { ScoredPoint } from '../standards/score-card.ts';
import { settingIds } from '../standards/settings.ts';
import { isRemovable, withoutRequirement, withRequirement } from './requirements-of-edition.ts';
import { withSetting } from './settings-of-edition.ts';
import type { Amendment, AmendmentFault } from './amendment.ts';

export type AmendedEdition =
  { readonly ok: true; readonly edition: Edition } | { readonly ok: false; readonly faults: readonly AmendmentFault[] };

/**
 * A bureau's edition: a published edition and the changes to it, applied in their order. All changes that name something the edition
 * does not have are refused together. Whether the result makes sense is `validateEdition`'s to say.
 */
export function amendEdition(
  base: Edition,
  identity: { readonly id: string; readonly instrument: string },
  amendments: readonly Amendment[],
): AmendedEdition {
  const faults: AmendmentFault[] = [];
  let edition: Edition = { ...base, ...identity, base: { editionId: base.id, editionHash: editionHash(base) } };
  amendments.forEach((amendment, index) => {
    const result = apply(edition, amendment);
    if ('fault' in result) faults.push({ index, ...result });
    else edition = result;
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, edition };
}

type Refusal = Pick<AmendmentFault, 'fault' | 'what'>;
type Result<T> = T | Refusal;

function refused(fault: AmendmentFault['fault'], what: string): Refusal {
  return { fault, what };
}

function isRefusal(value: object): value is Refusal {
  return 'fault' in value;
}

function apply(edition: Edition, amendment: Amendment): Result<Edition> {
  switch (amendment.kind) {
    case 'threshold':
      return changeThreshold(edition, amendment);
    case 'cv-limit': {
      const { stage, value, source } = amendment;
      const { balanceRule } = edition;
      if (balanceRule === null) return refused('not-such-a-rule', 'balanceRule');
      if (!edition.stages.some((each) => each.id === stage && each.evaluated)) return refused('unknown-stage', stage);
      return { ...edition, balanceRule: { ...balanceRule, limits: { ...balanceRule.limits, [stage]: value }, source } };
    }
    case 'school-rule': {
      const { minimumMet, floorShare, source } = amendment;
      const { schoolRule } = edition;
      if (schoolRule?.kind !== 'at-least-m-of-n') return refused('not-such-a-rule', schoolRule?.kind ?? 'schoolRule');
      return { ...edition, schoolRule: { ...schoolRule, minimumMet, floorShare, source } };
    }
    case 'special-rule': {
      const { rule: id, enabled, validFrom, validUntil } = amendment;
      if (!edition.specialRules.some((rule) => rule.id === id)) return refused('unknown-special-rule', id);
      return {
        ...edition,
        specialRules: edition.specialRules.map((rule) =>
          rule.id === id ? { ...rule, enabled, validFrom, validUntil } : rule,
        ),
      };
    }
    case 'requirement-limit':
      return changeRequirement(edition, amendment.requirement, (requirement) => {
        const rule = ruleWithLimit(requirement.rule, amendment);
        return isRefusal(rule) ? rule : { ...requirement, rule, source: amendment.source };
      });
    case 'points':
      return changePoint(edition, amendment.requirement, amendment.point, (point) => ({
        ...point,
        maximum: amendment.maximum,
        source: amendment.source,
      }));
    case 'pass-mark':
      return changeRequirement(edition, amendment.requirement, (requirement) =>
        requirement.rule.kind === 'scored'
          ? {
              ...requirement,
              rule: { ...requirement.rule, total: amendment.total, pass: amendment.pass },
              source: amendment.source,
            }
          : refused('not-such-a-rule', requirement.id),
      );
    case 'responsible': {
      const { responsible } = amendment;
      return amendment.point === null
        ? changeRequirement(edition, amendment.requirement, (requirement) => ({ ...requirement, responsible }))
        : changePoint(edition, amendment.requirement, amendment.point, (point) => ({ ...point, responsible }));
    }
    case 'evidence': {
      const { evidence } = amendment;
      return amendment.point === null
        ? changeRequirement(edition, amendment.requirement, (requirement) => ({ ...requirement, evidence }))
        : changePoint(edition, amendment.requirement, amendment.point, (point) => ({ ...point, evidence }));
    }
    case 'added-requirement':
      return edition.requirements.some((each) => each.id === amendment.requirement.id)
        ? refused('duplicate-requirement', amendment.requirement.id)
        : withRequirement(edition, amendment);
    case 'removed-requirement': {
      const requirement = edition.requirements.find((each) => each.id === amendment.requirement);
      if (requirement === undefined) return refused('unknown-requirement', amendment.requirement);
      return isRemovable(edition, requirement)
        ? withoutRequirement(edition, requirement)
        : refused('not-removable', amendment.requirement);
    }
    case 'setting':
      return settingIds(edition).includes(amendment.setting)
        ? withSetting(edition, amendment)
        : refused('unknown-setting', amendment.setting);
    case 'include-private':
      return { ...edition, scope: { ...edition.scope, includePrivate: amendment.includePrivate } };
    case 'splitting':
      return { ...edition, splitting: { ...edition.splitting, method: amendment.method } };
    case 'rounding':
      return { ...edition, rounding: { indicators: amendment.indicators, cvs: amendment.cvs } };
    default: {
      const exhaustive: never = amendment;
      return exhaustive;
    }
  }
}

function changeThreshold(edition: Edition, change: Extract<Amendment, { kind: 'threshold' }>): Result<Edition> {
  const indicator = edition.indicators.find((each) => each.id === change.indicator);
  if (indicator === undefined) return refused('unknown-indicator', change.indicator);
  if (!('thresholds' in indicator)) return refused('not-such-a-rule', change.indicator);
  if (!edition.stages.some((each) => each.id === change.stage && each.evaluated))
    return refused('unknown-stage', change.stage);
  const thresholds = { ...indicator.thresholds, [change.stage]: change.value };
  const changed = { ...indicator, thresholds, source: change.source };
  return { ...edition, indicators: edition.indicators.map((each) => (each.id === indicator.id ? changed : each)) };
}

function changeRequirement(
  edition: Edition,
  id: string,
  change: (requirement: Requirement) => Result<Requirement>,
): Result<Edition> {
  const requirement = edition.requirements.find((each) => each.id === id);
  if (requirement === undefined) return refused('unknown-requirement', id);
  const changed = change(requirement);
  if (isRefusal(changed)) return changed;
  return { ...edition, requirements: edition.requirements.map((each) => (each.id === id ? changed : each)) };
}

function changePoint(
  edition: Edition,
  requirementId: string,
  pointId: string,
  change: (point: ScoredPoint) => ScoredPoint,
): Result<Edition> {
  return changeRequirement(edition, requirementId, (requirement) => {
    const { rule } = requirement;
    if (rule.kind !== 'scored') return refused('not-such-a-rule', requirementId);
    if (!rule.points.some((point) => point.id === pointId)) return refused('unknown-point', pointId);
    const points = rule.points.map((point) => (point.id === pointId ? change(point) : point));
    return { ...requirement, rule: { ...rule, points } };
  });
}

type LimitChange = Extract<Amendment, { kind: 'requirement-limit' }>;

/** The rule, or the named part of it, with another number to be compared with. */
function ruleWithLimit(rule: RequirementRule, change: LimitChange): Result<RequirementRule> {
  if (change.part === null) {
    switch (rule.kind) {
      case 'comparison':
        return { ...rule, right: change.limit };
      case 'share':
        return { ...rule, limit: change.limit };
      default:
        return refused('not-such-a-rule', change.requirement);
    }
  }
  if (rule.kind !== 'all-of' && rule.kind !== 'at-least-of') return refused('unknown-part', change.part);
  const part = rule.parts.find((each) => each.id === change.part);
  if (part === undefined) return refused('unknown-part', change.part);
  const changed = ruleWithLimit(part.rule, { ...change, part: null });
  if (isRefusal(changed)) return changed;
  return { ...rule, parts: rule.parts.map((each) => (each.id === part.id ? { ...each, rule: changed } : each)) };
}
