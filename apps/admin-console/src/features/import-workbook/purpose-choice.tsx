import { importPurposes, type ImportPurpose } from '@junheng/api-contract';
import { useTranslation } from 'react-i18next';

export interface PurposeChoiceProps {
  readonly purpose: ImportPurpose;
  readonly onChoose: (purpose: ImportPurpose) => void;
}

/** What the figures are for: handed in for the schools, or prefilled for them. */
export function PurposeChoice({ purpose, onChoose }: PurposeChoiceProps) {
  const { t } = useTranslation('import');
  return (
    <section className="jc-surface jc-padded">
      <fieldset className="jc-picker">
        <legend className="jh-visually-hidden">{t('purpose.title')}</legend>
        <h2 className="jc-h2">{t('purpose.title')}</h2>
        {importPurposes.map((each) => (
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
