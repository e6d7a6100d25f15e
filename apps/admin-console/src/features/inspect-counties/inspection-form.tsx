import type { Checklist, Inspection, Region, School, TeamCandidates } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, Notice, PageHeader, SelectField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import type { Editions } from '../../server/contract-shapes.ts';
import { changeInspection, inspectionKeys, planInspection } from '../../server/inspections.ts';
import { CountyFields } from './county-fields.tsx';
import { EditionFields } from './edition-fields.tsx';
import { emptyForm, formOf, inspectionFaults, kinds, requestOf, type InspectionForm } from './model/inspection-form.ts';
import { SchoolFields } from './school-fields.tsx';
import { TeamDivisionFields } from './team-division-fields.tsx';
import { TeamFields } from './team-fields.tsx';
import './inspections.css';

export interface InspectionFormProps {
  /** Null for a new one. */
  readonly inspection: Inspection | null;
  readonly regions: readonly Region[];
  readonly schools: readonly School[];
  readonly editions: Editions['editions'];
  readonly checklists: readonly Checklist[];
  readonly candidates: TeamCandidates['candidates'];
  readonly ownId: string;
  readonly onSaved: (inspection: Inspection) => void;
}

/** A project: where, when, who, which schools, what is looked at. */
export function InspectionFormPage(props: InspectionFormProps) {
  const { t } = useTranslation('inspect');
  const { language } = useLanguage();
  const client = useQueryClient();
  const { inspection } = props;
  const counties = props.regions.filter((region) => region.level === 'county');
  const problems = useRef<HTMLDivElement>(null);
  const [tried, setTried] = useState(false);
  const [form, setForm] = useState<InspectionForm>(() =>
    inspection === null
      ? emptyForm(
          counties.map(({ id }) => id),
          props.editions[0]?.id ?? '',
          props.ownId,
        )
      : formOf(inspection),
  );
  const set = (changes: Partial<InspectionForm>) => setForm({ ...form, ...changes });
  /** A checklist is for special supervision: another kind goes back to a standard, and a special one begins with the newest checklist. */
  const ofKind = (kind: InspectionForm['kind']): Partial<InspectionForm> => {
    const first = (kind === 'special' ? props.checklists[0] : undefined) ?? props.editions[0];
    const stays = kind === 'special' ? form.kind === 'special' : props.editions.some(({ id }) => id === form.editionId);
    return stays ? { kind } : { kind, editionId: first?.id ?? '', verifiedItems: [], judgedRequirements: [] };
  };
  const faults = inspectionFaults(form);
  const problem = (fault: (typeof faults)[number]) =>
    tried && faults.includes(fault) ? t(`form.fault.${fault}`) : undefined;
  const saving = useMutation({
    mutationFn: () =>
      inspection === null ? planInspection(requestOf(form)) : changeInspection(inspection.id, requestOf(form)),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: inspectionKeys.all });
      props.onSaved(saved);
    },
    onError: () => problems.current?.scrollIntoView({ block: 'center' }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (faults.length === 0) saving.mutate();
    else problems.current?.scrollIntoView({ block: 'center' });
  };
  return (
    <div className="jc-narrow">
      <PageHeader title={t(inspection === null ? 'form.titleNew' : 'form.titleChange')} subtitle={t('form.intro')} />
      <form className="jh-form jc-surface jc-padded" noValidate onSubmit={submit}>
        <div ref={problems}>
          <RefusalNotice error={saving.error} />
          {tried && faults.length > 0 ? (
            <Notice tone="danger" role="alert">
              <ul className="jc-plainlist">
                {faults.map((fault) => (
                  <li key={fault}>{t(`form.fault.${fault}`)}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
        </div>
        <TextField
          label={t('form.name')}
          name="name"
          maxLength={100}
          value={form.name}
          problem={problem('name')}
          onChange={(event) => set({ name: event.target.value })}
        />
        <SelectField
          label={t('form.kind')}
          name="kind"
          value={form.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(event) => set(ofKind(kinds.find((kind) => kind === event.target.value) ?? form.kind))}
        />
        <SelectField
          label={t('form.edition')}
          name="editionId"
          value={form.editionId}
          help={form.kind === 'special' ? t('form.editionHelp') : undefined}
          options={[
            ...(form.kind === 'special' ? props.checklists : []).map(({ id, name }) => ({
              value: id,
              label: t('form.checklist', { name: language === 'en' ? name.en : name.zhCN }),
            })),
            ...props.editions.map(({ id }) => ({ value: id, label: words(language, `edition.${id}`) })),
          ]}
          onChange={(event) => set({ editionId: event.target.value, verifiedItems: [], judgedRequirements: [] })}
        />
        <div className="jc-pair">
          <TextField
            label={t('form.startsOn')}
            name="startsOn"
            type="date"
            value={form.startsOn}
            problem={problem('dates')}
            onChange={(event) => set({ startsOn: event.target.value })}
          />
          <TextField
            label={t('form.endsOn')}
            name="endsOn"
            type="date"
            min={form.startsOn}
            value={form.endsOn}
            onChange={(event) => set({ endsOn: event.target.value })}
          />
        </div>
        <CountyFields form={form} set={set} counties={counties} />
        <SchoolFields form={form} set={set} regions={props.regions} schools={props.schools} />
        <TeamFields form={form} set={set} candidates={props.candidates} team={inspection?.team ?? []} />
        {form.kind === 'special' ? (
          <TeamDivisionFields
            form={form}
            set={set}
            candidates={props.candidates}
            team={inspection?.team ?? []}
            counties={counties}
            schools={props.schools}
          />
        ) : null}
        {/* All of a checklist is asked, and it is no edition that could be read by its id. */}
        {props.checklists.some(({ id }) => id === form.editionId) ? null : <EditionFields form={form} set={set} />}
        <div className="jc-formfoot">
          <Link className="jh-button" to={inspection === null ? '/inspections' : `/inspections/${inspection.id}`}>
            {t('form.cancel')}
          </Link>
          <Button type="submit" variant="primary" busy={saving.isPending}>
            {t('form.save')}
          </Button>
        </div>
      </form>
    </div>
  );
}
