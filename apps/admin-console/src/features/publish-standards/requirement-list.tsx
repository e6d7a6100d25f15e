import type { Edition } from '@junheng/evaluation-core';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { Editing } from './editing.ts';
import { EvidenceField } from './evidence-field.tsx';
import { byDimension, knownEvidence, limitsOf } from './model/limits.ts';
import { NumberInput } from './number-input.tsx';
import { PointTable } from './point-table.tsx';
import { ResponsibleField } from './responsible-field.tsx';
import { SourceText } from './source-text.tsx';

type Requirement = Edition['requirements'][number];

/** All requirements by dimension: limits, who answers for them, what proves them, where they stand. */
export function RequirementList({ edition, editing }: { readonly edition: Edition; readonly editing: Editing | null }) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const evidence = knownEvidence(edition);
  const nameOf = (id: string) => (hasText(`requirement-group.${id}`) ? words(language, `requirement-group.${id}`) : id);
  return (
    <section className="jc-standard">
      <h2>{t('requirements')}</h2>
      {byDimension(edition).map(({ dimension, path, requirements }) => (
        <section key={dimension} className="jc-surface jc-standard__group">
          <h3>{path.map(nameOf).join(' › ')}</h3>
          <ul className="jc-rules">
            {requirements.map((requirement) => (
              <li key={requirement.id}>
                <RequirementEntry requirement={requirement} evidence={evidence} editing={editing} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function RequirementEntry({
  requirement,
  evidence,
  editing,
}: {
  readonly requirement: Requirement;
  readonly evidence: readonly string[];
  readonly editing: Editing | null;
}) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const { id, rule } = requirement;
  const name = hasText(`requirement.${id}`) ? words(language, `requirement.${id}`) : id;
  const partName = (part: string) =>
    hasText(`requirement.${id}.${part}`) ? words(language, `requirement.${id}.${part}`) : part;
  return (
    <>
      <div className="jc-rules__line">
        <b>{name}</b>
        <span className="ev-muted">
          {id} · {t(`per.${requirement.per}`)}
        </span>
      </div>
      {limitsOf(rule).map(({ part, sign, value }) => (
        <span key={part ?? ''}>
          {part === null ? t('limit') : partName(part)} {sign}{' '}
          {value === null ? (
            t('computed')
          ) : editing === null ? (
            value
          ) : (
            <NumberInput
              label={`${name} ${part === null ? t('limit') : partName(part)}`}
              value={value}
              onChange={(next) =>
                editing.change({
                  kind: 'requirement-limit',
                  requirement: id,
                  part,
                  limit: { kind: 'constant', value: next },
                  source: editing.source,
                })
              }
            />
          )}
        </span>
      ))}
      <ResponsibleField
        of={name}
        requirement={id}
        point={null}
        responsible={requirement.responsible}
        editing={editing}
      />
      <EvidenceField
        of={name}
        requirement={id}
        point={null}
        evidence={requirement.evidence}
        known={evidence}
        editing={editing}
      />
      {rule.kind === 'scored' ? (
        <PointTable requirement={id} card={rule} evidence={evidence} editing={editing} />
      ) : null}
      <SourceText source={requirement.source} />
    </>
  );
}
