import type { Draw, Inspection } from '@junheng/api-contract';
import { Button, ConfirmButton, Notice } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { useServerClock } from '../../display/use-server-clock.ts';
import { commitDraw, drawSample, freezeList, inspectionKeys } from '../../server/inspections.ts';
import { DrawRecord } from './draw-record.tsx';
import { DrawStep } from './draw-step.tsx';
import { saveFile } from '../../display/save-file.ts';
import { RedrawDialog } from './redraw-dialog.tsx';

const MINUTE = 60_000;
const AFTER_MINUTES = ['5', '60', '1440', '4320'] as const;
type After = (typeof AFTER_MINUTES)[number];

/** The newest draw, step by step: what is published, what follows, and why nobody can steer it. */
export function DrawSection({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspect');
  const [asking, setAsking] = useState(false);
  const draw = inspection.drawList[0] ?? null;
  const drawn = draw?.status === 'drawn';
  return (
    <section className="jc-part">
      <h2 className="jc-h2">
        {t('draw.title')}
        {draw === null ? null : <span className="ev-muted"> · {t('draw.number', { number: draw.number })}</span>}
      </h2>
      <p className="jc-lead">{t('draw.intro')}</p>
      {draw === null || draw.reason === null ? null : (
        <Notice tone="warning">{t('draw.reasonIs', { reason: draw.reason })}</Notice>
      )}
      {!drawn && inspection.visits.length > 0 ? <Notice>{t('page.schoolsOfBefore')}</Notice> : null}
      <Steps inspection={inspection} draw={draw} />
      {draw?.status === 'frozen' ? <ListOfSchools inspection={inspection} draw={draw} /> : null}
      {drawn ? <DrawRecord inspection={inspection} draw={draw} open /> : null}
      {draw === null || !inspection.may.draw ? null : (
        <div className="jc-formfoot jc-noprint">
          <Button onClick={() => setAsking(true)}>{t('draw.again')}</Button>
        </div>
      )}
      {asking ? <RedrawDialog inspection={inspection} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function Steps({ inspection, draw }: { readonly inspection: Inspection; readonly draw: Draw | null }) {
  const { t } = useTranslation('inspect');
  const { instant } = useFormat();
  const client = useQueryClient();
  const now = useServerClock();
  const [after, setAfter] = useState<After>('5');
  const acting = useMutation({
    mutationFn: (act: () => Promise<Inspection>) => act(),
    onSettled: () => client.invalidateQueries({ queryKey: inspectionKeys.all }),
  });
  const run = (act: () => Promise<Inspection>): Promise<void> =>
    acting.mutateAsync(act).then(
      () => undefined,
      () => undefined,
    );
  const headsAt = new Date(now + Number(after) * MINUTE);
  const place = { inspectionId: inspection.id, drawId: draw?.id ?? '' };
  const may = inspection.may.draw;
  const drawableFrom = draw?.drawableFrom ?? null;
  return (
    <>
      <RefusalNotice error={acting.error} />
      <ol className="jc-draw">
        <DrawStep
          step="commit"
          done={draw?.committed ?? null}
          now={draw === null}
          facts={draw === null ? [] : [{ label: t('draw.commitment'), hash: draw.commitment }]}
          act={
            may ? (
              <ConfirmButton
                variant="primary"
                title={t('draw.step.commit.confirmTitle')}
                description={t('draw.step.commit.confirmText')}
                onConfirm={() => run(() => commitDraw(inspection.id, null))}
              >
                {t('draw.step.commit.act')}
              </ConfirmButton>
            ) : null
          }
        />
        <DrawStep
          step="freeze"
          done={draw?.frozen ?? null}
          now={draw?.status === 'committed'}
          facts={
            draw?.listHash == null
              ? []
              : [
                  { label: t('draw.listHash'), hash: draw.listHash },
                  { label: t('draw.headsAt'), text: instant(draw.headsAt ?? '') },
                  { label: t('draw.listed', { count: draw.listedSchools ?? 0 }) },
                ]
          }
          act={
            may ? (
              <div className="jc-inline">
                <label className="jc-inline">
                  {t('draw.step.freeze.when')}
                  <select
                    className="jh-input jc-filters__select"
                    value={after}
                    onChange={(event) =>
                      setAfter(AFTER_MINUTES.find((minutes) => minutes === event.target.value) ?? after)
                    }
                  >
                    {AFTER_MINUTES.map((minutes) => (
                      <option key={minutes} value={minutes}>
                        {t(`draw.after.${minutes}`)}
                      </option>
                    ))}
                  </select>
                </label>
                <ConfirmButton
                  variant="primary"
                  title={t('draw.step.freeze.confirmTitle')}
                  description={t('draw.step.freeze.confirmText', { at: instant(headsAt.toISOString()) })}
                  onConfirm={() => run(() => freezeList(place, headsAt.toISOString()))}
                >
                  {t('draw.step.freeze.act')}
                </ConfirmButton>
              </div>
            ) : null
          }
        />
        <DrawStep
          step="draw"
          done={draw?.drawn ?? null}
          now={draw?.status === 'frozen'}
          facts={
            draw?.status === 'frozen' && drawableFrom !== null
              ? [{ label: t('draw.step.draw.from', { at: instant(drawableFrom) }) }]
              : []
          }
          act={
            may && drawableFrom !== null ? (
              <Button
                variant="primary"
                busy={acting.isPending}
                disabled={now < Date.parse(drawableFrom)}
                onClick={() => void run(() => drawSample(place))}
              >
                {t('draw.step.draw.act')}
              </Button>
            ) : null
          }
        />
      </ol>
    </>
  );
}

/** The frozen list, to be read before the draw. */
function ListOfSchools({ inspection, draw }: { readonly inspection: Inspection; readonly draw: Draw }) {
  const { t } = useTranslation('inspect');
  const { list } = draw;
  if (list === null) return null;
  const file = `junheng-list-${inspection.id.slice(0, 8)}-${draw.number}.txt`;
  return (
    <p className="jc-inline jc-noprint">
      <Button onClick={() => saveFile(file, list)}>{t('draw.downloadList')}</Button>
      <span className="ev-muted">{t('draw.downloadListHelp', { file })}</span>
    </p>
  );
}
