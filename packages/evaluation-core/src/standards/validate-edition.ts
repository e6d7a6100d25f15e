import { conditionCells } from '../items/condition.ts';
import { decimalOrUndefined } from '../quantities/decimal.ts';
import type { CheckRule } from './check-rule.ts';
import type { Edition } from './edition.ts';

/** A fault of an edition: where, and what it refers to that does not exist or cannot be read. */
export interface EditionFault {
  readonly where: string;
  readonly fault:
    | 'unknown-item'
    | 'unknown-stage'
    | 'unknown-quantity'
    | 'unknown-type'
    | 'unknown-section'
    | 'duplicate'
    | 'not-a-decimal'
    | 'wrong-level'
    | 'missing-limit'
    | 'bad-id';
  readonly what: string;
}

/** Everything that would make an edition fail or mislead when it is evaluated; empty = it can be published. */
export function validateEdition(edition: Edition): readonly EditionFault[] {
  return [
    ...itemFaults(edition),
    ...quantityFaults(edition),
    ...indicatorFaults(edition),
    ...ruleFaults(edition),
    ...checkFaults(edition),
  ];
}

type Faults = EditionFault[];

function duplicates(where: string, ids: readonly string[], faults: Faults): void {
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index)))
    faults.push({ where, fault: 'duplicate', what: id });
}

function itemFaults(edition: Edition): Faults {
  const faults: Faults = [];
  const stages = edition.stages.map((stage) => stage.id);
  const items = new Set(edition.items.map((item) => item.id));
  duplicates('stages', stages, faults);
  duplicates(
    'items',
    edition.items.map((item) => item.id),
    faults,
  );
  for (const id of [...stages, ...items])
    if (!/^[a-z0-9-]+$/i.test(id)) faults.push({ where: 'ids', fault: 'bad-id', what: id });
  for (const item of edition.items) {
    const where = `items/${item.id}`;
    if (!edition.sections.includes(item.section)) faults.push({ where, fault: 'unknown-section', what: item.section });
    for (const stage of [...(item.stages ?? []), ...item.alsoByStage]) {
      if (!stages.includes(stage)) faults.push({ where, fault: 'unknown-stage', what: stage });
    }
    for (const key of conditionCells(item.condition))
      if (!items.has(key)) faults.push({ where, fault: 'unknown-item', what: key });
    for (const bound of Object.values(item.plausible ?? {})) {
      if (typeof bound === 'string' && decimalOrUndefined(bound) === undefined)
        faults.push({ where, fault: 'not-a-decimal', what: bound });
    }
  }
  for (const id of [edition.pupilsItem, edition.schoolTypeItem])
    if (!items.has(id)) faults.push({ where: 'edition', fault: 'unknown-item', what: id });
  for (const type of edition.schoolTypes) {
    for (const { stage } of type.stages)
      if (!stages.includes(stage))
        faults.push({ where: `schoolTypes/${type.id}`, fault: 'unknown-stage', what: stage });
  }
  return faults;
}

function quantityFaults(edition: Edition): Faults {
  const faults: Faults = [];
  duplicates(
    'quantities',
    edition.quantities.map((each) => each.id),
    faults,
  );
  for (const quantity of edition.quantities) {
    const where = `quantities/${quantity.id}`;
    for (const id of [
      ...quantity.parts.map((part) => part.item),
      ...(quantity.aggregate === null ? [] : [quantity.aggregate]),
    ]) {
      const item = edition.items.find((each) => each.id === id);
      if (item === undefined) faults.push({ where, fault: 'unknown-item', what: id });
      else if (item.value.kind !== 'number' || (item.stages === null) !== (quantity.level === 'school'))
        faults.push({ where, fault: 'wrong-level', what: id });
    }
  }
  return faults;
}

function indicatorFaults(edition: Edition): Faults {
  const faults: Faults = [];
  duplicates(
    'indicators',
    edition.indicators.map((each) => each.id),
    faults,
  );
  for (const indicator of edition.indicators) {
    const where = `indicators/${indicator.id}`;
    if (!edition.quantities.some((each) => each.id === indicator.quantity))
      faults.push({ where, fault: 'unknown-quantity', what: indicator.quantity });
    decimals(where, [indicator.multiplier, indicator.unitFactor, ...Object.values(indicator.thresholds)], faults);
    stagesOf(edition, where, Object.keys(indicator.thresholds), faults);
  }
  return faults;
}

function decimals(where: string, texts: readonly string[], faults: Faults): void {
  for (const text of texts)
    if (decimalOrUndefined(text) === undefined) faults.push({ where, fault: 'not-a-decimal', what: text });
}

function stagesOf(edition: Edition, where: string, stages: readonly string[], faults: Faults): void {
  for (const stage of stages)
    if (!edition.stages.some((each) => each.id === stage)) faults.push({ where, fault: 'unknown-stage', what: stage });
}

function ruleFaults(edition: Edition): Faults {
  const faults: Faults = [];
  const { schoolRule, balanceRule, splitting, scope } = edition;
  if (schoolRule.floorShare !== null) decimals('schoolRule', [schoolRule.floorShare], faults);
  decimals('balanceRule', Object.values(balanceRule.limits), faults);
  stagesOf(edition, 'balanceRule', Object.keys(balanceRule.limits), faults);
  for (const { id, evaluated } of edition.stages) {
    if (evaluated && balanceRule.limits[id] === undefined)
      faults.push({ where: 'balanceRule', fault: 'missing-limit', what: id });
  }
  decimals('splitting', Object.values(splitting.weights), faults);
  stagesOf(edition, 'splitting', Object.keys(splitting.weights), faults);
  decimals(
    'scope',
    scope.minimumPupils.map((each) => each.fewerThan),
    faults,
  );
  for (const type of [
    ...scope.excludedTypes.map((each) => each.type),
    ...scope.minimumPupils.flatMap((each) => each.types),
  ]) {
    if (!edition.schoolTypes.some((each) => each.id === type))
      faults.push({ where: 'scope', fault: 'unknown-type', what: type });
  }
  duplicates(
    'requirements',
    edition.requirements.map((each) => each.id),
    faults,
  );
  return faults;
}

function checkFaults(edition: Edition): Faults {
  const faults: Faults = [];
  duplicates(
    'checks',
    edition.checks.map((each) => each.id),
    faults,
  );
  for (const check of edition.checks) {
    for (const id of itemsOfCheck(check)) {
      if (!edition.items.some((item) => item.id === id))
        faults.push({ where: `checks/${check.id}`, fault: 'unknown-item', what: id });
    }
  }
  return faults;
}

function itemsOfCheck(check: CheckRule): readonly string[] {
  switch (check.kind) {
    case 'at-most':
    case 'equal':
      return [...check.left, ...check.right].map((term) => term.item);
    case 'class-bands-capacity':
      return check.bands.map((band) => band.item);
    case 'largest-class-in-bands':
      return [check.largestItem, ...check.bands.map((band) => band.item)];
    case 'largest-class-below-average':
      return [check.largestItem, check.classesItem];
    case 'zero-pupils-with-resources':
      return check.items;
    case 'zero-with-pupils':
      return [check.item];
    case 'change-from-last-year':
      return check.exemptItems;
    case 'required':
    case 'readable':
    case 'applicable':
    case 'aggregate-differs':
    case 'aggregate-with-partial-parts':
    case 'aggregate-below-parts':
    case 'negative-quantity':
    case 'plausible-range':
      return [];
    default: {
      const exhaustive: never = check;
      return exhaustive;
    }
  }
}
