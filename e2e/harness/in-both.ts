import {
  canonicalJson,
  checkReport,
  editionById,
  editions,
  evaluateCounty,
  explainer,
  nodePath,
  type DataSet,
} from '@junheng/evaluation-core';
import { dataSetOf, generateCounty } from '@junheng/synthetic-county';

/** Everything the core says about a county, as one canonical text. Runs in Node and, bundled, in a page. */
export function everythingAbout(editionId: string, dataSet: DataSet): string {
  const edition = editionById(editionId);
  if (edition === undefined) throw new Error(`No edition ${editionId}`);
  const ways = (['weighted', 'reported-by-stage'] as const).map((split) => {
    const options = { split };
    const evaluation = evaluateCounty(edition, dataSet, options);
    const paths = [
      nodePath('county'),
      ...evaluation.resourceAllocation.stages.flatMap(({ stage, cvs }) =>
        cvs.map(({ indicatorId }) => nodePath('cv', stage, indicatorId)),
      ),
      ...evaluation.schoolStages.map(({ schoolId, stage }) => nodePath('school', schoolId, stage)),
    ];
    return { evaluation, explanations: paths.map(explainer(edition, dataSet, options)) };
  });
  const checks = dataSet.schools.map((school) => checkReport(edition, school.cells));
  return canonicalJson({ ways, checks });
}

/**
 * Small counties, generated from their seeds and evaluated under every shipped edition: the hashes (SHA-256) of the results, in order.
 * The smallest county that can be generated has 16 schools; it makes four of four schools each. Every third lacks values, so that
 * undetermined outcomes are among them.
 */
export function resultHashes(firstSeed: number, count: number): readonly string[] {
  const numbers = Array.from({ length: count }, (_, index) => firstSeed + index);
  const generated = new Map<number, DataSet>();
  return numbers.flatMap((number) => {
    const seed = Math.floor(number / 4);
    const whole = generated.get(seed) ?? generatedCounty(seed);
    generated.set(seed, whole);
    const county = { ...whole, schools: whole.schools.filter((_, index) => index % 4 === number % 4) };
    return editions.map((edition) => evaluateCounty(edition, county, { evaluationDate: '2026-09-01' }).hash);
  });
}

function generatedCounty(seed: number): DataSet {
  return dataSetOf(generateCounty(seed, { schools: 16, completeness: seed % 3 === 0 ? 0.9 : 1 }), 'this-year');
}
