import type { OpenGroupingRequest, Region, RegisteredSchool } from '@junheng/api-contract';
import { SelectField, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { SchoolPicker } from '../../display/school-picker.tsx';
import { useToday } from '../../display/use-today.ts';
import { openGrouping } from '../../server/groupings.ts';
import { CoreSchool } from './core-school.tsx';
import { groupingKinds, isGroup, wantedMembers } from './model/members.ts';

export interface OpenGroupingDialogProps {
  readonly regions: readonly Region[];
  readonly schools: readonly RegisteredSchool[];
  readonly onClose: () => void;
}

export function OpenGroupingDialog({ regions, schools, onClose }: OpenGroupingDialogProps) {
  const { t } = useTranslation(['groupings', 'display']);
  const client = useQueryClient();
  const today = useToday();
  const counties = regions.filter(({ level }) => level === 'county');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OpenGroupingRequest['kind']>('cluster');
  const [regionId, setRegionId] = useState(counties[0]?.id ?? '');
  const [leader, setLeader] = useState('');
  const [day, setDay] = useState(today);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [core, setCore] = useState('');
  const [tried, setTried] = useState(false);
  const opening = useMutation({
    mutationFn: () =>
      openGrouping({
        regionId,
        kind,
        name: name.trim(),
        leaderName: leader.trim() === '' ? null : leader.trim(),
        startsOn: day,
        members: wantedMembers(picked, isGroup(kind) ? core : ''),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['groupings'] });
      onClose();
    },
  });
  const open = schools.filter(({ closedOn }) => closedOn === null);
  const nameMissing = name.trim().length < 2;
  return (
    <FormDialog
      title={t('opening.title')}
      confirm={t('opening.confirm')}
      busy={opening.isPending}
      error={opening.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!nameMissing && regionId !== '' && day !== '') opening.mutate();
      }}
    >
      <TextField
        label={t('column.name')}
        value={name}
        maxLength={100}
        autoFocus
        problem={tried && nameMissing ? t('nameMissing') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="jc-pair">
        <SelectField
          label={t('column.kind')}
          value={kind}
          options={groupingKinds.map((each) => ({
            value: each,
            label: t(`grouping.kind.${each}`, { ns: 'display' }),
          }))}
          onChange={(event) => setKind(groupingKinds.find((each) => each === event.target.value) ?? kind)}
        />
        <SelectField
          label={t('region')}
          value={regionId}
          options={counties.map((region) => ({ value: region.id, label: region.name }))}
          onChange={(event) => setRegionId(event.target.value)}
        />
      </div>
      <div className="jc-pair">
        <TextField
          label={t('column.leader')}
          help={t('leaderHelp')}
          value={leader}
          maxLength={100}
          onChange={(event) => setLeader(event.target.value)}
        />
        <TextField
          label={t('column.since')}
          type="date"
          max={today}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      <SchoolPicker label={t('members.label')} schools={open} picked={picked} onChange={setPicked} />
      {isGroup(kind) ? <CoreSchool schools={open} picked={picked} value={core} onChange={setCore} /> : null}
    </FormDialog>
  );
}
