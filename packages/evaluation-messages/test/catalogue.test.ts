import { describe, expect, test } from '@jest/globals';
import { auditTexts } from '../src/audit.ts';
import { catalogue, keysOfAreas } from '../src/catalogue.ts';
import { editionAuthoringTexts } from '../src/edition-authoring/authoring-texts.ts';
import { importProblemCatalogue } from '../src/import-problems.ts';
import { rectificationWords } from '../src/rectification-words.ts';
import { workbookDocumentTexts } from '../src/report-workbook/document.ts';
import { workbookFaultTexts } from '../src/report-workbook/faults.ts';
import { mailTexts } from '../src/mail/mail-texts.ts';
import { placeholdersOf } from '../src/templating.ts';

const chinese = /[\u3400-\u9fff\u{20000}-\u{2ffff}]/u;
/** Official names that an English text may quote in brackets or as a unit. */
const quotedInEnglish = [/教基\d{4}/g, /万元/g, /\(专科\)/g, /教督〔\d{4}〕\d+号/g];

describe('the texts of both languages', () => {
  const onTheirOwn = [auditTexts, editionAuthoringTexts, importProblemCatalogue, rectificationWords, mailTexts];
  const entries = Object.entries({
    ...catalogue,
    ...auditTexts,
    ...editionAuthoringTexts,
    ...importProblemCatalogue,
    ...rectificationWords,
    ...mailTexts,
    ...workbookDocumentTexts,
    ...workbookFaultTexts,
  });

  test('a key stands in one area only', () => {
    const keys = [...keysOfAreas, ...onTheirOwn.flatMap((texts) => Object.keys(texts))];
    const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
    expect(twice).toEqual([]);
  });

  test('both languages are there and none is empty', () => {
    expect(entries.filter(([, both]) => both.length !== 2 || both.some((each) => each.trim() === ''))).toEqual([]);
  });

  test('the placeholders agree', () => {
    const names = (template: string) => [...new Set(placeholdersOf(template).map((each) => each.name))].sort();
    const differing = entries.filter(([, [zh, en]]) => names(zh).join() !== names(en).join());
    expect(differing).toEqual([]);
  });

  test('no brace is left that is no placeholder', () => {
    const broken = entries.flatMap(([key, both]) =>
      both.filter((each) => /[{}]/.test(each.replace(/\{(?:[a-z-]+:)?[A-Za-z][A-Za-z0-9]*\}/g, ''))).map(() => key),
    );
    expect(broken).toEqual([]);
  });

  test('no Chinese in English texts but quoted official names', () => {
    const mixed = entries.filter(([, [, en]]) =>
      chinese.test(quotedInEnglish.reduce((rest, quoted) => rest.replaceAll(quoted, ''), en)),
    );
    expect(mixed).toEqual([]);
  });

  test('the Chinese is Chinese', () => {
    const allowed = new Set([
      'unit.square-metre',
      'unit.percent',
      'workbook.title-part',
      'rectification-problem.indicator',
    ]);
    expect(entries.filter(([key, [zh]]) => !allowed.has(key) && !chinese.test(zh)).map(([key]) => key)).toEqual([]);
  });
});
