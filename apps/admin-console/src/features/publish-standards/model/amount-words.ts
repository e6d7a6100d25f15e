import type { Amount, Edition } from '@junheng/evaluation-core';
import { cellName, type Language } from '@junheng/evaluation-messages';
import { cellKey } from '@junheng/evaluation-core';

type Rule = Edition['requirements'][number]['rule'];

/** The numbers that a rule of a bureau's own compares, by name; null where the rule is of another make. `ofAll` says that schools are added up. */
export function comparedNumbers(
  rule: Rule,
  language: Language,
  ofAll: (name: string) => string,
): readonly string[] | null {
  switch (rule.kind) {
    case 'comparison':
      return named([rule.left], language, ofAll);
    case 'share':
      return named([rule.part, rule.whole], language, ofAll);
    default:
      return null;
  }
}

function named(
  amounts: readonly Amount[],
  language: Language,
  ofAll: (name: string) => string,
): readonly string[] | null {
  const names = amounts.map((amount) => nameOf(amount, language, ofAll));
  return names.every((each) => each !== null) ? names : null;
}

function nameOf(amount: Amount, language: Language, ofAll: (name: string) => string): string | null {
  switch (amount.kind) {
    case 'item':
      return cellName(language, cellKey(amount.item, amount.stage === 'own' ? null : amount.stage, amount.yearsBack));
    case 'total-of-schools': {
      const inner = amount.where === null ? nameOf(amount.of, language, ofAll) : null;
      return inner === null ? null : ofAll(inner);
    }
    case 'sum': {
      const parts = amount.of.map((each) => nameOf(each, language, ofAll));
      return parts.every((each) => each !== null) ? parts.join(' + ') : null;
    }
    default:
      return null;
  }
}
