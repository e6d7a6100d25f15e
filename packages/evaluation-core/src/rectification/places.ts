import type { StageId } from '../items/cells.ts';
import { indexEdition } from '../standards/edition-index.ts';
import type { Edition, IndicatorDefinition } from '../standards/edition.ts';
import type { Requirement, RequirementRule } from '../standards/requirement.ts';
import type { ProblemPlace } from './problem.ts';
import { problemKey, sumsUp } from './problems-of.ts';

/** A school as far as it decides what an edition asks of it. */
export interface PlacedSchool {
  readonly schoolId: string;
  /** Id of a school type; one that the edition does not know is asked everything. */
  readonly type: string;
}

/**
 * What a school may be found to fail, as `problemsOf` would name it: indicators that are judged in its stages, and requirements asked of
 * schools. Whether it is in scope, and asked, only its data say. In the order of the edition.
 */
export function placesOfSchool(edition: Edition, { schoolId, type }: PlacedSchool): readonly ProblemPlace[] {
  const { evaluatedStages } = indexEdition(edition);
  const known = edition.schoolTypes.find(({ id }) => id === type);
  const stages = evaluatedStages.filter((stage) => known?.stages.some((each) => each.stage === stage) ?? true);
  return [
    ...stages.flatMap((stage) =>
      edition.indicators
        .filter((indicator) => isJudged(indicator, stage))
        .map(({ id }) => ({ kind: 'indicator', schoolId, stage, indicatorId: id }) as const),
    ),
    ...edition.requirements.flatMap((requirement) => {
      if (requirement.per === 'county') return [];
      const asked = requirement.per === 'school' ? [null] : stages;
      return asked.flatMap((stage) => partsOf(requirement, schoolId, stage));
    }),
  ];
}

/** As `placesOfSchool`, of the county: its difference coefficients and what is asked of it as a whole. */
export function placesOfCounty(edition: Edition): readonly ProblemPlace[] {
  const { evaluatedStages, balanced } = indexEdition(edition);
  const { balanceRule } = edition;
  const limited = evaluatedStages.filter((stage) => balanceRule?.limits[stage] !== undefined);
  return [
    ...limited.flatMap((stage): readonly ProblemPlace[] =>
      balanceRule?.kind === 'composite-cv'
        ? [{ kind: 'composite-cv', stage }]
        : balanced.map(({ definition }) => ({ kind: 'cv', stage, indicatorId: definition.id })),
    ),
    ...edition.requirements.flatMap((requirement) =>
      requirement.per === 'county' ? partsOf(requirement, null, null) : [],
    ),
  ];
}

/** Can the edition find fault there at all? Else no data would ever say that it is put right. */
export function hasPlace(edition: Edition, place: ProblemPlace, school: PlacedSchool | null): boolean {
  const key = problemKey(place);
  const places = school === null ? placesOfCounty(edition) : placesOfSchool(edition, school);
  return places.some((each) => problemKey(each) === key);
}

function isJudged(indicator: IndicatorDefinition, stage: StageId): boolean {
  return indicator.kind === 'answer' || typeof indicator.thresholds[stage] === 'string';
}

function partsOf({ id, rule }: Requirement, schoolId: string | null, stage: StageId | null): readonly ProblemPlace[] {
  if (sumsUp(rule)) return [];
  const parts = partIds(rule, '');
  return (parts.length === 0 ? [null] : parts).map((part) => ({
    kind: 'requirement',
    requirementId: id,
    part,
    schoolId,
    stage,
  }));
}

function partIds(rule: RequirementRule, prefix: string): readonly string[] {
  if (rule.kind !== 'all-of') return [];
  return rule.parts.flatMap((part) => {
    const id = `${prefix}${part.id}`;
    if (sumsUp(part.rule)) return [];
    const deeper = partIds(part.rule, `${id}.`);
    return deeper.length === 0 ? [id] : deeper;
  });
}
