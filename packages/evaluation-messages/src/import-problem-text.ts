import type { ImportProblemCode } from './import-problems.ts';
import type { Language } from './language.ts';
import type { Facts } from './templating.ts';
import { hasText, text } from './text.ts';

/** What a problem of an import says. A failed check of the edition speaks with its own text (`facts.check`) and what to do about it. */
export function importProblemText(language: Language, code: ImportProblemCode, facts: Facts): string {
  const check = facts['check'];
  if (code === 'check_failed' && typeof check === 'string' && hasText(check)) {
    const said = text(language, check, facts);
    const hint = `${check}.hint`;
    if (!hasText(hint)) return said;
    return `${said}${language === 'zh-CN' ? '' : ' '}${text(language, hint, facts)}`;
  }
  return text(language, `import-problem.${code}`, facts);
}
