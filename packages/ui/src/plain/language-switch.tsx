import { useTexts } from '../language/use-texts.ts';
import { LANGUAGES } from '../language/create-i18n.ts';
import { useLanguage } from '../language/use-language.ts';

export function LanguageSwitch() {
  const { t } = useTexts('ui');
  const { language, setLanguage } = useLanguage();
  return (
    <div className="jh-languages" role="group" aria-label={t('language.label')}>
      {LANGUAGES.map((choice) => (
        <button
          key={choice}
          type="button"
          lang={choice}
          className="jh-languages__choice"
          aria-pressed={choice === language}
          onClick={() => setLanguage(choice)}
        >
          {t(`language.${choice}`)}
        </button>
      ))}
    </div>
  );
}
