import { PageHeader } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { importTexts } from '../../features/import-workbook/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { ImportPreview } from '../../features/import-workbook/import-preview.tsx';
import { importQuery } from '../../server/imports.ts';
import { schoolsQuery } from '../../server/organisations.ts';

export function ImportRoute() {
  usePageTexts(importTexts);
  const { roundId = '', importId = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const { t } = useTranslation(['import', 'frame']);
  const preview = useQuery(importQuery(importId));
  const schools = useQuery(schoolsQuery());
  return (
    <>
      <title>{`${t('preview.title')} · ${t('product', { ns: 'frame' })}`}</title>
      <PageHeader
        above={<Link to={`/rounds/${roundId}/imports`}>{t('preview.all')}</Link>}
        title={t('preview.title')}
      />
      <Loaded query={preview}>
        {(data) => (
          <Loaded query={schools}>
            {(register) => (
              <ImportPreview
                key={data.id}
                preview={data}
                register={register.schools}
                reviewHref={`/rounds/${roundId}?status=submitted`}
                uploadHref={`/rounds/${roundId}/imports`}
                roundHref={`/rounds/${roundId}`}
                purpose={query.get('for') === 'hand-in' ? 'hand-in' : 'prefill'}
                onPurpose={(purpose) => setQuery({ for: purpose }, { replace: true, preventScrollReset: true })}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
