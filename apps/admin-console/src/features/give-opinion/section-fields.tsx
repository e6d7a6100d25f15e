import type { OpinionSection } from '@junheng/api-contract';
import { Button, TextAreaField, TextField } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { replaced, without } from './model/opinion-draft.ts';

export interface SectionFieldsProps {
  readonly section: OpinionSection;
  readonly index: number;
  readonly faultAt: (at: string) => string | undefined;
  readonly onChange: (section: OpinionSection) => void;
  readonly onRemove: () => void;
}

/** A part of the opinion: a heading and its points, each of which can be objected to. */
export function SectionFields({ section, index, faultAt, onChange, onRemove }: SectionFieldsProps) {
  const { t } = useTranslation('opinion');
  const { points } = section;
  const at = `/sections/${index}`;
  return (
    <fieldset className="jc-surface jc-padded jh-form jc-opinion__part">
      <legend>{t('section.legend', { number: index + 1 })}</legend>
      <TextField
        label={t('section.heading')}
        maxLength={100}
        value={section.heading}
        problem={faultAt(`${at}/heading`)}
        onChange={(event) => onChange({ ...section, heading: event.target.value })}
      />
      {points.map((point, place) => (
        <div key={point.id} className="jc-opinion__point">
          <TextAreaField
            label={t('section.point', { number: place + 1 })}
            maxLength={4000}
            value={point.text}
            problem={faultAt(`${at}/points/${place}/text`)}
            onChange={(event) =>
              onChange({ ...section, points: replaced(points, { ...point, text: event.target.value }) })
            }
          />
          {points.length > 1 ? (
            <Button
              variant="quiet"
              size="small"
              onClick={() => onChange({ ...section, points: without(points, point.id) })}
            >
              {t('section.removePoint')}
            </Button>
          ) : null}
        </div>
      ))}
      <div className="jc-formfoot">
        <Button variant="quiet" size="small" onClick={onRemove}>
          {t('section.remove')}
        </Button>
        <Button
          size="small"
          onClick={() => onChange({ ...section, points: [...points, { id: crypto.randomUUID(), text: '' }] })}
        >
          {t('section.addPoint')}
        </Button>
      </div>
    </fieldset>
  );
}
