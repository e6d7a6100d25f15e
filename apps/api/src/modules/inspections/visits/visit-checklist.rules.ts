import type { VisitChecklist, VisitProgress } from '@junheng/api-contract';
import { applicableCells, type Cells, type Edition, type Requirement } from '@junheng/evaluation-core';
import { CHECKLIST_SECTION } from '../../standards/checklist-edition.rules.ts';
import type { InspectionRecord, VisitRecord } from '../inspections.types.ts';
import type { JudgedPoint, ReportedCells, VisitEntry, VisitEntryKey } from './visits.types.ts';

/** Vetoes (一票否决) stand in a group of their own in every edition. */
const isVeto = ({ group }: Requirement): boolean => /(^|-)veto$/.test(group);

/** What is verified and judged at one school: the project's choice, as far as the edition asks it of such a school. */
export function checklistOf(
  edition: Edition,
  inspection: Pick<InspectionRecord, 'verifiedItems' | 'judgedRequirements'>,
  school: Pick<VisitRecord, 'type'>,
  reported: ReportedCells | null,
): VisitChecklist {
  // Before anything is handed in the register still says what kind of school it is.
  const cells: Cells = reported?.cells ?? { [edition.schoolTypeItem]: school.type };
  const verified = new Set(inspection.verifiedItems);
  return {
    cells: applicableCells(edition, cells)
      .filter(({ item }) => verified.has(item.id))
      .map(({ key, item, stage }) => ({
        cell: key,
        itemId: item.id,
        stage,
        section: item.section,
        unit: item.unit,
        counted: item.section === CHECKLIST_SECTION,
        clause: item.section === CHECKLIST_SECTION ? item.source.clause : null,
        value: item.value.kind === 'choice' ? { kind: 'choice', options: [...item.value.options] } : item.value,
        reported: (Object.hasOwn(cells, key) ? cells[key] : undefined) ?? null,
      })),
    points: edition.requirements
      .filter(({ id }) => inspection.judgedRequirements.includes(id))
      .flatMap((requirement) => pointsOf(requirement)),
    vetoes: edition.requirements
      .filter(isVeto)
      .map(({ id, source }) => ({ requirementId: id, clause: source.clause ?? null })),
  };
}

/** Everything a small checklist asks: all that is counted, and all that is judged or scored. */
export function wholeChecklist(edition: Edition): Pick<InspectionRecord, 'verifiedItems' | 'judgedRequirements'> {
  return {
    verifiedItems: edition.items.filter(({ entry }) => entry === 'form').map(({ id }) => id),
    judgedRequirements: edition.requirements.map(({ id }) => id),
  };
}

function pointsOf({ id, group, rule, evidence, source }: Requirement): readonly JudgedPoint[] {
  if (rule.kind !== 'scored') {
    return [
      {
        point: id,
        requirementId: id,
        pointId: null,
        dimension: group,
        maximum: null,
        deductions: [],
        evidence: [...evidence],
        clause: source.clause,
      },
    ];
  }
  return rule.points.map((point) => ({
    point: `${id}/${point.id}`,
    requirementId: id,
    pointId: point.id,
    dimension: point.dimension,
    maximum: point.maximum,
    deductions:
      point.scoring.kind === 'deductions'
        ? point.scoring.deductions.map(({ id: deduction, each, atMost }) => ({ id: deduction, each, atMost }))
        : [],
    evidence: [...point.evidence],
    clause: point.source.clause,
  }));
}

const valuesOf = (entries: readonly VisitEntry[]): ReadonlyMap<VisitEntryKey, string> =>
  new Map(entries.map(({ entry, value }) => [entry, value]));

/** What signing waits for. A value that could not be verified needs a reason as one that differs does. */
export function openProblems(
  checklist: VisitChecklist,
  entries: readonly VisitEntry[],
): readonly { readonly at: VisitEntryKey; readonly code: string }[] {
  const values = valuesOf(entries);
  const scored = new Set(entries.flatMap(({ entry }) => scoredPoint(entry) ?? []));
  return [
    ...checklist.cells.flatMap(({ cell, reported, counted }) => {
      const verified = values.get(`verified:${cell}`);
      if (counted && verified !== undefined) return [];
      if (values.has(`reason:${cell}`) || (verified !== undefined && verified === reported)) return [];
      return verified === undefined
        ? [{ at: `verified:${cell}`, code: 'not-verified' }]
        : [{ at: `reason:${cell}`, code: 'reason-missing' }];
    }),
    ...checklist.points
      .filter(({ point }) => !scored.has(point))
      .map(({ point }) => ({ at: `score:${point}`, code: 'not-judged' })),
    ...checklist.vetoes
      .filter(({ requirementId }) => values.get(`veto:${requirementId}`) === 'found')
      .filter(({ requirementId }) => !values.has(`veto-facts:${requirementId}`))
      .map(({ requirementId }) => ({ at: `veto-facts:${requirementId}`, code: 'facts-missing' })),
    ...[...partsOf(values, 'interview')].flatMap(([id, parts]) => [
      ...(parts.has('group') ? [] : [{ at: `interview:${id}/group`, code: 'group-missing' }]),
      ...(parts.has('record') ? [] : [{ at: `interview:${id}/record`, code: 'record-missing' }]),
    ]),
    ...[...partsOf(values, 'finding')].flatMap(([id, parts]) =>
      parts.has('text') ? [] : [{ at: `finding:${id}/text`, code: 'text-missing' }],
    ),
  ];
}

/** `requirement/point` of `score:<person>/<requirement>/<point>`; null for other entries. */
export function scoredPoint(entry: VisitEntryKey): string | null {
  return /^score:[0-9a-f-]{36}\/(.+)$/.exec(entry)?.[1] ?? null;
}

/** Of `interview:<id>/<part>` or `finding:<id>/<part>`: the parts that are filled, by id. */
function partsOf(values: ReadonlyMap<VisitEntryKey, string>, kind: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const entry of values.keys()) {
    if (!entry.startsWith(`${kind}:`)) continue;
    const [id = '', part = ''] = entry.slice(kind.length + 1).split('/');
    found.set(id, (found.get(id) ?? new Set()).add(part));
  }
  return found;
}

export function progressOf(checklist: VisitChecklist, entries: readonly VisitEntry[], photos: number): VisitProgress {
  const values = valuesOf(entries);
  const scored = new Set(entries.flatMap(({ entry }) => scoredPoint(entry) ?? []));
  const differs = ({ cell, reported, counted }: VisitChecklist['cells'][number]): boolean => {
    const verified = values.get(`verified:${cell}`);
    return !counted && verified !== undefined && verified !== reported;
  };
  return {
    cells: checklist.cells.length,
    cellsDone: checklist.cells.filter(
      (each) => values.has(`reason:${each.cell}`) || (values.has(`verified:${each.cell}`) && !differs(each)),
    ).length,
    differences: checklist.cells.filter(differs).length,
    points: checklist.points.length,
    pointsDone: checklist.points.filter(({ point }) => scored.has(point)).length,
    vetoesFound: checklist.vetoes.filter(({ requirementId }) => values.get(`veto:${requirementId}`) === 'found').length,
    interviews: partsOf(values, 'interview').size,
    findings: partsOf(values, 'finding').size,
    photos,
  };
}
