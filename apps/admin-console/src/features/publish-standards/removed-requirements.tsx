import type { Edition } from '@junheng/evaluation-core';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { Editing } from './editing.ts';

/** What the bureau left out of the standard it copied, to be put back. */
export function RemovedRequirements({ edition, editing }: { readonly edition: Edition; readonly editing: Editing }) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const removed = editing.base.requirements.filter(({ id }) => !edition.requirements.some((each) => each.id === id));
  if (removed.length === 0) return null;
  return (
    <section className="jc-surface jc-standard__group" aria-label={t('removedOnes')}>
      <h3>{t('removedOnes')}</h3>
      <ul className="jc-rules">
        {removed.map(({ id }) => {
          const name = hasText(`requirement.${id}`) ? words(language, `requirement.${id}`) : id;
          return (
            <li key={id}>
              <div className="jc-rules__line">
                <s>{name}</s>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={t('putBackOf', { name })}
                  onClick={() => editing.putBackRequirement(id)}
                >
                  {t('putBack')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
