import { hasText, text, type Facts } from '@junheng/evaluation-messages';
import type { Language } from '@junheng/ui/plain';
import type { Refusal } from '../server/refusal.ts';
import { DEFAULT_ZONE, formatInstant } from './format.ts';

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function factsOf(language: Language, refusal: Refusal): Facts {
  const facts: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(refusal.facts)) {
    if (typeof value === 'string' && instant.test(value)) {
      facts[name] = formatInstant(value, language, DEFAULT_ZONE, Date.now());
    } else if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      facts[name] = value;
    }
  }
  return facts;
}

/** What the server refused and how to mend it, in words. */
export function refusalText(language: Language, refusal: Refusal): string {
  const code = refusal.code === 'network' ? 'server.unavailable' : refusal.code;
  const key = `problem.${code}`;
  return text(language, hasText(key) ? key : 'problem.server.internal', factsOf(language, refusal));
}
