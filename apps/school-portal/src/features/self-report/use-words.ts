import type { ItemDefinition } from '@junheng/evaluation-core';
import { useLanguage } from '@junheng/ui/plain';
import { cellName, text, unitOfItem, valueText, type Facts, type Language } from '@junheng/evaluation-messages/plain';

/** The terms of the edition in the language on screen. */
export interface Words {
  readonly item: (id: string) => string;
  readonly itemHelp: (id: string) => string;
  readonly cell: (key: string) => string;
  readonly value: (itemId: string, value: string) => string;
  readonly unit: (id: string) => string;
  /** The unit behind a value of an item, fitting what it counts; empty where none is written. */
  readonly unitOf: (item: ItemDefinition, value?: string) => string;
  readonly stage: (id: string) => string;
  readonly section: (id: string) => string;
  readonly indicator: (id: string) => string;
  readonly indicatorHelp: (id: string) => string;
  readonly problem: (code: string, facts?: Facts) => string;
  readonly of: (key: string, facts?: Facts) => string;
  /** Joined in the language's way. */
  readonly list: (parts: readonly string[]) => string;
}

const made = new Map<Language, Words>();

export function useWords(): Words {
  const { language } = useLanguage();
  const present = made.get(language);
  if (present !== undefined) return present;
  const words = wordsIn(language);
  made.set(language, words);
  return words;
}

function wordsIn(language: Language): Words {
  return {
    item: (id) => text(language, `item.${id}`),
    itemHelp: (id) => text(language, `item.${id}.help`),
    cell: (key) => cellName(language, key),
    value: (itemId, value) => valueText(language, itemId, value),
    unit: (id) => text(language, `unit.${id}`),
    unitOf: (item, value) => unitOfItem(language, item.id, item.unit, value),
    stage: (id) => text(language, `stage.${id}`),
    section: (id) => text(language, `section.${id}`),
    indicator: (id) => text(language, `indicator.${id}`),
    indicatorHelp: (id) => text(language, `indicator.${id}.help`),
    problem: (code, facts) => text(language, `problem.${code}`, facts),
    of: (key, facts) => text(language, key, facts),
    list: (parts) => parts.join(language === 'zh-CN' ? '、' : ', '),
  };
}
