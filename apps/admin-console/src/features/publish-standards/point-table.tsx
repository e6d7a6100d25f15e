import type { Edition } from '@junheng/evaluation-core';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { Editing } from './editing.ts';
import { EvidenceField } from './evidence-field.tsx';
import { NumberInput } from './number-input.tsx';
import { ResponsibleField } from './responsible-field.tsx';
import { SourceText } from './source-text.tsx';

type ScoreCard = Extract<Edition['requirements'][number]['rule'], { readonly kind: 'scored' }>;

/** The scored points of a requirement with what each can give, and the pass mark. */
export function PointTable({
  requirement,
  card,
  evidence,
  editing,
}: {
  readonly requirement: string;
  readonly card: ScoreCard;
  readonly evidence: readonly string[];
  readonly editing: Editing | null;
}) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const { total, pass } = card;
  const mark = (member: 'total' | 'pass') => (
    <span>
      {t(member)}{' '}
      {editing === null ? (
        (card[member] ?? t('toBeSet'))
      ) : (
        <NumberInput
          label={`${requirement} ${t(member)}`}
          value={card[member] ?? ''}
          onChange={(value) =>
            editing.change({
              kind: 'pass-mark',
              requirement,
              total: total ?? '0',
              pass: pass ?? '0',
              [member]: value,
              source: editing.source,
            })
          }
        />
      )}
    </span>
  );
  return (
    <details>
      <summary>{t('pointCount', { count: card.points.length })}</summary>
      <p className="jc-rules__line">
        {mark('total')} {mark('pass')}
      </p>
      <div className="ev-scroll">
        <table className="ev-table jc-table jc-audit">
          <thead>
            <tr>
              <th scope="col">{t('column.point')}</th>
              <th scope="col">{t('column.points')}</th>
              <th scope="col">{t('column.answers')}</th>
              <th scope="col">{t('column.source')}</th>
            </tr>
          </thead>
          <tbody>
            {card.points.map((point) => {
              const key = `point.${requirement}.${point.id}`;
              const name = hasText(key) ? words(language, key) : point.id;
              return (
                <tr key={point.id}>
                  <th scope="row" className="ev-table__name">
                    {name}
                    <span className="ev-table__aside">{point.id}</span>
                  </th>
                  <td>
                    {editing === null ? (
                      (point.maximum ?? t('toBeSet'))
                    ) : (
                      <NumberInput
                        label={`${name} ${t('column.points')}`}
                        value={point.maximum ?? ''}
                        onChange={(maximum) =>
                          editing.change({
                            kind: 'points',
                            requirement,
                            point: point.id,
                            maximum,
                            source: editing.source,
                          })
                        }
                      />
                    )}
                  </td>
                  <td>
                    <ResponsibleField
                      of={name}
                      requirement={requirement}
                      point={point.id}
                      responsible={point.responsible}
                      editing={editing}
                    />
                    <EvidenceField
                      of={name}
                      requirement={requirement}
                      point={point.id}
                      evidence={point.evidence}
                      known={evidence}
                      editing={editing}
                    />
                  </td>
                  <td>
                    <SourceText source={point.source} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
