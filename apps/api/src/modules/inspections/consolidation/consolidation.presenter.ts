import type { Consolidation } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { presentEditionTexts } from '../../standards/standards.presenter.ts';
import { inspectionStatus } from '../inspections.rules.ts';
import type { CompletedConsolidation, ConsolidationInFull } from './consolidation.types.ts';

export function presentConsolidation(read: ConsolidationInFull, edition: Edition): Consolidation {
  const { inspection, sources, limit, schools, basis, bases, completed, leads } = read;
  const settled = inspectionStatus(inspection) !== 'draft';
  return {
    inspectionId: inspection.id,
    inspectionName: inspection.name,
    editionId: inspection.editionId,
    editionTexts: presentEditionTexts(edition),
    limit: {
      kind: sources.limit.kind,
      value: sources.limit.value,
      set: limit === null ? null : { reason: limit.reason, at: limit.at.toISOString(), by: limit.by },
    },
    schools: [...schools],
    counties: inspection.counties.map(({ countyId, name }) => ({
      countyId,
      name,
      dataSets: bases
        .filter((each) => each.countyId === countyId)
        .map(({ id, roundId, version, hash, year, frozenAt }) => ({
          id,
          roundId,
          version,
          hash,
          year,
          frozenAt: frozenAt.toISOString(),
        })),
    })),
    basis,
    completed: completed === null ? null : presentCompleted(completed),
    may: {
      decide: leads && settled,
      complete: leads && settled && schools.length > 0 && schools.every(({ open }) => open.length === 0),
    },
  };
}

function presentCompleted({
  number,
  hash,
  at,
  by,
  outdated,
  counties,
}: CompletedConsolidation): NonNullable<Consolidation['completed']> {
  return {
    number,
    hash,
    at: at.toISOString(),
    by,
    outdated: [...outdated],
    counties: counties.map(({ countyId, name, base, verified, changes, absent, runs }) => ({
      countyId,
      name,
      base: { ...base, frozenAt: new Date(base.frozenAt).toISOString() },
      verified: { ...verified, frozenAt: new Date(verified.frozenAt).toISOString() },
      changes: changes.map(({ schoolId, schoolName, cell, before, after, inspectors, reason }) => ({
        schoolId,
        schoolName,
        cell,
        before,
        after,
        inspectors: [...inspectors],
        reason,
      })),
      absent: [...absent],
      runs: runs === null ? null : { ...runs, at: new Date(runs.at).toISOString() },
    })),
  };
}
