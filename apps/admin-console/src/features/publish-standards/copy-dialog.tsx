import type { EditionSummary, Region } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, Dialog, SelectField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { copyEdition, draftsKey } from '../../server/editions.ts';

export interface CopyDialogProps {
  readonly base: EditionSummary;
  readonly regions: readonly Region[];
  readonly onClose: () => void;
}

/** Begins a bureau's own edition: whose it is, what it is called, by which instrument. */
export function CopyDialog({ base, regions, onClose }: CopyDialogProps) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [regionId, setRegionId] = useState(regions[0]?.id ?? '');
  const [name, setName] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [instrument, setInstrument] = useState('');
  const copying = useMutation({
    mutationFn: () => copyEdition({ regionId, baseId: base.id, name, nameEn, instrument }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: draftsKey, exact: true });
      await navigate(`/standards/drafts/${id}`);
    },
  });
  const complete = [regionId, name, nameEn, instrument].every((each) => each.trim() !== '');
  return (
    <Dialog
      open
      title={t('copyOf', { name: words(language, `edition.${base.id}`) })}
      onClose={onClose}
      footer={
        <Button variant="primary" busy={copying.isPending} disabled={!complete} onClick={() => copying.mutate()}>
          {t('copy')}
        </Button>
      }
    >
      <div className="jh-form">
        <SelectField
          label={t('region')}
          value={regionId}
          options={regions.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(event) => setRegionId(event.target.value)}
        />
        <TextField label={t('name')} value={name} onChange={(event) => setName(event.target.value)} />
        <TextField label={t('nameEn')} value={nameEn} onChange={(event) => setNameEn(event.target.value)} />
        <TextField
          label={t('instrument')}
          help={t('instrumentHelp')}
          value={instrument}
          onChange={(event) => setInstrument(event.target.value)}
        />
        <RefusalNotice error={copying.error} />
      </div>
    </Dialog>
  );
}
