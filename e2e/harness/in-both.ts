import {
  canonicalJson,
  checkReport,
  editionById,
  evaluateCounty,
  explainer,
  nodePath,
  type DataSet,
} from '@junheng/evaluation-core';

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
