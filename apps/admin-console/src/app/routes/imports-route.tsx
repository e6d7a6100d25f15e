import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { importTexts } from '../../features/import-workbook/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { RoundHead } from '../../display/round-head.tsx';
import { useMay } from '../../display/use-may.ts';
import { ImportHistory } from '../../features/import-workbook/import-history.tsx';
import { UploadWorkbooks } from '../../features/import-workbook/upload-workbooks.tsx';
import { importsQuery } from '../../server/imports.ts';
import { roundQuery } from '../../server/rounds.ts';

export function ImportsRoute() {
  usePageTexts(importTexts);
  const { roundId = '' } = useParams();
  const { t } = useTranslation(['import', 'frame']);
  const allowed = useMay()('imports.manage');
  const navigate = useNavigate();
  const round = useQuery(roundQuery(roundId));
  const imports = useQuery({ ...importsQuery(roundId), enabled: allowed });
  if (!allowed) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <>
      <title>{`${t('title')} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={round}>
        {(data) => (
          <div className="jc-stack">
            <RoundHead round={data} page={t('title')} onChoose={(id) => void navigate(`/rounds/${id}/imports`)} />
            <p className="jc-lead">{t('intro')}</p>
            <UploadWorkbooks
              key={roundId}
              roundId={roundId}
              onRead={(importId) => void navigate(`/rounds/${roundId}/imports/${importId}`)}
            />
            <Loaded query={imports}>
              {(list) => <ImportHistory imports={list.imports} hrefOf={(id) => `/rounds/${roundId}/imports/${id}`} />}
            </Loaded>
          </div>
        )}
      </Loaded>
    </>
  );
}
