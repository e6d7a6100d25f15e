import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readArguments } from '../../src/cli/evaluate/arguments.ts';
import { evaluateDocument } from '../../src/cli/evaluate/document.ts';
import type { EvaluateDocument } from '../../src/cli/evaluate/document.ts';
import { buildImportPreview } from '../../src/modules/self-reports/import/build-import-preview.ts';
import { readWorkbookBytes } from '../../src/platform/workbooks/read-workbook-bytes.ts';
import { WORKBOOK_LIMITS } from '../../src/platform/workbooks/workbook-limits.ts';

const page = readFileSync(new URL('../../../../docs/command-line.md', import.meta.url), 'utf8');
const fixture = new URL('../fixtures/importer/files/00_control_clean.xlsx', import.meta.url);

async function control(): Promise<EvaluateDocument> {
  const given = readArguments(['00_control_clean.xlsx', '--language', 'en'], 'zh-CN');
  const reading = await readWorkbookBytes(readFileSync(fixture), WORKBOOK_LIMITS);
  return evaluateDocument(buildImportPreview(given.edition, [{ name: '00_control_clean.xlsx', reading }]), given);
}

/** Keys of all objects inside, but those of maps whose keys are data. */
function fieldNames(value: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) fieldNames(each, names);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      names.add(name);
      if (name !== 'facts' && name !== 'cells') fieldNames(each, names);
    }
  }
  return names;
}

describe('docs/command-line.md', () => {
  test('names every field of the document', async () => {
    const undocumented = [...fieldNames(await control())].filter((name) => !page.includes(`\`${name}\``));
    expect(undocumented).toEqual([]);
  });

  test('its example is what the command prints', async () => {
    const block = /```json\n([\s\S]+?)\n```/.exec(page);
    const example = JSON.parse(block![1]!) as EvaluateDocument;
    const document = JSON.parse(JSON.stringify(await control())) as EvaluateDocument;
    expect(example.evaluation?.hash).toBe(document.evaluation?.hash);
    expect(document.schools[11]).toMatchObject(example.schools[0]!);
    expect(document.notes).toContainEqual(example.notes[0]);
    expect(document.columns).toContainEqual(example.columns[0]);
    expect(document.evaluation?.schoolStages[1]).toMatchObject({
      ...example.evaluation!.schoolStages[0],
      indicators: expect.arrayContaining([...example.evaluation!.schoolStages[0]!.indicators]) as unknown,
    });
  });
});
