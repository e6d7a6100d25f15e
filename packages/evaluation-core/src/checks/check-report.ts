import type { Cells } from '../items/cells.ts';
import type { Edition } from '../standards/edition.ts';
import type { CheckContext, CheckFinding } from './check-finding.ts';

export function checkReport(_edition: Edition, _cells: Cells, _context: CheckContext = {}): readonly CheckFinding[] {
  return [];
}
