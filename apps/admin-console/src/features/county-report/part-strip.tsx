import type { CountyPart } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { ProgressBar, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { toneOfPart } from './model/part-tone.ts';

/** How far each section is; one of them is open below. */
export function PartStrip(props: {
  readonly parts: readonly CountyPart[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  return (
    <ul className="jc-county__parts" aria-label={t('parts')}>
      {props.parts.map((part) => {
        const name = part.unit?.name ?? words(language, 'county-overview.bureau');
        return (
          <li key={part.id}>
            <button
              type="button"
              className="jc-county__part"
              aria-pressed={part.id === props.chosen}
              onClick={() => props.onChoose(part.id)}
            >
              <span className="jc-strong">{name}</span>
              <StatusTag tone={toneOfPart(part)}>{words(language, `county-part.${part.status}`)}</StatusTag>
              <ProgressBar done={part.filled} total={part.required} label={t('filledOf', { name })} />
              <span className="jc-small">
                {t('filled', { filled: part.filled, required: part.required })}
                {part.late ? <b className="jc-danger"> {t('late')}</b> : null}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
