import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseCell, splitCellKey } from '@junheng/evaluation-core';
import type { Cells, CountyItemDefinition, Edition } from '@junheng/evaluation-core';
import { UsageError } from '../usage-error.ts';

/**
 * The county report (县级填报) from a file: one JSON object of cell key -> value. All that is wrong is said at once.
 * @throws UsageError
 */
export async function readCountyReport(path: string, folder: string, edition: Edition): Promise<Cells> {
  let text: string;
  try {
    text = await readFile(resolve(folder, path), 'utf8');
  } catch {
    throw new UsageError(`--county ${path}: there is no such file, or it cannot be read.`);
  }
  return parseCountyReport(text, path, edition);
}

/** @throws UsageError */
export function parseCountyReport(text: string, path: string, edition: Edition): Cells {
  const given = parsed(text.replace(/^\uFEFF/, ''), path);
  const faults: string[] = [];
  const cells: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) {
    const read = readValue(edition, key, value);
    if (read.ok) cells[key] = read.value;
    else faults.push(`  ${key}: ${read.fault}`);
  }
  if (faults.length > 0) throw new UsageError([`--county ${path}:`, ...faults].join('\n'));
  return cells;
}

function parsed(text: string, path: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--county ${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`--county ${path}: must be one object of cell key -> value, such as {"KEY": "yes"}.`);
  }
  return value as Readonly<Record<string, unknown>>;
}

type Read = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: string };

function readValue(edition: Edition, key: string, value: unknown): Read {
  const { itemId, stage, yearsBack } = splitCellKey(key);
  const item = edition.countyItems.find((each) => each.id === itemId);
  if (item === undefined) {
    const ofSchools = edition.items.some((each) => each.id === itemId);
    const fault = ofSchools ? 'schools report this, not the county' : `no county item of ${edition.id}`;
    return { ok: false, fault };
  }
  const known = stage === null ? item.stages === null : item.stages !== null && item.stages.includes(stage);
  if (!known || !(yearsBack >= 0 && yearsBack <= item.earlierYears)) {
    return { ok: false, fault: `unknown key; of this item there are ${keysOf(item).join(', ')}` };
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    return { ok: false, fault: `${JSON.stringify(value)} is neither text nor a number` };
  }
  const cell = parseCell(item, String(value));
  return cell.ok ? cell : { ok: false, fault: `${JSON.stringify(value)}: ${cell.problem}; ${expected(item)}` };
}

function keysOf({ id, stages, earlierYears }: CountyItemDefinition): readonly string[] {
  const names = stages === null ? [id] : stages.map((stage) => `${id}.${stage}`);
  return names.flatMap((name) => [name, ...Array.from({ length: earlierYears }, (_, index) => `${name}@${index + 1}`)]);
}

function expected({ value, unit }: CountyItemDefinition): string {
  switch (value.kind) {
    case 'number': {
      const digits = value.scale === 0 ? 'a whole number' : `a number with at most ${value.scale} decimals`;
      return `expected ${digits}${unit === null ? '' : ` (${unit})`}, not below 0`;
    }
    case 'choice':
      return `expected one of ${value.options.join(', ')}`;
    case 'flag':
      return 'expected yes or no';
    case 'date':
      return 'expected a day such as 2025-09-30';
    case 'text':
      return `expected text of at most ${value.maximumLength} characters`;
    default: {
      const exhaustive: never = value;
      return exhaustive;
    }
  }
}
