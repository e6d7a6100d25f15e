import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { editionQuery } from '../../server/editions.ts';
import type { PartProps } from './county-fields.tsx';
import { toggled } from './model/inspection-form.ts';

/** What is verified and what is scored on site, out of the edition. */
export function EditionFields({ form, set }: PartProps) {
  const { t } = useTranslation('inspect');
  const { language } = useLanguage();
  const query = useQuery({ ...editionQuery(form.editionId), enabled: form.editionId !== '' });
  if (form.editionId === '') return null;
  return (
    <Loaded query={query}>
      {(edition) => (
        <>
          <ManyChoices
            title={t('form.verified')}
            options={edition.items.map(({ id }) => ({ id, name: words(language, `item.${id}`) }))}
            chosen={form.verifiedItems}
            onToggle={(id) => set({ verifiedItems: toggled(form.verifiedItems, id) })}
          />
          <ManyChoices
            title={t('form.judged')}
            options={edition.requirements.map(({ id }) => ({
              id,
              name: `${id} ${words(language, `requirement.${id}`)}`,
            }))}
            chosen={form.judgedRequirements}
            onToggle={(id) => set({ judgedRequirements: toggled(form.judgedRequirements, id) })}
          />
        </>
      )}
    </Loaded>
  );
}

function ManyChoices(props: {
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
}) {
  const { t } = useTranslation('inspect');
  if (props.options.length === 0) return null;
  return (
    <details className="jc-fieldset">
      <summary className="jh-field__label">
        {props.title} <span className="ev-muted">{t('form.chosenCount', { count: props.chosen.length })}</span>
      </summary>
      <div className="jc-choices">
        {props.options.map(({ id, name }) => (
          <label key={id} className="jc-check">
            <input type="checkbox" checked={props.chosen.includes(id)} onChange={() => props.onToggle(id)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </details>
  );
}
