import type { ImportPurpose } from '@junheng/api-contract';
import { useTranslation } from 'react-i18next';

export interface PurposeChoiceProps {
  readonly purpose: ImportPurpose;
  readonly onChoose: (purpose: ImportPurpose) => void;
}

/** The harmless one first: it is what an import does unless somebody says otherwise. */
const purposes: readonly ImportPurpose[] = ['prefill', 'hand-in'];

/** What the figures are for: prefilled for the schools, who hand in themselves, or handed in for them. */
export function PurposeChoice({ purpose, onChoose }: PurposeChoiceProps) {
  const { t } = useTranslation('import');
  return (
    <section className="jc-surface jc-padded">
      <fieldset className="jc-picker">
        <legend className="jh-visually-hidden">{t('purpose.title')}</legend>
        <h2 className="jc-h2">{t('purpose.title')}</h2>
        {purposes.map((each) => (
          <div key={each}>
            <label className="jc-check">
              <input type="radio" name="purpose" checked={each === purpose} onChange={() => onChoose(each)} />
              {t(`purpose.${each}`)}
            </label>
            <p className="jh-field__help">{t(`purpose.help.${each}`)}</p>
          </div>
        ))}
      </fieldset>
    </section>
  );
}
