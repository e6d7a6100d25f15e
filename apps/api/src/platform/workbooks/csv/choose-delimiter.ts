const CANDIDATES = [',', '\t', ';', '|', '，'] as const;
const SAMPLE_LINES = 60;

/**
 * The character that separates the cells: the one that occurs, outside quotes, equally often in most lines. null when none
 * does. A first line `sep=;`, which Excel reads as an instruction and does not show, is taken off.
 */
export function chooseDelimiter(text: string): { delimiter: string | null; body: string } {
  const instruction = /^sep=(.)\r?\n/i.exec(text);
  if (instruction !== null) return { delimiter: instruction[1]!, body: text.slice(instruction[0].length) };

  const counts = countPerLine(text.slice(0, 200_000));
  let best: { delimiter: string; lines: number; fields: number } | null = null;
  for (const [index, delimiter] of CANDIDATES.entries()) {
    const { value, lines } = mostFrequentPositive(counts.map((line) => line[index]!));
    if (value === 0) continue;
    const better = best === null || lines > best.lines || (lines === best.lines && value > best.fields);
    if (better) best = { delimiter, lines, fields: value };
  }
  return { delimiter: best?.delimiter ?? null, body: text };
}

function countPerLine(text: string): number[][] {
  const lines: number[][] = [];
  let line = CANDIDATES.map(() => 0);
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === '\n') {
      lines.push(line);
      if (lines.length >= SAMPLE_LINES) return lines;
      line = CANDIDATES.map(() => 0);
      continue;
    }
    const index = CANDIDATES.findIndex((candidate) => candidate === character);
    if (index >= 0) line[index]! += 1;
  }
  lines.push(line);
  return lines;
}

function mostFrequentPositive(values: readonly number[]): { value: number; lines: number } {
  const frequency = new Map<number, number>();
  for (const value of values) if (value > 0) frequency.set(value, (frequency.get(value) ?? 0) + 1);
  let best = { value: 0, lines: 0 };
  for (const [value, lines] of frequency) {
    if (lines > best.lines || (lines === best.lines && value > best.value)) best = { value, lines };
  }
  return best;
}
