import { cellName, hasText, text as words } from '@junheng/evaluation-messages';
import { newKey } from '@junheng/offline-journal';
import { Button, ConfirmButton, Notice, SelectField, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptPhoto } from '../../device/kept-visits.ts';
import { photoAddress, removeVisitPhoto, visitKey } from '../../server/visits.ts';
import { compressPhoto } from './model/compress-photo.ts';
import { CLOCK_TOLERANCE_SECONDS } from './model/clock.ts';
import type { OpenVisit } from './use-visit.ts';

/** Photos (照片): made small on the device, kept there, sent when there is a network. */
export function PhotosPart({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation('visit');
  const { language } = useLanguage();
  const [about, setAbout] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const { visit, waitingPhotos } = open;
  const subjects = visit.checklist.cells.map(({ cell }) => ({
    value: `verified:${cell}`,
    label: cellName(language, cell),
  }));
  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    const failed: string[] = [];
    for (const file of files) {
      const blob = await compressPhoto(file).catch(() => null);
      if (blob === null) {
        failed.push(t('photos.noPhoto', { name: file.name }));
        continue;
      }
      const photo = {
        ...open.place,
        id: newKey(),
        owner: open.inspector.personId,
        blob,
        name: file.name,
        about: about === '' ? null : about,
        takenAt: new Date(file.lastModified).toISOString(),
        refusal: null,
      };
      await open.photos.add(photo).catch(() => failed.push(t('photos.notKept', { name: file.name })));
    }
    setProblems(failed);
  };
  return (
    <section className="vs-part" id="photos" aria-labelledby="photos-title">
      <h2 id="photos-title">{t('photos.title')}</h2>
      {problems.map((problem) => (
        <Notice key={problem} tone="danger" role="alert">
          {problem}
        </Notice>
      ))}
      {visit.may.record ? (
        <div className="vs-pair">
          <SelectField
            label={t('photos.about')}
            value={about}
            options={[{ value: '', label: t('photos.whole') }, ...subjects]}
            onChange={(event) => setAbout(event.target.value)}
          />
          <label className="jh-button vs-file">
            {t('photos.add')}
            <input
              className="jh-visually-hidden"
              type="file"
              accept="image/*"
              capture="environment"
              multiple
              onChange={(event) => void take(event)}
            />
          </label>
        </div>
      ) : null}
      <ul className="vs-photos">
        {waitingPhotos.map((photo) => (
          <WaitingPhoto key={photo.id} open={open} photo={photo} />
        ))}
        {visit.photos.map((photo) => (
          <li key={photo.id} className="vs-photo">
            <img src={photoAddress(open.place, photo.id)} alt={photo.name} loading="lazy" />
            <PhotoFacts takenAt={photo.takenAt} about={photo.about} by={photo.by} />
            {Math.abs(photo.clockAheadSeconds) > CLOCK_TOLERANCE_SECONDS ? (
              <p className="vs-muted">{t('photos.received', { time: moment(language, photo.receivedAt) })}</p>
            ) : null}
            {visit.may.record && open.seen.live ? <RemovePhoto open={open} photoId={photo.id} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RemovePhoto({ open, photoId }: { readonly open: OpenVisit; readonly photoId: string }) {
  const { t } = useTranslation('visit');
  const client = useQueryClient();
  return (
    <ConfirmButton
      size="small"
      title={t('photos.remove')}
      description={t('photos.removeText')}
      onConfirm={async () => {
        await removeVisitPhoto(open.place, photoId).catch(() => undefined);
        await client.invalidateQueries({ queryKey: visitKey(open.place) });
      }}
    >
      {t('photos.remove')}
    </ConfirmButton>
  );
}

function WaitingPhoto({ open, photo }: { readonly open: OpenVisit; readonly photo: KeptPhoto }) {
  const { t } = useTranslation('visit');
  const { language } = useLanguage();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(photo.blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.blob]);
  const refusal = `problem.${photo.refusal ?? ''}`;
  return (
    <li className="vs-photo">
      {address === null ? null : <img src={address} alt={photo.name} />}
      <PhotoFacts takenAt={photo.takenAt} about={photo.about} by={open.inspector.name} />
      {photo.refusal === null ? (
        <StatusTag>{t('photos.waiting')}</StatusTag>
      ) : (
        <>
          <Notice tone="danger">{words(language, hasText(refusal) ? refusal : 'problem.server.internal')}</Notice>
          <Button size="small" onClick={() => void open.photos.discard(photo.id)}>
            {t('photos.discard')}
          </Button>
        </>
      )}
    </li>
  );
}

function PhotoFacts(photo: { readonly takenAt: string; readonly about: string | null; readonly by: string }) {
  const { language } = useLanguage();
  const cell = photo.about?.startsWith('verified:') === true ? photo.about.slice('verified:'.length) : null;
  return (
    <p>
      {moment(language, photo.takenAt)} · {photo.by}
      {cell === null ? null : <span className="vs-muted"> {cellName(language, cell)}</span>}
    </p>
  );
}

function moment(language: string, instant: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(language, options).format(new Date(instant));
}
