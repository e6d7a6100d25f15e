import {
  moneySources,
  partnerKinds,
  projectKinds,
  projectStates,
  rotationDirections,
  safetySeverities,
  type RegisteredSchool,
  type RegisterKind,
} from '@junheng/api-contract';
import { SelectField, TextAreaField, TextField } from '@junheng/ui/plain';
import { rotationForms } from '@junheng/evaluation-core';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../display/use-today.ts';
import type { DraftField, RowDraft } from './model/row-draft.ts';

export interface DetailFieldsProps {
  readonly kind: RegisterKind;
  readonly draft: RowDraft;
  readonly schools: readonly RegisteredSchool[];
  readonly put: (field: DraftField, value: string) => void;
  readonly putMoney: (source: string, amount: string) => void;
  readonly problem: (field: string) => string | undefined;
}

const NOT_A_SCHOOL = '';

/** The fields that only one register has. */
export function DetailFields(props: DetailFieldsProps) {
  switch (props.kind) {
    case 'staff-rotation':
      return <RotationFields {...props} />;
    case 'pairing':
      return <PairingFields {...props} />;
    case 'project':
      return <ProjectFields {...props} />;
    case 'safety':
      return <SafetyFields {...props} />;
    default: {
      const exhaustive: never = props.kind;
      return exhaustive;
    }
  }
}

function RotationFields(props: DetailFieldsProps) {
  const { t } = useTranslation('registers');
  const { draft, put } = props;
  return (
    <>
      <SelectField
        label={t('column.to')}
        value={draft.toSchoolId}
        options={[
          { value: NOT_A_SCHOOL, label: t('dialog.elsewhere') },
          ...props.schools.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => put('toSchoolId', event.target.value)}
      />
      {draft.toSchoolId === NOT_A_SCHOOL ? <Text field="toName" label={t('dialog.toName')} {...props} /> : null}
      <div className="jc-pair">
        <Choice field="form" options={rotationForms.map((id) => [id, t(`form.${id}`)])} {...props} />
        <Choice
          field="post"
          options={[
            ['teacher', t('post.teacher')],
            ['principal', t('post.principal')],
          ]}
          {...props}
        />
      </div>
      <Choice field="direction" options={rotationDirections.map((id) => [id, t(`direction.${id}`)])} {...props} />
      <div className="jc-pair">
        <Text field="people" inputMode="numeric" {...props} />
        <Text field="backbone" inputMode="numeric" {...props} />
      </div>
    </>
  );
}

function PairingFields(props: DetailFieldsProps) {
  const { t } = useTranslation('registers');
  return (
    <>
      <div className="jc-pair">
        <Text field="partner" {...props} />
        <Choice field="partnerKind" options={partnerKinds.map((id) => [id, t(`partnerKind.${id}`)])} {...props} />
      </div>
      <LongText field="content" most={500} {...props} />
      <Text field="activities" inputMode="numeric" {...props} />
    </>
  );
}

function ProjectFields(props: DetailFieldsProps) {
  const { t } = useTranslation('registers');
  return (
    <>
      <Text field="name" {...props} />
      <div className="jc-pair">
        <Choice field="projectKind" options={projectKinds.map((id) => [id, t(`projectKind.${id}`)])} {...props} />
        <Choice field="state" options={projectStates.map((id) => [id, t(`state.${id}`)])} {...props} />
      </div>
      <Text field="area" inputMode="decimal" {...props} />
      <fieldset className="jc-registers__money">
        <legend>{t('dialog.money')}</legend>
        {moneySources.map((source) => (
          <TextField
            key={source}
            label={t(`source.${source}`)}
            inputMode="decimal"
            value={props.draft.money[source] ?? ''}
            problem={props.problem(`money.${source}`)}
            onChange={(event) => props.putMoney(source, event.target.value)}
          />
        ))}
      </fieldset>
    </>
  );
}

function SafetyFields(props: DetailFieldsProps) {
  const { t } = useTranslation('registers');
  const today = useToday();
  return (
    <>
      <div className="jc-pair">
        <Choice
          field="case"
          options={[
            ['hazard', t('case.hazard')],
            ['incident', t('case.incident')],
          ]}
          {...props}
        />
        <Choice field="severity" options={safetySeverities.map((id) => [id, t(`severity.${id}`)])} {...props} />
      </div>
      <LongText field="facts" most={1000} {...props} />
      <TextField
        label={t('column.putRightOn')}
        help={t('dialog.endsHelp')}
        type="date"
        min={props.draft.startsOn}
        max={today}
        value={props.draft.putRightOn}
        onChange={(event) => props.put('putRightOn', event.target.value)}
      />
    </>
  );
}

type OneField<Field extends DraftField> = DetailFieldsProps & { readonly field: Field };
type NamedField = Exclude<DraftField, 'countyId' | 'schoolId' | 'startsOn' | 'endsOn' | 'evidence' | 'toSchoolId'>;

function Text({
  field,
  label,
  inputMode,
  draft,
  put,
  problem,
}: OneField<NamedField> & { readonly label?: string; readonly inputMode?: 'numeric' | 'decimal' }) {
  const { t } = useTranslation('registers');
  return (
    <TextField
      label={label ?? (field === 'toName' ? t('dialog.toName') : t(`column.${field}`))}
      inputMode={inputMode}
      maxLength={200}
      value={draft[field]}
      problem={problem(field)}
      onChange={(event) => put(field, event.target.value)}
    />
  );
}

function LongText({ field, most, draft, put, problem }: OneField<'content' | 'facts'> & { readonly most: number }) {
  const { t } = useTranslation('registers');
  return (
    <TextAreaField
      label={t(`column.${field}`)}
      maxLength={most}
      value={draft[field]}
      problem={problem(field)}
      onChange={(event) => put(field, event.target.value)}
    />
  );
}

function Choice({
  field,
  options,
  draft,
  put,
}: OneField<Exclude<NamedField, 'toName'>> & { readonly options: readonly (readonly [string, string])[] }) {
  const { t } = useTranslation('registers');
  return (
    <SelectField
      label={t(`column.${field}`)}
      value={draft[field]}
      options={options.map(([value, label]) => ({ value, label }))}
      onChange={(event) => put(field, event.target.value)}
    />
  );
}
