import {
  editionHash,
  type Amount,
  type Comparator,
  type Edition,
  type IndicatorDefinition,
  type ItemDefinition,
  type Requirement,
  type RequirementRule,
  type Source,
  type SpecialRule,
} from '@junheng/evaluation-core';
import { hasText, text } from '@junheng/evaluation-messages';

/** The catalogue of indicators as a page: every edition with what it asks, where that comes from and how certain it is. */
export function cataloguePage(editions: readonly Edition[]): string {
  return `${[
    '# Indicator catalogue 指标目录',
    'Generated from the shipped editions by `pnpm --filter @junheng/api catalogue`; a test is red while it is stale. Do not edit.',
    [
      'Certainty of a source: **A** text of the regulation itself seen, two or more places agree; **B** seen in one place or in secondary',
      'material; **C** weak or inferred; **U** not confirmed, to be checked by the bureau that publishes. “to be set” = the instrument leaves',
      'it to the bureau, or its number is not public; nothing is decided by it until it is set.',
    ].join(' '),
    table(
      ['edition', '标准', 'standard', 'instrument', 'indicators', 'requirements', 'school items', 'county items'],
      editions.map((edition) => [
        `[\`${edition.id}\`](#${edition.id})`,
        zh(`edition.${edition.id}`),
        en(`edition.${edition.id}`),
        edition.instrument,
        String(edition.indicators.length),
        String(edition.requirements.length),
        String(edition.items.length),
        String(edition.countyItems.length),
      ]),
    ),
    ...editions.flatMap(editionParts),
  ].join('\n\n')}\n`;
}

function editionParts(edition: Edition): readonly string[] {
  return [
    `## ${edition.id}`,
    `${zh(`edition.${edition.id}`)}. ${en(`edition.${edition.id}`)}. SHA-256 of the rules: \`${editionHash(edition)}\`.`,
    ...part('Indicators 指标', indicatorTable(edition)),
    ...part('Rules of schools and of balance 学校达标与校际均衡', rulesOf(edition)),
    ...part('Special rules 特殊规定', specialRuleTable(edition.specialRules)),
    ...part('Requirements 要求', requirementTable(edition.requirements)),
    ...part('Scored points 评分要点', pointTable(edition.requirements)),
    ...part('School items 学校数据项', itemTable(edition.items)),
    ...part('County items 县级数据项', itemTable(edition.countyItems)),
  ];
}

function part(title: string, body: string): readonly string[] {
  return body === '' ? [] : [`### ${title}`, body];
}

function indicatorTable(edition: Edition): string {
  return table(
    ['id', '指标', 'indicator', 'unit', 'standard', 'source', 'certainty'],
    edition.indicators.map((indicator) => [
      indicator.id,
      zh(`indicator.${indicator.id}`),
      en(`indicator.${indicator.id}`),
      'unit' in indicator ? zh(`unit.${indicator.unit}`) : '',
      standardOf(indicator),
      ...sourceCells(indicator.source),
    ]),
  );
}

function standardOf(indicator: IndicatorDefinition): string {
  if (indicator.kind === 'answer') return `answer ${indicator.holds.join(' or ')}`;
  const sign = indicator.kind === 'per-pupil' || indicator.comparator === 'at-least' ? '≥' : '≤';
  const limits = Object.entries(indicator.thresholds).map(
    ([stage, limit]: [string, string | null]) => `${en(`stage.${stage}`)} ${sign} ${limit ?? 'to be set'}`,
  );
  return limits.length === 0 ? 'CV only' : limits.join(', ');
}

function rulesOf({ schoolRule, balanceRule, splitting, scope }: Edition): string {
  const lines: string[] = [];
  if (schoolRule !== null)
    lines.push(`- School rule \`${schoolRule.kind}\`: ${numbersOf(schoolRule)} (${sourceText(schoolRule.source)})`);
  if (balanceRule !== null)
    lines.push(`- Balance rule \`${balanceRule.kind}\`: ${numbersOf(balanceRule)} (${sourceText(balanceRule.source)})`);
  if (schoolRule !== null || balanceRule !== null) {
    lines.push(
      `- Splitting of multi-stage schools: \`${splitting.method}\`, ${numbersOf(splitting)} (${sourceText(splitting.source)})`,
    );
    lines.push(
      `- Out of scope: ${
        [
          ...scope.excludedTypes.map((each) => each.type),
          ...scope.minimumPupils.map((each) => `${each.types.join(', ')} below ${each.fewerThan} pupils`),
          ...(scope.includePrivate ? [] : ['private schools']),
        ].join('; ') || 'none'
      }`,
    );
  }
  return lines.join('\n');
}

/** The numbers of a rule as its data has them; its kind and source are told beside. */
function numbersOf(rule: object): string {
  return Object.entries(rule)
    .filter(([name, value]) => !['kind', 'source', 'method'].includes(name) && value !== null)
    .map(([name, value]: [string, unknown]) => `${name} \`${JSON.stringify(value)}\``)
    .join(', ');
}

function specialRuleTable(rules: readonly SpecialRule[]): string {
  return table(
    ['id', '特殊规定', 'special rule', 'on', 'from', 'until', 'source', 'certainty'],
    rules.map((rule) => [
      rule.id,
      zh(`special-rule.${rule.id}`),
      en(`special-rule.${rule.id}`),
      rule.enabled ? 'yes' : 'no',
      rule.validFrom ?? '',
      rule.validUntil ?? '',
      ...sourceCells(rule.source),
    ]),
  );
}

function requirementTable(requirements: readonly Requirement[]): string {
  return table(
    ['id', '维度', '要求', 'requirement', 'asked of', 'rule', 'evidence', 'source', 'certainty'],
    requirements.map((requirement) => [
      requirement.id,
      zh(`requirement-group.${requirement.group}`),
      zh(`requirement.${requirement.id}`),
      en(`requirement.${requirement.id}`),
      requirement.per,
      ruleText(requirement.rule),
      requirement.evidence.map((each) => zh(`evidence.${each}`)).join('、'),
      ...sourceCells(requirement.source),
    ]),
  );
}

function ruleText(rule: RequirementRule): string {
  if (rule.kind === 'all-of' || rule.kind === 'at-least-of')
    return `${rule.kind} (${rule.parts.map((each) => `${each.id}: ${ruleText(each.rule)}`).join('; ')})`;
  if (rule.kind === 'share') return `share ${signs[rule.comparator]} ${limitText(rule.limit)}`;
  if (rule.kind === 'comparison') return `comparison ${signs[rule.comparator]} ${limitText(rule.right)}`;
  return rule.kind === 'scored' ? `scored, pass ${rule.pass ?? 'none'} of ${rule.total ?? 'to be set'}` : rule.kind;
}

const signs: Readonly<Record<Comparator, string>> = {
  'at-least': '≥',
  'more-than': '>',
  'at-most': '≤',
  'less-than': '<',
  equal: '=',
};

/** A limit that is a number, in words; any other amount is computed from cells. */
function limitText(limit: Amount): string {
  switch (limit.kind) {
    case 'constant':
      return limit.value;
    case 'by-stage':
    case 'by-choice':
      return Object.entries(limit.values)
        .map(([name, value]) => `${value} (${name})`)
        .join(', ');
    case 'setting':
      return limit.value ?? 'to be set';
    default:
      return 'computed';
  }
}

function pointTable(requirements: readonly Requirement[]): string {
  return table(
    ['requirement', 'id', '维度', '要点', 'point', 'maximum', 'scoring', 'source', 'certainty'],
    requirements.flatMap(({ id, rule }) =>
      rule.kind === 'scored'
        ? rule.points.map((point) => [
            id,
            point.id,
            zh(`requirement-group.${point.dimension}`),
            zh(`point.${id}.${point.id}`),
            en(`point.${id}.${point.id}`),
            point.maximum ?? 'to be set',
            point.scoring.kind,
            ...sourceCells(point.source),
          ])
        : [],
    ),
  );
}

function itemTable(items: readonly ItemDefinition[]): string {
  return table(
    ['id', '数据项', 'item', 'unit', 'stages', 'source', 'certainty'],
    items.map((item) => [
      item.id,
      zh(`item.${item.id}`),
      en(`item.${item.id}`),
      item.unit === null ? item.value.kind : zh(`unit.${item.unit}`),
      item.stages === null ? '' : item.stages.join(', '),
      ...sourceCells(item.source),
    ]),
  );
}

function sourceCells(source: Source): readonly [string, string] {
  const note = source.note === null ? '' : ` (${source.note})`;
  return [`${[source.document, source.clause ?? ''].join(' ').trim()}${note}`, source.confidence];
}

function sourceText(source: Source): string {
  const [where, certainty] = sourceCells(source);
  return `${where}; ${certainty}`;
}

function zh(key: string): string {
  return hasText(key) ? plain(text('zh-CN', key)) : '';
}

function en(key: string): string {
  return hasText(key) ? plain(text('en', key)) : '';
}

/** Cells of a table hold no bars and no line ends. */
function plain(words: string): string {
  return words.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}

/** Empty where there are no rows. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
