import type { ChangeDraftRequest } from '@junheng/api-contract';
import { amendEdition, editionDifferences, type Edition } from '@junheng/evaluation-core';

export type Change = ChangeDraftRequest['amendments'][number];

/** What a change is of: a later one of the same thing replaces it. */
export function targetOf(change: Change): string {
  switch (change.kind) {
    case 'threshold':
      return `threshold/${change.indicator}/${change.stage}`;
    case 'cv-limit':
      return `cv-limit/${change.stage}`;
    case 'special-rule':
      return `special-rule/${change.rule}`;
    case 'requirement-limit':
      return `requirement-limit/${change.requirement}/${change.part ?? ''}`;
    case 'points':
      return `points/${change.requirement}/${change.point}`;
    case 'pass-mark':
      return `pass-mark/${change.requirement}`;
    case 'responsible':
    case 'evidence':
      return `${change.kind}/${change.requirement}/${change.point ?? ''}`;
    case 'added-requirement':
      return `requirement/${change.requirement.id}`;
    case 'removed-requirement':
      return `requirement/${change.requirement}`;
    case 'setting':
      return `setting/${change.setting}`;
    case 'school-rule':
    case 'include-private':
    case 'splitting':
      return change.kind;
    default: {
      const exhaustive: never = change;
      return exhaustive;
    }
  }
}

/** The list with this change in the place of an earlier one of the same thing; without it where it changes nothing of the base. */
export function withChange(base: Edition, changes: readonly Change[], change: Change): readonly Change[] {
  const target = targetOf(change);
  const others = changes.filter((each) => targetOf(each) !== target);
  return isChange(base, change) ? [...others, change] : others;
}

/** Where a number comes from alone is no change: the number itself must differ. */
function isChange(base: Edition, change: Change): boolean {
  const amended = amendEdition(base, { id: base.id, instrument: base.instrument }, [change]);
  if (!amended.ok) return true;
  return editionDifferences(base, amended.edition).some(({ kind }) => kind !== 'source');
}

/** The requirement a change is of; null for changes of anything else. */
function requirementOf(change: Change): string | null {
  if (!('requirement' in change)) return null;
  return typeof change.requirement === 'string' ? change.requirement : change.requirement.id;
}

/** The list that leaves a requirement out: what was changed in it is gone, too; one that the bureau had added is only not added. */
export function withoutRequirement(base: Edition, changes: readonly Change[], id: string): readonly Change[] {
  const others = changes.filter((change) => requirementOf(change) !== id);
  return base.requirements.some((each) => each.id === id)
    ? [...others, { kind: 'removed-requirement', requirement: id }]
    : others;
}

/** The list that leaves it in again. */
export function withRequirementBack(changes: readonly Change[], id: string): readonly Change[] {
  return changes.filter((change) => !(change.kind === 'removed-requirement' && change.requirement === id));
}
