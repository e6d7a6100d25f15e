import type { ImportProblemCode } from './import-problems.ts';
import type { Language } from './language.ts';
import type { Facts } from './templating.ts';
import { hasText, text } from './text.ts';

/** What a problem of an import says. A failed check of the edition speaks with the text of that check (`facts.check`). */
export function importProblemText(language: Language, code: ImportProblemCode, facts: Facts): string {
  const check = facts['check'];
  if (code === 'check_failed' && typeof check === 'string' && hasText(check)) return text(language, check, facts);
  return text(language, `import-problem.${code}`, facts);
}
