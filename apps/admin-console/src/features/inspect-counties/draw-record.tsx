import type { Draw, Inspection } from '@junheng/api-contract';
import { Button, StatusTag } from '@junheng/ui/plain';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Copyable } from '../../display/copyable.tsx';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { publicationOf } from '../../server/inspections.ts';
import { DrawnSchools } from './drawn-schools.tsx';
import { saveFile } from '../../display/save-file.ts';

/** Everything that was published of a draw, and how a stranger checks it. */
export function DrawRecord(props: { readonly inspection: Inspection; readonly draw: Draw; readonly open?: boolean }) {
  const { t } = useTranslation('inspect');
  const { instant } = useFormat();
  const { inspection, draw } = props;
  const file = `junheng-sample-${inspection.id.slice(0, 8)}-${draw.number}.json`;
  const downloading = useMutation({
    mutationFn: () => publicationOf({ inspectionId: inspection.id, drawId: draw.id }),
    onSuccess: (publication) => saveFile(file, `${JSON.stringify(publication, null, 2)}\n`),
  });
  const body = (
    <div className="jc-draw__record">
      {draw.reason === null || props.open === true ? null : <p>{t('draw.reasonIs', { reason: draw.reason })}</p>}
      {draw.status === 'abandoned' ? <p>{t('draw.abandoned')}</p> : null}
      {draw.counties === null ? null : <DrawnSchools counties={draw.counties} />}
      <Published inspection={inspection} draw={draw} />
      {draw.status === 'drawn' ? (
        <div className="jc-noprint">
          <h3 className="jc-h3">{t('draw.checkTitle')}</h3>
          <p className="jc-lead">{t('draw.check')}</p>
          <p>
            <code className="jc-command">node verify-sample.mjs {file}</code>
          </p>
          <div className="jc-inline">
            <Button busy={downloading.isPending} onClick={() => downloading.mutate()}>
              {t('draw.download')}
            </Button>
            <a className="jh-button" href={`${import.meta.env.BASE_URL}verify-sample.mjs`} download>
              {t('draw.script')}
            </a>
          </div>
          <RefusalNotice error={downloading.error} />
        </div>
      ) : null}
    </div>
  );
  if (props.open === true) return body;
  return (
    <details className="jc-surface jc-padded">
      <summary>
        {t('draw.number', { number: draw.number })} <StatusTag>{t(`draw.status.${draw.status}`)}</StatusTag>{' '}
        <span className="ev-muted">{instant(draw.drawn?.at ?? draw.committed.at)}</span>
      </summary>
      {body}
    </details>
  );
}

function Published({ inspection, draw }: { readonly inspection: Inspection; readonly draw: Draw }) {
  const { t } = useTranslation('inspect');
  const { instant } = useFormat();
  const nameOf = (code: string) => inspection.counties.find((county) => county.code === code)?.name ?? code;
  const hashes = [
    ['commitment', draw.commitment],
    ['value', draw.value],
    ['listHash', draw.listHash],
    ['seed', draw.seed],
  ] as const;
  return (
    <dl className="jc-published">
      {hashes.map(([key, hash]) =>
        hash === null ? null : (
          <div key={key}>
            <dt>{t(`draw.${key}`)}</dt>
            <dd>
              <Copyable value={hash} label={t(`draw.${key}`)} />
            </dd>
          </div>
        ),
      )}
      {draw.headsAt === null ? null : (
        <div>
          <dt>{t('draw.headsAt')}</dt>
          <dd>{instant(draw.headsAt)}</dd>
        </div>
      )}
      {(draw.heads ?? []).map(({ countyCode, position, hash }) => (
        <div key={countyCode}>
          <dt>
            {t('draw.heads')} · {t('draw.head', { county: nameOf(countyCode), position })}
          </dt>
          <dd>
            <Copyable value={hash} label={t('draw.heads')} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
