import type { RegisteredFact } from '@junheng/evaluation-core';
import type { DomainError } from '../../platform/errors/domain-error.ts';
import { registerErrors } from './registers.errors.ts';
import type { RegisterContent, RegisterRowRecord } from './registers.types.ts';

/** What is wrong with a row by itself; null where nothing is. @param today `YYYY-MM-DD` in the county's zone */
export function faultOf(content: RegisterContent, today: string): DomainError | null {
  const { details, startsOn, endsOn, schoolId } = content;
  if (endsOn !== null && endsOn < startsOn) return registerErrors.datesWrong();
  switch (details.kind) {
    case 'staff-rotation':
      if (details.backbone > details.people)
        return registerErrors.backboneAbovePeople(details.people, details.backbone);
      return details.toSchoolId !== null && details.toSchoolId === schoolId ? registerErrors.sameSchool() : null;
    case 'safety':
      // What has not happened cannot be registered.
      if (startsOn > today || (details.putRightOn ?? '') > today) return registerErrors.inFuture(today);
      return details.putRightOn !== null && details.putRightOn < startsOn ? registerErrors.datesWrong() : null;
    case 'project':
      return new Set(details.money.map(({ source }) => source)).size < details.money.length
        ? registerErrors.sourceTwice()
        : null;
    case 'pairing':
      return null;
    default: {
      const exhaustive: never = details;
      return exhaustive;
    }
  }
}

/** What the rules of a standard read in rows that are in force. */
export function factsOf(rows: readonly RegisterRowRecord[]): readonly RegisteredFact[] {
  return rows.flatMap(({ details, startsOn: on, withdrawnAt }): RegisteredFact[] => {
    if (withdrawnAt !== null) return [];
    switch (details.kind) {
      case 'staff-rotation': {
        const { kind, form, post, people, backbone } = details;
        return [{ kind, on, form, post, people, backbone }];
      }
      case 'safety':
        return [{ kind: details.kind, on, case: details.case, severity: details.severity }];
      case 'pairing':
      case 'project':
        return [];
      default: {
        const exhaustive: never = details;
        return exhaustive;
      }
    }
  });
}

/** Schools a row names. */
export function schoolsOf({ schoolId, details }: RegisterContent): readonly string[] {
  const to = details.kind === 'staff-rotation' ? details.toSchoolId : null;
  return [...new Set([schoolId, to].filter((id) => id !== null))];
}
