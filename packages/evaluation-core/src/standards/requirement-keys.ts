import type { Edition } from './edition.ts';
import type { RequirementRule } from './requirement.ts';
import { settingIds } from './settings.ts';

/** What an edition asks beside the indicators: keys of its requirements, their parts and points, and of what they name. */
export function requirementKeys(edition: Edition): readonly string[] {
  const { requirements, dimensions } = edition;
  const points = requirements.flatMap(({ id, rule }) =>
    rule.kind === 'scored' ? rule.points.map((point) => ({ requirement: id, point })) : [],
  );
  return [
    ...requirements.map((requirement) => `requirement.${requirement.id}`),
    ...requirements.flatMap(({ id, rule }) => partKeys(`requirement.${id}`, rule)),
    ...points.map(({ requirement, point }) => `point.${requirement}.${point.id}`),
    ...points.flatMap(({ requirement, point: { id, scoring } }) => [
      ...(scoring.kind === 'all-or-nothing' ? partKeys(`point.${requirement}.${id}`, scoring.rule) : []),
      ...(scoring.kind === 'deductions'
        ? scoring.deductions.map((each) => `deduction.${requirement}.${id}.${each.id}`)
        : []),
    ]),
    ...[...new Set([...requirements.map((each) => each.group), ...dimensions.map((each) => each.id)])].map(
      (group) => `requirement-group.${group}`,
    ),
    ...new Set(
      [...requirements, ...points.map(({ point }) => point)].flatMap((each) =>
        each.evidence.map((evidence) => `evidence.${evidence}`),
      ),
    ),
    ...settingIds(edition).map((id) => `setting.${id}`),
    'year-change.last',
    'year-change.earlier',
  ];
}

function partKeys(above: string, rule: RequirementRule): readonly string[] {
  return rule.kind === 'all-of' || rule.kind === 'at-least-of'
    ? rule.parts.flatMap((part) => [`${above}.${part.id}`, ...partKeys(`${above}.${part.id}`, part.rule)])
    : [];
}
