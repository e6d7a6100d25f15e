import { unitOfItem } from '../amounts.ts';
import type { Language } from '../language.ts';
import type { Facts } from '../templating.ts';
import { hasText, text, valueText } from '../text.ts';

/** What a fault of an uploaded workbook says. A failed check of the edition speaks with its own text (`facts.check`) and its hint. */
export function workbookFaultText(language: Language, code: string, facts: Facts): string {
  const check = facts['check'];
  if (typeof check === 'string' && hasText(check)) {
    const said = text(language, check, facts);
    const hint = `${check}.hint`;
    return hasText(hint) ? `${said}${language === 'zh-CN' ? '' : ' '}${text(language, hint, facts)}` : said;
  }
  const own = `workbook-fault.${code === 'other-unit' && facts['instead'] != null ? 'other-unit-instead' : code}`;
  return text(language, hasText(own) ? own : `problem.${code}`, inWords(language, facts));
}

/** Ids of a unit and of options as the words of this language. */
function inWords(language: Language, facts: Facts): Facts {
  const { item, unit, options } = facts;
  if (typeof item !== 'string') return facts;
  return {
    ...facts,
    ...(typeof unit === 'string' ? { unit: unitOfItem(language, item, unit) } : {}),
    ...(Array.isArray(options) ? { options: options.map((option) => valueText(language, item, String(option))) } : {}),
  };
}
