import { hasText, text as words, valueText } from '@junheng/evaluation-messages';
import { isRemovable, type Edition } from '@junheng/evaluation-core';
import { Button, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddRequirementDialog } from './add-requirement-dialog.tsx';
import type { Editing } from './editing.ts';
import { EvidenceField } from './evidence-field.tsx';
import { comparedNumbers } from './model/amount-words.ts';
import { byDimension, knownEvidence, limitsOf } from './model/limits.ts';
import { NumberInput } from './number-input.tsx';
import { PointTable } from './point-table.tsx';
import { RemovedRequirements } from './removed-requirements.tsx';
import { ResponsibleField } from './responsible-field.tsx';
import { SourceText } from './source-text.tsx';

type Requirement = Edition['requirements'][number];

/** All requirements by dimension: limits, who answers for them, what proves them, where they stand. */
export function RequirementList({ edition, editing }: { readonly edition: Edition; readonly editing: Editing | null }) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const [adding, setAdding] = useState(false);
  const evidence = knownEvidence(edition);
  const nameOf = (id: string) => (hasText(`requirement-group.${id}`) ? words(language, `requirement-group.${id}`) : id);
  return (
    <section className="jc-standard">
      <div className="jc-rules__line">
        <h2>{t('requirements')}</h2>
        {editing === null ? null : <Button onClick={() => setAdding(true)}>{t('addRequirement')}</Button>}
      </div>
      {editing === null ? null : <RemovedRequirements edition={edition} editing={editing} />}
      {byDimension(edition).map(({ dimension, path, requirements }) => (
        <section key={dimension} className="jc-surface jc-standard__group">
          <h3>{path.map(nameOf).join(' › ')}</h3>
          <ul className="jc-rules">
            {requirements.map((requirement) => (
              <li key={requirement.id}>
                <RequirementEntry edition={edition} requirement={requirement} evidence={evidence} editing={editing} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {adding && editing !== null ? (
        <AddRequirementDialog
          edition={edition}
          onClose={() => setAdding(false)}
          onAdd={(addition) => {
            editing.addRequirement(addition);
            setAdding(false);
          }}
        />
      ) : null}
    </section>
  );
}

function RequirementEntry({
  edition,
  requirement,
  evidence,
  editing,
}: {
  readonly edition: Edition;
  readonly requirement: Requirement;
  readonly evidence: readonly string[];
  readonly editing: Editing | null;
}) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const { id, rule } = requirement;
  const name = hasText(`requirement.${id}`) ? words(language, `requirement.${id}`) : id;
  const compared = comparedNumbers(rule, language, (number) => t('totalOfSchools', { number }));
  const partName = (part: string) =>
    hasText(`requirement.${id}.${part}`) ? words(language, `requirement.${id}.${part}`) : part;
  return (
    <>
      <div className="jc-rules__line">
        <b>{name}</b>
        {isOwn(requirement) ? <StatusTag tone="info">{t('own.added')}</StatusTag> : null}
        <span className="ev-muted">
          {[isOwn(requirement) ? null : id, t(`per.${requirement.per}`)].filter(Boolean).join(' · ')}
        </span>
        {editing !== null && isRemovable(edition, requirement) ? (
          <Button
            variant="quiet"
            size="small"
            aria-label={t('removeOf', { name })}
            onClick={() => editing.removeRequirement(id)}
          >
            {t('remove')}
          </Button>
        ) : null}
      </div>
      {rule.kind === 'answer' ? <AnswerAsked edition={edition} rule={rule} /> : null}
      {compared === null ? null : <span className="ev-muted">{t('compares', { numbers: compared.join(' ÷ ') })}</span>}
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

/** Added by a bureau; its id says nothing to anybody. */
function isOwn({ id }: Requirement): boolean {
  return id.startsWith('own-');
}

/** What is answered, and how it has to be answered. */
function AnswerAsked({
  edition,
  rule,
}: {
  readonly edition: Edition;
  readonly rule: Extract<Requirement['rule'], { readonly kind: 'answer' }>;
}) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const item = [...edition.countyItems, ...edition.items].find((each) => each.id === rule.item);
  if (item === undefined) return null;
  return (
    <span className="ev-muted">
      {t('answerHolds', {
        item: words(language, `item.${item.id}`),
        answers: rule.holds.map((each) => valueText(language, item.id, each)).join(' / '),
      })}
    </span>
  );
}
