import type { ConfirmedPeopleImport, ListedPeopleImport, PeopleImport } from '@junheng/api-contract';
import { Button, PageHeader, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { SheetAgreement } from '../../display/sheet-import/sheet-agreement.tsx';
import { SheetChooser } from '../../display/sheet-import/sheet-chooser.tsx';
import { SheetHistory } from '../../display/sheet-import/sheet-history.tsx';
import { peopleQuery } from '../../server/people.ts';
import { confirmPeople, discardPeople, peopleSheetAddress, uploadPeople } from '../../server/people-imports.ts';
import { NewLinks } from './new-links.tsx';
import { PeopleFindings } from './people-findings.tsx';

export interface ImportPeopleProps {
  readonly countyId: string;
  readonly history: readonly ListedPeopleImport[];
}

/** People from a sheet: template, reading, what was found, and only then the accounts, each with its link. */
export function ImportPeople({ countyId, history }: ImportPeopleProps) {
  const { t } = useTranslation(['importPeople', 'sheet']);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [read, setRead] = useState<PeopleImport | null>(null);
  const [done, setDone] = useState<ConfirmedPeopleImport | null>(null);
  const refresh = async (): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['people-imports'] }),
      client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
    ]);
  };
  const uploading = useMutation({
    mutationFn: (sheet: File) => uploadPeople(countyId, sheet),
    onSuccess: async (found) => {
      setRead(found);
      setDone(null);
      await refresh();
    },
  });
  const confirming = useMutation({
    mutationFn: (confirmed: { readonly found: PeopleImport; readonly warningsConfirmed: boolean }) =>
      confirmPeople(confirmed.found.id, confirmed.warningsConfirmed),
    gcTime: 0,
    onSuccess: async (confirmed) => {
      setDone(confirmed);
      setRead(null);
      await refresh();
    },
  });
  const discarding = useMutation({
    mutationFn: (found: PeopleImport) => discardPeople(found.id),
    onSuccess: async () => {
      setRead(null);
      await refresh();
    },
  });
  return (
    <div className="jc-stack">
      <PageHeader above={<Link to="/people">{t('back')}</Link>} title={t('title')} subtitle={t('subtitle')} />
      <SheetChooser
        template={peopleSheetAddress(language, true)}
        help={t('templateHelp')}
        reading={uploading.isPending}
        onSheet={uploading.mutate}
      />
      <RefusalNotice error={uploading.error ?? confirming.error ?? discarding.error} />
      {done === null ? null : <NewLinks confirmed={done} />}
      {read === null ? null : (
        <>
          <PeopleFindings read={read} />
          {read.counts.errors > 0 || read.counts.fresh + read.counts.addresses === 0 ? null : (
            <SheetAgreement
              key={read.id}
              warnings={read.counts.warnings}
              agreement={t('agree', { count: read.counts.warnings })}
              action={
                read.counts.addresses === 0
                  ? t('confirm', { count: read.counts.fresh })
                  : t('confirmWithAddresses', { count: read.counts.fresh, addresses: read.counts.addresses })
              }
              busy={confirming.isPending}
              onAgreed={(warningsConfirmed) => confirming.mutate({ found: read, warningsConfirmed })}
            />
          )}
          <div>
            <Button variant="quiet" busy={discarding.isPending} onClick={() => discarding.mutate(read)}>
              {t('discard', { ns: 'sheet' })}
            </Button>
          </div>
        </>
      )}
      <SheetHistory
        title={t('history')}
        sheets={history}
        statusOf={({ status }) => t(`status.${status}`)}
        countsOf={({ counts }) => t('counted', { rows: counts.rows, fresh: counts.fresh })}
      />
    </div>
  );
}
