import { editionById, evaluateCounty, problemsOf, standingAt, type DataSet } from '@junheng/evaluation-core';
import { countyData } from '../factories/ledger.ts';
import type { TestApi } from '../harness/test-api.ts';
import type { ModelRow, ModelStanding } from './ledger-model.ts';

const EDITION = 'cn-2017-quality-balance';

/** One state of the county's data, and what the core says of it. */
export interface Variant {
  readonly content: DataSet;
  readonly failing: ReadonlySet<string>;
  readonly standing: (row: StoredRow) => ModelStanding;
}
export interface StoredRow {
  readonly id: string;
  readonly key: string | null;
  readonly place: Parameters<typeof standingAt>[1] | null;
  readonly status: ModelRow['status'];
  readonly standing: ModelStanding;
  readonly until: string | null;
  readonly reopened: number;
}

/** Two schools: rooms poor, good or missing, equipment poor or good, the other's rooms poor or good. */
export function variantsOf(api: TestApi): readonly Variant[] {
  const areas = { poor: '400', good: '2381.9', missing: undefined };
  const values = { poor: '3', good: '128.79405' };
  return Object.values(areas).flatMap((area) =>
    Object.values(values).flatMap((value) =>
      ['200', '2833.4'].map((other) => {
        const content = countyData(api, {
          school: { 'equipment-value': value },
          otherSchool: { 'teaching-rooms-area': other },
        });
        return variantOf(withArea(content, area));
      }),
    ),
  );
}

function withArea(content: DataSet, area: string | undefined): DataSet {
  return {
    ...content,
    schools: content.schools.map((school, index) => {
      if (index > 0) return school;
      const { 'teaching-rooms-area': _reported, ...cells } = school.cells;
      return { ...school, cells: area === undefined ? cells : { ...cells, 'teaching-rooms-area': area } };
    }),
  };
}

/** What the core says of these data, asked directly. */
function variantOf(content: DataSet): Variant {
  const edition = editionById(EDITION);
  if (edition === undefined) throw new Error('the edition is not shipped');
  const evaluation = evaluateCounty(edition, content, { evaluationDate: '2026-09-10' });
  const weights = new Map(problemsOf(edition, evaluation).map(({ key, weight }) => [key, weight]));
  return {
    content,
    failing: new Set([...weights].flatMap(([key, weight]) => (weight === 'fails' ? [key] : []))),
    standing: ({ key, place }) => {
      const weight = weights.get(key ?? '');
      if (weight !== undefined)
        return { fails: 'failing', 'may-fail': 'undecided', tolerated: 'passing' }[weight] as ModelStanding;
      const outcome = place === null ? undefined : standingAt(evaluation, place)?.outcome;
      return outcome === 'met' || outcome === 'not-applicable' ? 'passing' : 'undecided';
    },
  };
}
