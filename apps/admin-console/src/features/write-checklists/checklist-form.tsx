import type { Checklist, Region } from '@junheng/api-contract';
import { Button, ConfirmButton, Notice, PageHeader, SelectField, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { checklistsQuery, publishChecklist } from '../../server/checklists.ts';
import { ItemFields } from './item-fields.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import {
  draftFaults,
  emptyItem,
  requestOf,
  typedItem,
  withTaken,
  type ChecklistDraft,
} from './model/checklist-draft.ts';
import { SheetReading } from './sheet-reading.tsx';

export interface ChecklistFormProps {
  readonly regions: readonly Region[];
  /** What it begins with; null: from nothing. */
  readonly from: Checklist | null;
}

/** A checklist, typed or read from a sheet; nothing is kept before it is published, and then nobody changes it. */
export function ChecklistForm({ regions, from }: ChecklistFormProps) {
  const { t } = useTranslation('checklists');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<ChecklistDraft>(() => ({
    regionId: regions[0]?.id ?? '',
    name: from?.name.zhCN ?? '',
    nameEn: from === null || from.name.en === from.name.zhCN ? '' : from.name.en,
    items: from?.items.map(typedItem) ?? [emptyItem()],
  }));
  const [begun] = useState(draft);
  const unsaved = JSON.stringify(requestOf(draft)) !== JSON.stringify(requestOf(begun));
  const published = useRef(false);
  const faults = draftFaults(draft);
  const publishing = useMutation({
    mutationFn: () => publishChecklist(requestOf(draft)),
    onSuccess: async () => {
      published.current = true;
      await client.invalidateQueries({ queryKey: checklistsQuery.queryKey });
      void navigate('/checklists');
    },
  });
  return (
    <div className="jc-stack jc-narrow">
      <LeaveGuard unsaved={unsaved} isLost={() => unsaved && !published.current} />
      <PageHeader above={<Link to="/checklists">{t('back')}</Link>} title={t('new')} subtitle={t('intro')} />
      <SheetReading
        regionId={draft.regionId}
        onTaken={(items) => setDraft({ ...draft, items: withTaken(draft.items, items) })}
      />
      <div className="jc-surface jc-padded jh-form">
        {regions.length < 2 ? null : (
          <SelectField
            label={t('region')}
            help={t('regionHelp')}
            value={draft.regionId}
            options={regions.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setDraft({ ...draft, regionId: event.target.value })}
          />
        )}
        <div className="jc-pair">
          <TextField
            label={t('name')}
            maxLength={100}
            value={draft.name}
            problem={tried && faults.includes('name') ? t('fault.name') : undefined}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
          <TextField
            label={t('nameEn')}
            maxLength={100}
            value={draft.nameEn}
            problem={tried && faults.includes('nameEn') ? t('fault.nameEn') : undefined}
            onChange={(event) => setDraft({ ...draft, nameEn: event.target.value })}
          />
        </div>
      </div>
      {draft.items.map((item, index) => (
        <ItemFields
          key={item.id}
          number={index + 1}
          item={item}
          items={draft.items}
          tried={tried}
          onChange={(next) =>
            setDraft({ ...draft, items: draft.items.map((each) => (each.id === item.id ? next : each)) })
          }
          onRemove={
            draft.items.length < 2
              ? null
              : () => setDraft({ ...draft, items: draft.items.filter((each) => each.id !== item.id) })
          }
        />
      ))}
      <div>
        <Button onClick={() => setDraft({ ...draft, items: [...draft.items, emptyItem()] })}>{t('add')}</Button>
      </div>
      <RefusalNotice error={publishing.error} />
      {tried && faults.length > 0 ? (
        <Notice tone="danger" role="alert">
          {t(`fault.${faults[0] ?? 'item'}`)}
        </Notice>
      ) : null}
      <div className="jc-filters">
        {faults.length === 0 ? (
          <ConfirmButton
            variant="primary"
            title={t('publishTitle')}
            description={t('publishText')}
            onConfirm={() =>
              publishing.mutateAsync().then(
                () => undefined,
                () => undefined,
              )
            }
          >
            {t('publish')}
          </ConfirmButton>
        ) : (
          <Button variant="primary" onClick={() => setTried(true)}>
            {t('publish')}
          </Button>
        )}
        <Link className="jh-button" to="/checklists">
          {t('cancel')}
        </Link>
      </div>
    </div>
  );
}
