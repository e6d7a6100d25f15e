import { expectedAttainments, type CountyOverviewRow } from '@junheng/api-contract';
import {
  countyCells,
  type CountyEvaluation,
  type Edition,
  type MeasuredNumber,
  type Outcome,
  type RequirementOutcome,
} from '@junheng/evaluation-core';
import type { CountyEvidenceRecord, CountyReportRecord, Topic } from './county-reports.types.ts';
import { cellsAmong, countyItemsOf, partOfTopic, remarkKey } from './county-topics.rules.ts';
import { reaches, type CountyViewer } from './county-viewer.rules.ts';
import { valueOf } from './save-entries.rules.ts';

type Standing = Pick<CountyOverviewRow, 'group' | 'outcome' | 'measured' | 'schools' | 'cells' | 'missing'>;

/**
 * The table of 责任科室: a line for each indicator of the schools and each requirement, in the order of the edition. Where a line stands
 * is what an evaluation of everything entered so far says, approved or not.
 */
export function overviewRows(
  edition: Edition,
  report: CountyReportRecord,
  known: { readonly evaluation: CountyEvaluation; readonly evidence: readonly CountyEvidenceRecord[] },
  viewer: CountyViewer,
): CountyOverviewRow[] {
  const { evaluation } = known;
  const proofs = known.evidence.filter(({ removedAt }) => removedAt === null).toReversed();
  const outcomes = new Map(evaluation.county.requirements.map((each) => [each.requirementId, each]));
  const lines: readonly { readonly topic: Topic; readonly standing: Standing | null }[] = [
    ...edition.indicators.map(({ id }) => ({ topic: `indicator:${id}`, standing: ofIndicator(id, evaluation) })),
    ...edition.requirements.map((requirement) => {
      const outcome = outcomes.get(requirement.id);
      const items = new Set(countyItemsOf(edition, requirement));
      return {
        topic: `requirement:${requirement.id}`,
        standing: outcome === undefined ? null : ofRequirement(edition, report, outcome, items),
      };
    }),
  ];
  return lines.flatMap(({ topic, standing }): CountyOverviewRow[] => {
    const part = partOfTopic(edition, report, topic);
    if (part === null || standing === null || !reaches(viewer, part)) return [];
    const expected = valueOf(report.entries, remarkKey(topic, 'expected'));
    return [
      {
        topic,
        unit: part.unit,
        partId: part.id,
        status: part.status,
        ...standing,
        evidence: proofs.flatMap((file) => (file.topic === topic ? [{ id: file.id, name: file.name }] : [])),
        expected: expectedAttainments.find((each) => each === expected) ?? null,
        steps: valueOf(report.entries, remarkKey(topic, 'steps')),
        remark: valueOf(report.entries, remarkKey(topic, 'remark')),
      },
    ];
  });
}

function ofIndicator(id: string, { schoolStages }: CountyEvaluation): Standing {
  const judged = schoolStages.flatMap(({ indicators }) =>
    indicators.filter(({ indicatorId, outcome }) => indicatorId === id && outcome !== 'not-applicable'),
  );
  const count = (outcome: Outcome) => judged.filter((each) => each.outcome === outcome).length;
  const [unmet, undetermined] = [count('unmet'), count('undetermined')];
  const outcome: Outcome =
    judged.length === 0 ? 'not-applicable' : unmet > 0 ? 'unmet' : undetermined > 0 ? 'undetermined' : 'met';
  const schools = { asked: judged.length, met: count('met'), unmet, undetermined };
  return { group: 'indicators', outcome, measured: [], schools, cells: [], missing: 0 };
}

function ofRequirement(
  edition: Edition,
  report: CountyReportRecord,
  { group, outcome, measured, parts, schools }: RequirementOutcome,
  items: ReadonlySet<string>,
): Standing {
  const cells = countyCells(edition, cellsAmong(edition, report.entries)).filter(({ item }) => items.has(item.id));
  const numbers = [
    ...(measured === null ? [] : [presentMeasured(null, outcome, measured)]),
    ...parts.flatMap((part) =>
      part.measured === null ? [] : [presentMeasured(part.part, part.outcome, part.measured)],
    ),
  ];
  return {
    group,
    outcome,
    measured: numbers,
    schools:
      schools === null
        ? null
        : {
            asked: schools.askedCount,
            met: schools.metCount,
            unmet: schools.unmetCount,
            undetermined: schools.undeterminedCount,
          },
    cells: cells.map(({ key }) => key),
    missing: cells.filter(({ key, required }) => required && valueOf(report.entries, key) === null).length,
  };
}

function presentMeasured(
  part: string | null,
  outcome: Outcome,
  { value, exact, comparator, limit }: MeasuredNumber,
): CountyOverviewRow['measured'][number] {
  return { part, outcome, value, exact, comparator, limit };
}
