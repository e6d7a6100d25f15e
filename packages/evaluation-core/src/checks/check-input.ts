import { cellKey, reportedText } from '../items/cells.ts';
import type { CellKey, Cells, Facts, StageId } from '../items/cells.ts';
import { reportedNumber } from '../items/reported-number.ts';
import type { Rational } from '../quantities/rational.ts';
import { allowedCells, applicableCells, schoolTypeOf } from '../standards/applicable-cells.ts';
import type { CellDefinition } from '../standards/applicable-cells.ts';
import type { CheckRule } from '../standards/check-rule.ts';
import { indexEdition } from '../standards/edition-index.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { Edition } from '../standards/edition.ts';
import type { CheckContext, CheckFinding } from './check-finding.ts';
import type { PeersOfType, PeerStatistics } from './peer-statistics.ts';

/** One self-report, prepared for the checks. */
export interface CheckInput {
  readonly indexed: IndexedEdition;
  readonly cells: Cells;
  readonly lastYear: Cells | null;
  /** Of the schools of the same type, by measure. */
  readonly peers: PeersOfType | null;
  /** The cells asked now, in form order. */
  readonly asked: readonly CellDefinition[];
  /** Cells that may be reported: those asked under either way of splitting. */
  readonly allowed: ReadonlySet<CellKey>;
  /** The stages of the school's type, senior included; empty before the type is known. */
  readonly stages: readonly StageId[];
  /** Numbers read so far: most rules ask for the same cells. Filled by `numberIn` only. */
  readonly numbers: Map<CellKey, Rational | null>;
}

export function checkInput(edition: Edition, cells: Cells, context: CheckContext): CheckInput {
  const type = schoolTypeOf(edition, cells);
  return {
    indexed: indexEdition(edition),
    cells,
    lastYear: context.lastYear ?? null,
    peers: peersOf(context.peers, type?.id),
    asked: applicableCells(edition, cells, { split: context.split ?? edition.splitting.method }),
    allowed: allowedCells(edition, cells),
    stages: type?.stages.map((each) => each.stage) ?? [],
    numbers: new Map(),
  };
}

function peersOf(peers: PeerStatistics | undefined, type: string | undefined): PeersOfType | null {
  if (peers === undefined || type === undefined || !Object.hasOwn(peers.types, type)) return null;
  return peers.types[type] ?? null;
}

/** The number reported in a cell of an item, null where nothing readable is there. */
export function numberIn(input: CheckInput, itemId: string, stage: StageId | null): Rational | null {
  return numberAt(input, itemId, cellKey(itemId, stage));
}

/** The same where the key of the cell is at hand: a text made anew is looked up slowly. */
export function numberAt(input: CheckInput, itemId: string, key: CellKey): Rational | null {
  const known = input.numbers.get(key);
  if (known !== undefined) return known;
  const item = input.indexed.items.get(itemId);
  const number = item === undefined ? null : reportedNumber(item, input.cells, key);
  input.numbers.set(key, number);
  return number;
}

export function isReported(input: CheckInput, key: CellKey): boolean {
  return reportedText(input.cells, key) !== undefined;
}

export function finding(rule: CheckRule, cells: readonly CellKey[], facts: Facts): CheckFinding {
  const messageKey = `check.${rule.id}`;
  return { ruleId: rule.id, severity: rule.severity, cells, messageKey, hintKey: `${messageKey}.hint`, facts };
}
