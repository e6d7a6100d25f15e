import type { OpenUnitRequest, Region, Unit } from '@junheng/api-contract';
import { SelectField, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EndingDialog } from '../../display/ending-dialog.tsx';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { closeUnit, openUnit, renameUnit, unitsQuery } from '../../server/units.ts';

const kinds = [
  'section',
  'department',
  'town-government',
  'office',
  'bureau',
] as const satisfies readonly OpenUnitRequest['kind'][];

interface OneUnitProps {
  readonly unit: Unit;
  readonly onClose: () => void;
}

export function OpenUnitDialog(props: {
  readonly units: readonly Unit[];
  readonly regions: readonly Region[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('units');
  const client = useQueryClient();
  const today = useToday();
  const places = props.regions.filter(({ level }) => level === 'county' || level === 'town');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OpenUnitRequest['kind']>('section');
  const [regionId, setRegionId] = useState(places.find(({ level }) => level === 'county')?.id ?? '');
  const [parentId, setParentId] = useState('');
  const [day, setDay] = useState(today);
  const [tried, setTried] = useState(false);
  const opening = useMutation({
    mutationFn: () =>
      openUnit({ regionId, parentId: parentId === '' ? null : parentId, kind, name: name.trim(), openedOn: day }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: unitsQuery.queryKey });
      props.onClose();
    },
  });
  const parents = props.units.filter((unit) => unit.regionId === regionId && unit.closedOn === null);
  const nameMissing = name.trim().length < 2;
  return (
    <FormDialog
      title={t('opening.title')}
      confirm={t('opening.confirm')}
      busy={opening.isPending}
      error={opening.error}
      onClose={props.onClose}
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
      <SelectField
        label={t('column.kind')}
        value={kind}
        options={kinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
        onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? kind)}
      />
      <div className="jc-pair">
        <SelectField
          label={t('region')}
          value={regionId}
          options={places.map((region) => ({ value: region.id, label: region.name }))}
          onChange={(event) => {
            setRegionId(event.target.value);
            setParentId('');
          }}
        />
        <SelectField
          label={t('parent')}
          value={parentId}
          options={[
            { value: '', label: t('noParent') },
            ...parents.map((unit) => ({ value: unit.id, label: unit.name })),
          ]}
          onChange={(event) => setParentId(event.target.value)}
        />
      </div>
      <TextField
        label={t('column.since')}
        type="date"
        max={today}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
    </FormDialog>
  );
}

export function RenameUnitDialog({ unit, onClose }: OneUnitProps) {
  const { t } = useTranslation('units');
  const client = useQueryClient();
  const [name, setName] = useState(unit.name);
  const renaming = useMutation({
    mutationFn: () => renameUnit(unit.id, name.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: unitsQuery.queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('renameOf', { name: unit.name })}
      confirm={t('renaming.confirm')}
      busy={renaming.isPending}
      error={renaming.error}
      onClose={onClose}
      onConfirm={() => {
        if (name.trim().length >= 2) renaming.mutate();
      }}
    >
      <TextField
        label={t('column.name')}
        value={name}
        maxLength={100}
        autoFocus
        problem={name.trim().length < 2 ? t('nameMissing') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}

export function CloseUnitDialog({ unit, onClose }: OneUnitProps) {
  const { t } = useTranslation('units');
  const client = useQueryClient();
  const closing = useMutation({
    mutationFn: (request: { closedOn: string; reason: string }) => closeUnit(unit.id, request),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: unitsQuery.queryKey });
      onClose();
    },
  });
  return (
    <EndingDialog
      title={t('closeOf', { name: unit.name })}
      intro={t('closing.intro')}
      confirm={t('closing.confirm')}
      busy={closing.isPending}
      error={closing.error}
      onEnd={(closedOn, reason) => closing.mutate({ closedOn, reason })}
      onClose={onClose}
    />
  );
}
