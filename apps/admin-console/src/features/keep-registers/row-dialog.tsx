import type { Region, RegisteredSchool, RegisterKind, RegisterRow } from '@junheng/api-contract';
import { SelectField, TextAreaField, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { addRegisterRow, changeRegisterRow, registerKeys } from '../../server/registers.ts';
import { DetailFields } from './detail-fields.tsx';
import { draftOf, emptyDraft, problemsOf, requestOf, type DraftField } from './model/row-draft.ts';

export interface RowDialogProps {
  readonly kind: RegisterKind;
  /** Null: a new one. */
  readonly row: RegisterRow | null;
  readonly regions: readonly Region[];
  readonly schools: readonly RegisteredSchool[];
  readonly onClose: () => void;
}

/** A row is entered or changed; what was refused stays in its fields. */
export function RowDialog({ kind, row, regions, schools, onClose }: RowDialogProps) {
  const { t } = useTranslation('registers');
  const client = useQueryClient();
  const today = useToday();
  const counties = regions.filter(({ level }) => level === 'county');
  const [draft, setDraft] = useState(() =>
    row === null ? emptyDraft(counties[0]?.id ?? '', today) : draftOf(row, today),
  );
  const [tried, setTried] = useState(false);
  const problems = problemsOf(kind, draft);
  const saving = useMutation({
    mutationFn: () => {
      const { countyId, ...content } = requestOf(kind, draft);
      return row === null
        ? addRegisterRow({ countyId, ...content })
        : changeRegisterRow(row.id, { revision: row.revision, ...content });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: registerKeys });
      onClose();
    },
  });
  const put = (field: DraftField, value: string) => setDraft((before) => ({ ...before, [field]: value }));
  const problem = (field: string) => {
    const found = tried ? problems[field] : undefined;
    return found === undefined ? undefined : t(`problem.${found}`);
  };
  const ofCounty = new Set(
    regions.flatMap(({ id, parentId }) => (id === draft.countyId || parentId === draft.countyId ? [id] : [])),
  );
  const own = schools.filter(({ regionId }) => ofCounty.has(regionId));
  return (
    <FormDialog
      title={row === null ? t('dialog.add', { kind: t(`kind.${kind}`) }) : t('dialog.change')}
      confirm={t('dialog.save')}
      busy={saving.isPending}
      error={saving.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (Object.keys(problems).length === 0) saving.mutate();
      }}
    >
      {counties.length < 2 || row !== null ? null : (
        <SelectField
          label={t('dialog.county')}
          value={draft.countyId}
          options={counties.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setDraft({ ...draft, countyId: event.target.value, schoolId: '', toSchoolId: '' })}
        />
      )}
      <SelectField
        label={kind === 'staff-rotation' ? t('column.from') : t('column.school')}
        value={draft.schoolId}
        options={[
          { value: '', label: t('dialog.noSchool') },
          ...own.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => put('schoolId', event.target.value)}
      />
      <DetailFields
        kind={kind}
        draft={draft}
        schools={own}
        put={put}
        putMoney={(source, amount) =>
          setDraft((before) => ({ ...before, money: { ...before.money, [source]: amount } }))
        }
        problem={problem}
      />
      <div className="jc-pair">
        <TextField
          label={kind === 'safety' ? t('column.happened') : t('column.starts')}
          type="date"
          max={kind === 'safety' ? today : undefined}
          value={draft.startsOn}
          problem={problem('startsOn')}
          onChange={(event) => put('startsOn', event.target.value)}
        />
        {kind === 'safety' ? null : (
          <TextField
            label={t('column.ends')}
            help={t('dialog.endsHelp')}
            type="date"
            min={draft.startsOn}
            value={draft.endsOn}
            onChange={(event) => put('endsOn', event.target.value)}
          />
        )}
      </div>
      <TextAreaField
        label={t('dialog.evidence')}
        help={t('dialog.optional')}
        maxLength={300}
        value={draft.evidence}
        onChange={(event) => put('evidence', event.target.value)}
      />
    </FormDialog>
  );
}
