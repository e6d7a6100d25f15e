import type { Edition } from '@junheng/evaluation-core';
import { stageNamed } from './header-text.ts';

/** Which stage a row is about and what says so; stage null: the row is about the whole school. */
export type RowStage =
  | { readonly kind: 'stage'; readonly stage: string | null; readonly stated: boolean }
  | { readonly kind: 'contradiction'; readonly stages: readonly string[] };

/**
 * A stage column and a suffix of the school's name speak about the row; title, sheet and file name about all rows; only where
 * none of them does, the school's type decides, if it has one stage.
 */
export function stageOfRow(
  edition: Edition,
  sources: {
    readonly column: string | null;
    readonly suffix: string | null;
    readonly table: string | null;
    readonly type: string | null;
  },
): RowStage {
  const stated = [sources.column, sources.suffix, sources.table].filter((stage) => stage !== null);
  const distinct = [...new Set(stated)];
  if (distinct.length > 1) return { kind: 'contradiction', stages: distinct };
  if (distinct.length === 1) return { kind: 'stage', stage: distinct[0]!, stated: true };
  return { kind: 'stage', stage: onlyStageOf(edition, sources.type), stated: false };
}

export function onlyStageOf(edition: Edition, type: string | null): string | null {
  const expected =
    edition.schoolTypes.find((each) => each.id === type)?.stages.filter((each) => each.presence === 'expected') ?? [];
  return expected.length === 1 ? expected[0]!.stage : null;
}

export function isMultiStage(edition: Edition, type: string | null): boolean {
  const expected =
    edition.schoolTypes.find((each) => each.id === type)?.stages.filter((each) => each.presence === 'expected') ?? [];
  return expected.length > 1;
}

export function typeHasStage(edition: Edition, type: string | null, stage: string): boolean {
  const known = edition.schoolTypes.find((each) => each.id === type);
  return known === undefined || known.stages.some((each) => each.stage === stage);
}

/** A stage that a title, a sheet's or a file's name gives to all its rows. 九年一贯制 and 中小学 give none. */
export function stageOfTitle(text: string): string | null {
  if (/九年|十二年|一贯制|中小学|完全中学/.test(text)) return null;
  return stageNamed(text)?.stage ?? null;
}
