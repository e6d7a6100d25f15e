import { Button, TextField } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { isDecimal, sumOf, type OwnForm } from './model/own-requirement.ts';

const MOST = 30;

/** The scored points of a requirement of the bureau's own, and the pass mark. */
export function PointFields(props: {
  readonly points: OwnForm['points'];
  readonly pass: string;
  readonly onChange: (changes: Partial<Pick<OwnForm, 'points' | 'pass'>>) => void;
}) {
  const { t } = useTranslation('standards');
  const { points, pass, onChange } = props;
  const put = (index: number, changes: Partial<OwnForm['points'][number]>) =>
    onChange({ points: points.map((each, at) => (at === index ? { ...each, ...changes } : each)) });
  const maxima = points.map(({ maximum }) => maximum.trim());
  return (
    <>
      {points.map(({ name, maximum }, index) => (
        <div key={index} className="jc-own__point">
          <TextField
            label={t('own.point', { number: index + 1 })}
            maxLength={300}
            value={name}
            onChange={(event) => put(index, { name: event.target.value })}
          />
          <TextField
            label={t('column.points')}
            inputMode="decimal"
            problem={maximum !== '' && !isDecimal(maximum) ? t('own.noNumber') : undefined}
            value={maximum}
            onChange={(event) => put(index, { maximum: event.target.value })}
          />
          {points.length > 1 ? (
            <Button
              variant="quiet"
              size="small"
              aria-label={t('own.takeAway', { number: index + 1 })}
              onClick={() => onChange({ points: points.filter((_, at) => at !== index) })}
            >
              ✕
            </Button>
          ) : null}
        </div>
      ))}
      <div className="jc-own__row">
        {points.length < MOST ? (
          <Button size="small" onClick={() => onChange({ points: [...points, { name: '', maximum: '' }] })}>
            {t('own.addPoint')}
          </Button>
        ) : null}
        <span className="ev-muted">
          {t('own.totalPoints', { total: maxima.every(isDecimal) ? sumOf(maxima) : '—' })}
        </span>
      </div>
      <TextField
        label={t('own.pass')}
        help={t('own.passHelp')}
        inputMode="decimal"
        problem={pass.trim() !== '' && !isDecimal(pass) ? t('own.noNumber') : undefined}
        value={pass}
        onChange={(event) => onChange({ pass: event.target.value })}
      />
    </>
  );
}
