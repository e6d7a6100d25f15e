import '@junheng/evaluation-messages/edition-authoring';
import type { EditionDifference } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

const MOST = 200;

/** What an edition says otherwise than the one it was made from, in words. */
export function DifferenceList({ differences }: { readonly differences: readonly EditionDifference[] }) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const named = (ids: EditionDifference['facts'][string]) =>
    typeof ids === 'string' && ids !== '' ? ids.split('、').map((id) => words(language, `evidence.${id}`)) : null;
  const inWords = (facts: EditionDifference['facts']) => ({
    ...facts,
    before: named(facts['before'] ?? null),
    after: named(facts['after'] ?? null),
  });
  // Where the changed numbers come from, the words an edition brings along and the parts of the form that follow its items say nothing
  // by themselves.
  const shown = differences.filter(({ kind }) => kind !== 'source' && kind !== 'text' && kind !== 'sections');
  return (
    <section className="jc-standard" aria-label={t('differences')}>
      <h2>{t('differences')}</h2>
      {shown.length === 0 ? <p className="ev-muted">{t('noDifference')}</p> : null}
      <ul className="jc-differences">
        {shown
          .filter(({ path }) => !path.startsWith('texts'))
          .slice(0, MOST)
          .map(({ kind, path, facts }) => (
            <li key={path}>
              {words(language, `edition-difference.${kind}`, kind.endsWith('evidence') ? inWords(facts) : facts)}
            </li>
          ))}
      </ul>
      {shown.length > MOST ? <p>{t('moreDifferences', { count: shown.length - MOST })}</p> : null}
    </section>
  );
}
