import type { ConfirmedPeopleImport, ListedPeopleImport, PeopleImport } from '@junheng/api-contract';
import { Button, PageHeader, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
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
  const { t } = useTranslation('importPeople');
  const { language } = useLanguage();
  const client = useQueryClient();
  const [read, setRead] = useState<PeopleImport | null>(null);
  const [done, setDone] = useState<ConfirmedPeopleImport | null>(null);
  const [agreed, setAgreed] = useState(false);
  const refresh = async (): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['people-imports'] }),
      client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
    ]);
  };
  const uploading = useMutation({
    mutationFn: (file: File) => uploadPeople(countyId, file),
    onSuccess: async (found) => {
      setRead(found);
      setDone(null);
      setAgreed(false);
      await refresh();
    },
  });
  const confirming = useMutation({
    mutationFn: (found: PeopleImport) => confirmPeople(found.id, agreed),
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
      <ol className="jc-surface jc-padded jc-steps">
        <li>
          <a href={peopleSheetAddress(language, true)} download>
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
      {done === null ? null : <NewLinks confirmed={done} />}
      {read === null ? null : (
        <>
          <PeopleFindings read={read} />
          {read.counts.errors > 0 || read.counts.fresh + read.counts.addresses === 0 ? null : (
            <div className="jc-filters">
              {read.counts.warnings === 0 ? null : (
                <label className="jc-check">
                  <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
                  {t('agree', { count: read.counts.warnings })}
                </label>
              )}
              <Button
                variant="primary"
                busy={confirming.isPending}
                disabled={read.counts.warnings > 0 && !agreed}
                onClick={() => confirming.mutate(read)}
              >
                {read.counts.addresses === 0
                  ? t('confirm', { count: read.counts.fresh })
                  : t('confirmWithAddresses', { count: read.counts.fresh, addresses: read.counts.addresses })}
              </Button>
            </div>
          )}
          <div>
            <Button variant="quiet" busy={discarding.isPending} onClick={() => discarding.mutate(read)}>
              {t('discard')}
            </Button>
          </div>
        </>
      )}
      <History history={history} />
    </div>
  );
}

function History({ history }: { readonly history: readonly ListedPeopleImport[] }) {
  const { t } = useTranslation('importPeople');
  const { instant } = useFormat();
  if (history.length === 0) return null;
  return (
    <section className="jc-part" aria-labelledby="people-imports">
      <h2 id="people-imports">{t('history')}</h2>
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
