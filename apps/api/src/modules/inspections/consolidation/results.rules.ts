import type { ConsolidatedSchool, InspectionResults, ItemResult } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { presentEditionTexts } from '../../standards/standards.presenter.ts';
import type { InspectionRecord } from '../inspections.types.ts';
import { teamOf } from '../teams.rules.ts';
import { checklistOf } from '../visits/visit-checklist.rules.ts';
import type { VisiblePart } from './consolidation.types.ts';
import { fromHundredths, inHundredths, meanOf } from './differences.rules.ts';

type Item = InspectionResults['items'][number];
type Unit = InspectionResults['units'][number];

/**
 * What signed visits come to, item by item: for the project where all of it is read, each county and each team. A school counts for an item where
 * its inspectors agree or the leader has decided; the others are said beside it and enter no number.
 */
export function resultsOf({ inspection, schools, whole, teams }: VisiblePart, edition: Edition): InspectionResults {
  const items = itemsOf(inspection, edition);
  const unit = (kind: Unit['kind'], name: string, own: readonly ConsolidatedSchool[]): Unit => {
    const results = items.map((item) => resultOf(item, own));
    return {
      kind,
      name,
      schools: own.length,
      signed: own.filter(({ signed }) => signed !== null).length,
      leftOut: own.filter(({ leftOut }) => leftOut !== null).length,
      items: results,
      points: pointsOf(items, results),
    };
  };
  const ofTeam = (name: string) => schools.filter(({ school }) => teamOf(inspection, school)?.name === name);
  return {
    inspectionId: inspection.id,
    inspectionName: inspection.name,
    editionTexts: presentEditionTexts(edition),
    items: [...items],
    units: [
      ...(whole ? [unit('all', '', schools)] : []),
      ...inspection.counties.map(({ code, name }) =>
        unit(
          'county',
          name,
          schools.filter(({ school }) => school.countyCode === code),
        ),
      ),
      ...teams.map(({ name }) => unit('team', name, ofTeam(name))),
    ],
  };
}

/** All that is judged or scored, and what a checklist has counted; a value verified against a report is no count. */
function itemsOf(inspection: InspectionRecord, edition: Edition): readonly Item[] {
  const { cells, points } = checklistOf(edition, inspection, { type: 'primary' }, null);
  const order = new Map(edition.items.map(({ id }, at) => [id, at]));
  const placed = [
    ...points.map(({ point, requirementId, pointId, maximum }) => ({
      item: {
        at: `score:${point}`,
        kind: maximum === null ? ('judged' as const) : ('scored' as const),
        nameKey: pointId === null ? `requirement.${requirementId}` : `point.${requirementId}.${pointId}`,
        maximum,
      },
      place: order.get(requirementId) ?? 0,
    })),
    ...cells
      .filter(({ counted }) => counted)
      .map(({ cell, itemId }) => ({
        item: { at: `verified:${cell}`, kind: 'counted' as const, nameKey: `item.${itemId}`, maximum: null },
        place: order.get(itemId) ?? 0,
      })),
  ];
  return placed.toSorted((one, other) => one.place - other.place).map(({ item }) => item);
}

function resultOf({ at, kind }: Item, schools: readonly ConsolidatedSchool[]): ItemResult {
  const found = schools.flatMap(({ points, cells }) => [
    ...points.filter(({ point }) => `score:${point}` === at),
    ...cells.filter(({ cell }) => `verified:${cell}` === at),
  ]);
  const finals = found.flatMap(({ final }) => (final === null ? [] : [final]));
  const said = (judgement: string): number =>
    kind === 'judged' ? finals.filter((final) => final === judgement).length : 0;
  const numbers = kind === 'judged' || finals.length === 0 ? null : finals;
  return {
    at,
    answered: finals.length,
    met: said('met'),
    unmet: said('unmet'),
    unclear: said('unclear'),
    differs: found.filter(({ state }) => state === 'differs').length,
    total: numbers === null ? null : totalOf(numbers),
    mean: numbers === null ? null : meanOf(numbers),
  };
}

/** What was scored, and the most that could have been for just that; null where nothing is. */
function pointsOf(items: readonly Item[], results: readonly ItemResult[]): Unit['points'] {
  const scored = results.flatMap(({ at, answered, total }) => {
    const item = items.find((each) => each.at === at && each.kind === 'scored');
    return item === undefined || total === null ? [] : [{ total, most: inHundredths(item.maximum ?? '0') * answered }];
  });
  if (scored.length === 0) return null;
  return {
    total: totalOf(scored.map(({ total }) => total)),
    maximum: fromHundredths(scored.reduce((sum, { most }) => sum + most, 0)),
  };
}

function totalOf(values: readonly string[]): string {
  return fromHundredths(values.reduce((sum, value) => sum + inHundredths(value), 0));
}
