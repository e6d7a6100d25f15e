import { displayNumber, splitCellKey } from '@junheng/evaluation-core';
import type {
  CompositeCvEvaluation,
  CountyEvaluation,
  Edition,
  IndicatorEvaluation,
  StageEvaluation,
} from '@junheng/evaluation-core';
import { text, valueText } from '@junheng/evaluation-messages';
import type { Language } from '@junheng/evaluation-messages';
import type { EvaluateArguments } from './arguments.ts';
import type { EvaluateDocument } from './document.ts';
import { problemLines } from './report-problems.ts';
import { requirementLines } from './report-requirements.ts';
import { word } from './report-words.ts';
import { textTable } from './text-table.ts';

/** What a person reads: the verdict by stage, every difference coefficient, every school, what is in doubt and what is lacking. */
export function reportText(document: EvaluateDocument, given: EvaluateArguments): string {
  const { language, edition } = given;
  const { evaluation } = document;
  const lines = [...headLines(document, given), ''];
  if (evaluation === null) lines.push(word(language, 'refused'), '');
  lines.push(...problemLines(document, language));
  if (evaluation !== null) {
    // Those out of scope are asked too, and are not among the school-stages.
    const names = new Map(document.schools.map(({ record }) => [record.schoolId, record.name]));
    lines.push(...evaluationLines(evaluation, edition, names, language));
  }
  return lines.join('\n').trimEnd();
}

function headLines(document: EvaluateDocument, { language, edition, split }: EvaluateArguments): string[] {
  const pair = (key: Parameters<typeof word>[1], value: string): string =>
    `${word(language, key)}${language === 'zh-CN' ? '：' : ': '}${value}`;
  const { name, code } = document.county;
  const method = split ?? edition.splitting.method;
  return [
    pair('county', name === null ? word(language, 'unknownCounty') : `${name}${code === null ? '' : ` ${code}`}`),
    pair('standard', text(language, `edition.${edition.id}`)),
    ...(edition.schoolTypes.length === 0 ? [] : [pair('split', word(language, method))]),
    pair('files', document.files.map((file) => file.name).join(language === 'zh-CN' ? '、' : ', ')),
    pair('schoolsRead', String(document.schools.length)),
  ];
}

function evaluationLines(
  evaluation: CountyEvaluation,
  edition: Edition,
  names: ReadonlyMap<string, string>,
  language: Language,
): string[] {
  const { resourceAllocation, county } = evaluation;
  const heading = `${word(language, 'resourceAllocation')}: ${outcomeWords(language, resourceAllocation.outcome, resourceAllocation.complete)}`;
  const lines = [`== ${heading} ==`, ''];
  // Some editions ask nothing of the resource allocation.
  const stages = edition.indicators.length === 0 ? [] : resourceAllocation.stages;
  for (const stage of stages) lines.push(...stageLines(stage, evaluation, edition, language), '');
  if (evaluation.outOfScope.length > 0) {
    lines.push(`-- ${word(language, 'outOfScope')} --`);
    for (const { schoolId, stage, reason, facts } of evaluation.outOfScope) {
      const part = stage === null ? '' : ` · ${text(language, `stage.${stage}`)}`;
      lines.push(`${names.get(schoolId) ?? schoolId}${part}: ${text(language, `out-of-scope.${reason}`, facts)}`);
    }
    lines.push('');
  }
  if (evaluation.dataProblems.length > 0) {
    lines.push(`-- ${word(language, 'dataProblems')} --`);
    for (const { schoolId, kind } of evaluation.dataProblems)
      lines.push(`${names.get(schoolId) ?? schoolId}: ${text(language, `data-problem.${kind}`)}`);
    lines.push('');
  }
  lines.push(`== ${word(language, 'wholeCounty')}: ${outcomeWords(language, county.outcome, county.complete)} ==`);
  lines.push(...requirementLines(evaluation, edition, names, language));
  lines.push('', `${word(language, 'hash')} ${evaluation.hash}`);
  return lines;
}

function outcomeWords(language: Language, outcome: string, complete: boolean): string {
  const words = text(language, `outcome.${outcome}`);
  if (complete) return words;
  return language === 'zh-CN'
    ? `${words}（${word(language, 'incomplete')}）`
    : `${words} (${word(language, 'incomplete')})`;
}

/** The mean of the coefficients (综合差异系数), where that is judged. */
function compositeRow(composite: CompositeCvEvaluation, cvDecimals: number, language: Language): string[] {
  const { value, limit, outcome, provisional, boundary } = composite;
  return [
    text(language, 'node.composite-cv'),
    '—',
    value === null ? '—' : displayNumber(value, cvDecimals, { limit, met: outcome !== 'unmet', direction: 'at-most' }),
    limit,
    text(language, `outcome.${outcome}`) +
      (provisional && value !== null ? ` · ${text(language, 'outcome.provisional')}` : '') +
      (boundary ? ` · ${text(language, 'outcome.boundary')}` : ''),
  ];
}

function stageLines(
  stage: StageEvaluation,
  evaluation: CountyEvaluation,
  edition: Edition,
  language: Language,
): string[] {
  const { cvDecimals, indicatorDecimals } = edition.display;
  const title = `-- ${text(language, `stage.${stage.stage}`)}: ${outcomeWords(language, stage.outcome, stage.complete)} --`;
  if (stage.schoolStageCount === 0) return [title];
  const cvRows = stage.cvs.map((cv) => [
    `${cv.indicatorId} ${text(language, `indicator.${cv.indicatorId}`)}`,
    cv.mean === null ? '—' : displayNumber(cv.mean, indicatorDecimals),
    cv.cv === null
      ? '—'
      : displayNumber(cv.cv, cvDecimals, { limit: cv.limit, met: cv.outcome !== 'unmet', direction: 'at-most' }),
    cv.limit,
    (cv.limit === '' ? '' : text(language, `outcome.${cv.outcome}`)) +
      (cv.provisional && cv.cv !== null ? ` · ${text(language, 'outcome.provisional')}` : '') +
      (cv.boundary ? ` · ${text(language, 'outcome.boundary')}` : ''),
  ]);
  if (stage.composite !== null) cvRows.push(compositeRow(stage.composite, cvDecimals, language));
  const cvTable = textTable(
    [
      { title: word(language, 'indicator'), align: 'left' },
      { title: word(language, 'mean'), align: 'right' },
      { title: word(language, 'cv'), align: 'right' },
      { title: word(language, 'limit'), align: 'right' },
      { title: word(language, 'outcome'), align: 'left' },
    ],
    cvRows,
  );
  const schools = evaluation.schoolStages.filter((school) => school.stage === stage.stage);
  const shared = schools[0]?.indicators ?? [];
  const schoolRows = schools.map((school) => [
    school.code,
    school.name,
    school.pupils === null ? '—' : String(school.pupils),
    ...school.indicators.map((indicator) => indicatorCell(indicator, indicatorDecimals, language)),
    `${school.metCount}/${school.metCount + school.unmetCount + school.undeterminedCount}`,
    text(language, `outcome.${school.outcome}`),
  ]);
  const limits = (key: 'threshold' | 'floor'): string[] => [
    '',
    word(language, key),
    '',
    ...shared.map((indicator) => `${indicator[key]}  `),
  ];
  const schoolTable = textTable(
    [
      { title: word(language, 'code'), align: 'left' },
      { title: word(language, 'school'), align: 'left' },
      { title: word(language, 'pupils'), align: 'right' },
      ...shared.map((indicator) => ({ title: `${indicator.indicatorId}  `, align: 'right' as const })),
      { title: word(language, 'met'), align: 'right' },
      { title: word(language, 'outcome'), align: 'left' },
    ],
    [limits('threshold'), limits('floor'), ...schoolRows],
  );
  const summary = `${word(language, 'allSchools')}: ${text(language, `outcome.${stage.schoolsOutcome}`)}, ${word(language, 'schoolCount', stage.schoolStageCount)}`;
  return [title, summary, '', ...cvTable, '', ...schoolTable, word(language, 'legend')];
}

function indicatorCell(indicator: IndicatorEvaluation, decimals: number, language: Language): string {
  const { answer, cells } = indicator.trace;
  const answered = splitCellKey(cells[0]?.key ?? '').itemId;
  if (answer !== null) return `${valueText(language, answered, answer)} ${sign(indicator)}`;
  if (indicator.value === null) return `— ${indicator.outcome === 'not-applicable' ? '?' : sign(indicator)}`;
  const value = indicator.exact ?? indicator.value;
  const shown = displayNumber(value, decimals, {
    limit: indicator.threshold,
    met: indicator.outcome !== 'unmet',
    direction: indicator.comparator ?? 'at-least',
  });
  return `${shown} ${sign(indicator)}`;
}

function sign({ outcome, aboveFloor }: IndicatorEvaluation): string {
  switch (outcome) {
    case 'met':
      return '✓';
    case 'unmet':
      return aboveFloor === true ? '△' : '✗';
    case 'undetermined':
      return '?';
    case 'not-applicable':
      return ' ';
    default: {
      const exhaustive: never = outcome;
      return exhaustive;
    }
  }
}
