import type { Scope } from '../access/access.scope.ts';
import type { CountyReportRecord, PartRecord } from './county-reports.types.ts';

/** How much of a county report a scope reaches: all of it from a region, the own part from a section. */
export interface CountyViewer {
  readonly all: boolean;
  readonly units: ReadonlySet<string>;
}

/** @param scope narrowed to the permission in question */
export function viewerOf(scope: Scope, countyPath: string): CountyViewer {
  return {
    all:
      scope.isSystem || scope.grants.some(({ place }) => place.kind === 'region' && countyPath.startsWith(place.path)),
    units: new Set(scope.grants.flatMap(({ place }) => (place.kind === 'unit' ? [place.unitId] : []))),
  };
}

export function reaches(viewer: CountyViewer, part: PartRecord | null): boolean {
  return part !== null && (viewer.all || (part.unit !== null && viewer.units.has(part.unit.id)));
}

/** The parts a person sees: a section officer those of their sections. */
export function visibleParts(viewer: CountyViewer, report: CountyReportRecord): readonly PartRecord[] {
  return report.parts.filter((part) => reaches(viewer, part));
}
