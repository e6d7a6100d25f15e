import type { GroupingDetail, RegisteredSchool } from '@junheng/api-contract';
import { TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EndingDialog } from '../../display/ending-dialog.tsx';
import { FormDialog } from '../../display/form-dialog.tsx';
import { SchoolPicker } from '../../display/school-picker.tsx';
import { useToday } from '../../display/use-today.ts';
import { changeGrouping, endGrouping, setMembers } from '../../server/groupings.ts';
import { CoreSchool } from './core-school.tsx';
import { isGroup, wantedMembers } from './model/members.ts';

interface OneGroupingProps {
  readonly grouping: GroupingDetail;
  readonly onClose: () => void;
}

/** Everything that names groupings is read again, then the dialog goes. */
function useAfterwards(onClose: () => void): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['groupings'] });
    onClose();
  };
}

export function ChangeGroupingDialog({ grouping, onClose }: OneGroupingProps) {
  const { t } = useTranslation('groupings');
  const [name, setName] = useState(grouping.name);
  const [leader, setLeader] = useState(grouping.leaderName ?? '');
  const onSuccess = useAfterwards(onClose);
  const changing = useMutation({
    mutationFn: () =>
      changeGrouping(grouping.id, { name: name.trim(), leaderName: leader.trim() === '' ? null : leader.trim() }),
    onSuccess,
  });
  const nameMissing = name.trim().length < 2;
  return (
    <FormDialog
      title={t('changing.title', { name: grouping.name })}
      confirm={t('changing.confirm')}
      busy={changing.isPending}
      error={changing.error}
      onClose={onClose}
      onConfirm={() => {
        if (!nameMissing) changing.mutate();
      }}
    >
      <TextField
        label={t('column.name')}
        value={name}
        maxLength={100}
        autoFocus
        problem={nameMissing ? t('nameMissing') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('column.leader')}
        help={t('leaderHelp')}
        value={leader}
        maxLength={100}
        onChange={(event) => setLeader(event.target.value)}
      />
    </FormDialog>
  );
}

export function SetMembersDialog(props: OneGroupingProps & { readonly schools: readonly RegisteredSchool[] }) {
  const { grouping, schools, onClose } = props;
  const { t } = useTranslation('groupings');
  const today = useToday();
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(grouping.schoolIds));
  const [core, setCore] = useState(
    () => grouping.members.find(({ part, endsOn }) => part === 'core' && endsOn === null)?.schoolId ?? '',
  );
  const [from, setFrom] = useState(today);
  const onSuccess = useAfterwards(onClose);
  const setting = useMutation({
    mutationFn: () =>
      setMembers(grouping.id, { from, members: wantedMembers(picked, isGroup(grouping.kind) ? core : '') }),
    onSuccess,
  });
  const offered = schools.filter(({ id, closedOn }) => closedOn === null || picked.has(id));
  return (
    <FormDialog
      title={t('setting.title', { name: grouping.name })}
      confirm={t('setting.confirm')}
      busy={setting.isPending}
      error={setting.error}
      onClose={onClose}
      onConfirm={() => {
        if (from !== '') setting.mutate();
      }}
    >
      <p>{t('setting.intro')}</p>
      <TextField
        label={t('setting.from')}
        type="date"
        max={today}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <SchoolPicker label={t('members.label')} schools={offered} picked={picked} onChange={setPicked} />
      {isGroup(grouping.kind) ? <CoreSchool schools={offered} picked={picked} value={core} onChange={setCore} /> : null}
    </FormDialog>
  );
}

export function EndGroupingDialog({ grouping, onClose }: OneGroupingProps) {
  const { t } = useTranslation('groupings');
  const onSuccess = useAfterwards(onClose);
  const ending = useMutation({
    mutationFn: (request: { endsOn: string; reason: string }) => endGrouping(grouping.id, request),
    onSuccess,
  });
  return (
    <EndingDialog
      title={t('ending.title', { name: grouping.name })}
      intro={t('ending.intro')}
      confirm={t('ending.confirm')}
      busy={ending.isPending}
      error={ending.error}
      onEnd={(endsOn, reason) => ending.mutate({ endsOn, reason })}
      onClose={onClose}
    />
  );
}
