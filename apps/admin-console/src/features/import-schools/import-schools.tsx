import type { ListedSchoolImport, SchoolImport } from '@junheng/api-contract';
import { Button, Notice, PageHeader, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { schoolKeys } from '../../server/organisations.ts';
import { confirmSchools, discardSchools, schoolSheetAddress, uploadSchools } from '../../server/school-imports.ts';
import { SheetFindings } from './sheet-findings.tsx';

export interface ImportSchoolsProps {
  readonly countyId: string;
  readonly history: readonly ListedSchoolImport[];
}

/** Schools from a sheet: template, reading, what was found, and only then the register. */
export function ImportSchools({ countyId, history }: ImportSchoolsProps) {
  const { t } = useTranslation('importSchools');
  const { language } = useLanguage();
  const client = useQueryClient();
  const [read, setRead] = useState<SchoolImport | null>(null);
  const [agreed, setAgreed] = useState(false);
  const refresh = async (): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['school-imports'] }),
      client.invalidateQueries({ queryKey: schoolKeys }),
    ]);
  };
  const uploading = useMutation({
    mutationFn: (file: File) => uploadSchools(countyId, file),
    onSuccess: async (found) => {
      setRead(found);
      setAgreed(false);
      await refresh();
    },
  });
  const confirming = useMutation({
    mutationFn: (found: SchoolImport) => confirmSchools(found.id, agreed),
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
      <ol className="jc-surface jc-padded jc-steps">
        <li>
          <a href={schoolSheetAddress(language, true)} download>
            {t('template')}
          </a>{' '}
          <span className="ev-muted">{t('templateHelp')}</span>
        </li>
        <li>
          <label>
            {t('choose')}{' '}
            <input
              type="file"
              accept=".xlsx,.csv"
              disabled={uploading.isPending}
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = '';
                if (file !== undefined) uploading.mutate(file);
              }}
            />
          </label>{' '}
          {uploading.isPending ? <span role="status">{t('reading')}</span> : null}
        </li>
      </ol>
      <RefusalNotice error={uploading.error ?? confirming.error ?? discarding.error} />
      {read?.status === 'confirmed' ? (
        <Notice tone="success" role="status">
          {t('done', { count: read.counts.fresh })} <Link to="/schools">{t('back')}</Link>
        </Notice>
      ) : null}
      {open === null ? null : (
        <>
          <SheetFindings read={open} />
          {open.counts.errors > 0 || open.counts.fresh === 0 ? null : (
            <div className="jc-filters">
              {open.counts.warnings === 0 ? null : (
                <label className="jc-check">
                  <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
                  {t('agree', { count: open.counts.warnings })}
                </label>
              )}
              <Button
                variant="primary"
                busy={confirming.isPending}
                disabled={open.counts.warnings > 0 && !agreed}
                onClick={() => confirming.mutate(open)}
              >
                {t('confirm', { count: open.counts.fresh })}
              </Button>
            </div>
          )}
          <div>
            <Button variant="quiet" busy={discarding.isPending} onClick={() => discarding.mutate(open)}>
              {t('discard')}
            </Button>
          </div>
        </>
      )}
      <History history={history} />
    </div>
  );
}

function History({ history }: { readonly history: readonly ListedSchoolImport[] }) {
  const { t } = useTranslation('importSchools');
  const { instant } = useFormat();
  if (history.length === 0) return null;
  return (
    <section className="jc-part" aria-labelledby="school-imports">
      <h2 id="school-imports">{t('history')}</h2>
      <ul className="jc-plainlist jc-surface jc-padded">
        {history.map((each) => (
          <li key={each.id}>
            {each.fileName} · {t(`status.${each.status}`)}
            <span className="ev-muted">
              {' '}
              {t('counted', { rows: each.counts.rows, fresh: each.counts.fresh })} · {each.uploadedBy} ·{' '}
              {instant(each.uploadedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
