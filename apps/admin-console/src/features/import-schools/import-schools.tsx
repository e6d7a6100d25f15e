import type { ListedSchoolImport, SchoolImport } from '@junheng/api-contract';
import { Button, Notice, PageHeader, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { SheetAgreement } from '../../display/sheet-import/sheet-agreement.tsx';
import { SheetChooser } from '../../display/sheet-import/sheet-chooser.tsx';
import { SheetHistory } from '../../display/sheet-import/sheet-history.tsx';
import { schoolKeys } from '../../server/organisations.ts';
import { confirmSchools, discardSchools, schoolSheetAddress, uploadSchools } from '../../server/school-imports.ts';
import { SchoolFindings } from './school-findings.tsx';

export interface ImportSchoolsProps {
  readonly countyId: string;
  readonly history: readonly ListedSchoolImport[];
}

/** Schools from a sheet: template, reading, what was found, and only then the register. */
export function ImportSchools({ countyId, history }: ImportSchoolsProps) {
  const { t } = useTranslation(['importSchools', 'sheet']);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [read, setRead] = useState<SchoolImport | null>(null);
  const refresh = async (): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['school-imports'] }),
      client.invalidateQueries({ queryKey: schoolKeys }),
    ]);
  };
  const uploading = useMutation({
    mutationFn: (sheet: File) => uploadSchools(countyId, sheet),
    onSuccess: async (found) => {
      setRead(found);
      await refresh();
    },
  });
  const confirming = useMutation({
    mutationFn: (confirmed: { readonly found: SchoolImport; readonly warningsConfirmed: boolean }) =>
      confirmSchools(confirmed.found.id, confirmed.warningsConfirmed),
    onSuccess: async (found) => {
      setRead(found);
      await refresh();
    },
  });
  const discarding = useMutation({
    mutationFn: (found: SchoolImport) => discardSchools(found.id),
    onSuccess: async () => {
      setRead(null);
      await refresh();
    },
  });
  const open = read?.status === 'previewed' ? read : null;
  return (
    <div className="jc-stack">
      <PageHeader above={<Link to="/schools">{t('back')}</Link>} title={t('title')} subtitle={t('subtitle')} />
      <SheetChooser
        template={schoolSheetAddress(language, true)}
        help={t('templateHelp')}
        reading={uploading.isPending}
        onSheet={uploading.mutate}
      />
      <RefusalNotice error={uploading.error ?? confirming.error ?? discarding.error} />
      {read?.status === 'confirmed' ? (
        <Notice tone="success" role="status">
          {t('done', { count: read.counts.fresh })} <Link to="/schools">{t('back')}</Link>
        </Notice>
      ) : null}
      {open === null ? null : (
        <>
          <SchoolFindings read={open} />
          {open.counts.errors > 0 || open.counts.fresh === 0 ? null : (
            <SheetAgreement
              key={open.id}
              warnings={open.counts.warnings}
              agreement={t('agree', { count: open.counts.warnings })}
              action={t('confirm', { count: open.counts.fresh })}
              busy={confirming.isPending}
              onAgreed={(warningsConfirmed) => confirming.mutate({ found: open, warningsConfirmed })}
            />
          )}
          <div>
            <Button variant="quiet" busy={discarding.isPending} onClick={() => discarding.mutate(open)}>
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
