import type { Causes } from '@junheng/evaluation-core';
import { cellName } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { shownCauses } from './model/causes.ts';

/** Because of which cells and schools something is another one, in words. */
export function useCausesText(nameOf: (schoolId: string) => string): (causes: Causes | null) => string {
  const { t } = useTranslation('compare');
  const { language } = useLanguage();
  return (causes) => {
    const shown = shownCauses(causes);
    if (shown === null || shown.total === 0) return t('none');
    const schoolOf = (pair: { readonly before: string | null; readonly after: string | null } | null) => {
      const id = pair === null ? null : (pair.after ?? pair.before);
      return id === null || id === '' ? '' : nameOf(id);
    };
    const parts = [
      ...shown.schools.map((pair) => t('becauseSchool', { school: schoolOf(pair) })),
      ...shown.cells.map((change) =>
        t('becauseCell', {
          school: schoolOf(change.school),
          cell: cellName(language, change.key),
          before: change.before ?? t('missing'),
          after: change.after ?? t('missing'),
        }).trim(),
      ),
    ];
    if (shown.total > parts.length) parts.push(t('more', { count: shown.total }));
    return parts.join(language === 'zh-CN' ? '；' : '; ');
  };
}
