import type { ArchiveIndex } from '@junheng/api-contract';
import { requirementItems, type Edition, type Requirement } from '@junheng/evaluation-core';
import type { ArchivedFile } from '../persistence/archive.repository.ts';

type Line = ArchiveIndex['lines'][number];
type BareLine = Omit<Line, 'files' | 'state'> & { readonly files: readonly ArchivedFile[] };

/**
 * The archive index (档案目录) of one school: the requirements that the edition asks of each school with the documents it names, and
 * whatever else the school proved, each with its files. A file that proves two things stands at both.
 */
export function archiveLines(edition: Edition, files: readonly ArchivedFile[]): readonly Line[] {
  const of = (kind: string, ids: ReadonlySet<string>) =>
    files.filter(({ targets }) => targets.some((target) => target.kind === kind && ids.has(target.id)));
  const asked = edition.requirements.filter(({ per, evidence }) => per !== 'county' && evidence.length > 0);
  const requirements = asked.map((requirement): BareLine => ({
    kind: 'requirement',
    id: requirement.id,
    dimensions: dimensionsAbove(edition, requirement.group),
    clause: requirement.source.clause,
    expected: [...requirement.evidence],
    files: of('item', itemsOf(edition, requirement)),
  }));
  const shown = new Set(requirements.flatMap((line) => line.files.map(({ id }) => id)));
  const others = [
    ...edition.indicators.map(({ id, source }): BareLine =>
      plain('indicator', id, source.clause, of('indicator', new Set([id]))),
    ),
    ...edition.items.map(({ id, source }): BareLine => plain('item', id, source.clause, of('item', new Set([id])))),
    ...edition.specialRules.map((rule): BareLine =>
      plain('special-rule', rule.id, rule.source.clause, of('special-rule', new Set([rule.id]))),
    ),
    // An indicator is asked of everybody, so that nothing at it is missing; an item or a special rule only where it is proved.
  ].filter(({ kind, files: own }) => kind === 'indicator' || own.some(({ id }) => !shown.has(id)));
  return [...requirements, ...others].map((line) => ({
    ...line,
    files: line.files.map(presentFile),
    state: stateOf(line.files),
  }));
}

const plain = (kind: Line['kind'], id: string, clause: string | null, files: readonly ArchivedFile[]): BareLine => ({
  kind,
  id,
  dimensions: [],
  clause,
  expected: [],
  files,
});

/** Rejected files prove nothing; one that nobody looked at yet is there. */
function stateOf(files: readonly ArchivedFile[]): Line['state'] {
  if (files.length === 0) return 'missing';
  return files.every(({ decision }) => decision === 'rejected') ? 'rejected' : 'there';
}

function itemsOf(edition: Edition, requirement: Requirement): ReadonlySet<string> {
  const items = new Set(requirementItems(edition, requirement)?.items ?? []);
  // Which schools it is asked of is no proof of it.
  for (const id of [edition.schoolTypeItem, edition.pupilsItem]) items.delete(id);
  return items;
}

function dimensionsAbove(edition: Edition, group: string): string[] {
  const above: string[] = [];
  for (let id: string | null = group; id !== null && !above.includes(id);) {
    const dimension = edition.dimensions.find((each) => each.id === id);
    above.unshift(id);
    id = dimension?.parent ?? null;
  }
  return above;
}

function presentFile(file: ArchivedFile): Line['files'][number] {
  const { id, name, size, mediaType, addedAt, addedBy, decision, reason, decidedAt, decidedBy } = file;
  return {
    id,
    name,
    size,
    mediaType,
    addedAt: addedAt.toISOString(),
    addedBy,
    decision:
      decision === null || decidedAt === null
        ? null
        : { decision, reason, at: decidedAt.toISOString(), by: decidedBy ?? '' },
  };
}
