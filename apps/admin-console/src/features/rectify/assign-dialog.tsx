import type { AssignRectificationsRequest, RectificationRow } from '@junheng/api-contract';
import { SelectField, TextField } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useMay } from '../../display/use-may.ts';
import { useToday } from '../../display/use-today.ts';
import { peopleQuery } from '../../server/people.ts';
import { assignRectifications, rectificationKeys } from '../../server/rectifications.ts';
import { unitsQuery } from '../../server/units.ts';

const OWN_SCHOOL = 'own-school';

export interface AssignDialogProps {
  readonly rows: readonly Pick<RectificationRow, 'id' | 'school' | 'deadline' | 'responsible'>[];
  readonly onClose: () => void;
  readonly onAssigned: () => void;
}

/** Who puts these problems right until when (交办). */
export function AssignDialog({ rows, onClose, onAssigned }: AssignDialogProps) {
  const { t } = useTranslation('rectify');
  const client = useQueryClient();
  const today = useToday();
  const { data: known } = useQuery(unitsQuery);
  const { data: listed } = useQuery({ ...peopleQuery, enabled: useMay()('people.read') });
  const [first] = rows;
  const ofSchools = rows.every(({ school }) => school !== null);
  const [to, setTo] = useState(first?.responsible.unit?.id ?? (ofSchools ? OWN_SCHOOL : ''));
  const [person, setPerson] = useState(first?.responsible.person?.name ?? '');
  const [deadline, setDeadline] = useState(rows.length === 1 ? (first?.deadline ?? '') : '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const units = (known?.units ?? []).filter(({ closedOn }) => closedOn === null);
  const people = listed?.people ?? [];
  const putsOff = deadline !== '' && rows.some((row) => row.deadline !== null && row.deadline < deadline);
  const name = person.trim();
  const body = (): AssignRectificationsRequest => ({
    ids: rows.map(({ id }) => id),
    to: to === OWN_SCHOOL ? { kind: 'own-school' } : { kind: 'unit', unitId: to },
    // An account where the name is that of exactly one: then its owner cannot verify their own work.
    person: name === '' ? null : { id: accountOf(people, name), name },
    deadline,
    reason: reason.trim() === '' ? null : reason.trim(),
  });
  const assigning = useMutation({
    mutationFn: () => assignRectifications(body()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: rectificationKeys.all });
      onAssigned();
    },
  });
  const faults = {
    to: to === '' ? t('assign.toMissing') : undefined,
    deadline:
      deadline === ''
        ? t('assign.deadlineMissing')
        : deadline < today
          ? t('assign.deadlinePast', { today })
          : undefined,
    reason: putsOff && reason.trim().length < 2 ? t('assign.reasonMissing') : undefined,
  };
  return (
    <FormDialog
      title={t('assign.title', { count: rows.length })}
      confirm={t('assign.confirm')}
      busy={assigning.isPending}
      error={assigning.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (Object.values(faults).every((fault) => fault === undefined)) assigning.mutate();
      }}
    >
      <SelectField
        label={t('assign.to')}
        value={to}
        problem={tried ? faults.to : undefined}
        options={[
          { value: '', label: t('assign.choose') },
          ...(ofSchools ? [{ value: OWN_SCHOOL, label: t('assign.ownSchool') }] : []),
          ...units.map((unit) => ({ value: unit.id, label: unit.name })),
        ]}
        onChange={(event) => setTo(event.target.value)}
      />
      <TextField
        label={t('assign.person')}
        help={t('assign.personHelp')}
        value={person}
        maxLength={100}
        list="jc-rectify-people"
        onChange={(event) => setPerson(event.target.value)}
      />
      <datalist id="jc-rectify-people">
        {people.map(({ id, displayName }) => (
          <option key={id} value={displayName}>
            {displayName}
          </option>
        ))}
      </datalist>
      <TextField
        label={t('column.deadline')}
        type="date"
        min={today}
        value={deadline}
        problem={tried ? faults.deadline : undefined}
        onChange={(event) => setDeadline(event.target.value)}
      />
      {putsOff ? (
        <TextField
          label={t('assign.reason')}
          value={reason}
          maxLength={500}
          problem={tried ? faults.reason : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
    </FormDialog>
  );
}

function accountOf(
  people: readonly { readonly id: string; readonly displayName: string }[],
  name: string,
): string | null {
  const found = people.filter(({ displayName }) => displayName === name);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
