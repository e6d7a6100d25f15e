import type { Edition } from '@junheng/evaluation-core';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { Button, Dialog, SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  OWN_SECTION,
  additionOf,
  comparators,
  emptyForm,
  isDecimal,
  lacksOf,
  levelsOf,
  ownKinds,
  type Addition,
  type OwnForm,
} from './model/own-requirement.ts';
import { PointFields } from './point-fields.tsx';
import { ReadingFields } from './reading-fields.tsx';

export interface AddRequirementDialogProps {
  /** As it is now, with what has been added already. */
  readonly edition: Edition;
  readonly onAdd: (addition: Addition) => void;
  readonly onClose: () => void;
}

/** A requirement of the bureau's own: what it is called, of whom it is asked, and by what it is judged. */
export function AddRequirementDialog({ edition, onAdd, onClose }: AddRequirementDialogProps) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const [form, setForm] = useState<OwnForm>(() => emptyForm(edition));
  const set = (changes: Partial<OwnForm>) => setForm((before) => ({ ...before, ...changes }));
  const nameOf = (key: string, id: string) => (hasText(key) ? words(language, key) : id);
  const levels = levelsOf(form.kind);
  const sections = (form.per === 'county' ? edition.countySections : edition.sections).filter(
    (section) => section !== OWN_SECTION,
  );
  const compares = form.kind === 'number' || form.kind === 'share';
  return (
    <Dialog
      open
      shape="sheet"
      title={t('addRequirement')}
      onClose={onClose}
      footer={
        <Button
          variant="primary"
          disabled={lacksOf(form).length > 0}
          onClick={() => onAdd(additionOf(edition, form, edition.instrument, freshId))}
        >
          {t('own.add')}
        </Button>
      }
    >
      <div className="jh-form jc-own">
        <TextAreaField
          label={t('own.name')}
          help={t('own.nameHelp')}
          rows={2}
          maxLength={300}
          data-autofocus
          value={form.name}
          onChange={(event) => set({ name: event.target.value.replaceAll('\n', '') })}
        />
        <TextField
          label={t('own.nameEn')}
          maxLength={300}
          value={form.nameEn}
          onChange={(event) => set({ nameEn: event.target.value })}
        />
        <SelectField
          label={t('own.group')}
          value={form.group}
          options={groupsOf(edition).map((id) => ({ value: id, label: nameOf(`requirement-group.${id}`, id) }))}
          onChange={(event) => set({ group: event.target.value })}
        />
        <SelectField
          label={t('own.kind')}
          help={t(`own.kindHelp.${form.kind}`)}
          value={form.kind}
          options={ownKinds.map((value) => ({ value, label: t(`own.kinds.${value}`) }))}
          onChange={({ target: { value } }) => {
            const kind = ownKinds.find((each) => each === value) ?? form.kind;
            const per = levelsOf(kind).find((each) => each === form.per) ?? 'county';
            set({ kind, per, ...(per === form.per ? {} : FRESH) });
          }}
        />
        {levels.length > 1 ? (
          <SelectField
            label={t('own.level')}
            value={form.per}
            options={levels.map((value) => ({ value, label: t(`per.${value}`) }))}
            onChange={({ target: { value } }) =>
              set({ per: levels.find((each) => each === value) ?? form.per, ...FRESH })
            }
          />
        ) : null}
        {form.kind === 'judged' ? (
          <>
            <SelectField
              label={t('own.holds')}
              value={form.holds}
              options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`own.holdsWith.${value}`) }))}
              onChange={({ target: { value } }) => set({ holds: value === 'no' ? 'no' : 'yes' })}
            />
            <SelectField
              label={t('own.section')}
              help={t('own.sectionHelp')}
              value={form.section}
              options={[
                { value: OWN_SECTION, label: t('own.ownSection') },
                ...sections.map((value) => ({ value, label: nameOf(`section.${value}`, value) })),
              ]}
              onChange={(event) => set({ section: event.target.value })}
            />
          </>
        ) : null}
        {compares ? (
          <ReadingFields
            label={t(form.kind === 'share' ? 'own.part' : 'own.number')}
            edition={edition}
            per={form.per}
            chosen={form.left}
            onChange={(left) => set({ left })}
          />
        ) : null}
        {form.kind === 'share' ? (
          <ReadingFields
            label={t('own.whole')}
            edition={edition}
            per={form.per}
            chosen={form.whole}
            onChange={(whole) => set({ whole })}
          />
        ) : null}
        {compares ? (
          <div className="jc-own__limit">
            <SelectField
              label={t('own.comparator')}
              value={form.comparator}
              options={comparators.map((value) => ({ value, label: t(`own.comparators.${value}`) }))}
              onChange={({ target: { value } }) =>
                set({ comparator: comparators.find((each) => each === value) ?? form.comparator })
              }
            />
            <TextField
              label={t(form.kind === 'share' ? 'own.percent' : 'limit')}
              inputMode="decimal"
              problem={form.limit !== '' && !isDecimal(form.limit) ? t('own.noNumber') : undefined}
              value={form.limit}
              onChange={(event) => set({ limit: event.target.value })}
            />
          </div>
        ) : null}
        {form.kind === 'scored' ? (
          <PointFields points={form.points} pass={form.pass} onChange={(changes) => set(changes)} />
        ) : null}
        <TextField
          label={t('own.clause')}
          help={t('own.clauseHelp', { instrument: edition.instrument })}
          maxLength={200}
          value={form.clause}
          onChange={(event) => set({ clause: event.target.value })}
        />
        <TextField
          label={t('responsible')}
          maxLength={100}
          value={form.responsible}
          onChange={(event) => set({ responsible: event.target.value })}
        />
        <TextAreaField
          label={t('evidence')}
          help={t('own.evidenceHelp')}
          value={form.evidence}
          onChange={(event) => set({ evidence: event.target.value })}
        />
      </div>
    </Dialog>
  );
}

/** What was chosen for another level cannot be read at this one. */
const FRESH = { left: [''], whole: [''], section: OWN_SECTION } as const;

const freshId = (): string => `own-${crypto.randomUUID().slice(0, 8)}`;

/** Where requirements stand already, then what else the edition can be divided by. */
function groupsOf(edition: Edition): readonly string[] {
  return [...new Set([...edition.requirements.map(({ group }) => group), ...edition.dimensions.map(({ id }) => id)])];
}
