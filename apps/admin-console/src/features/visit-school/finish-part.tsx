import { cellName, hasText, text as words } from '@junheng/evaluation-messages';
import { unsentCells } from '@junheng/offline-journal';
import { Button, ConfirmButton, Notice, TextAreaField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asRefusal } from '../../server/refusal.ts';
import { reopenVisit, signVisit, visitKey } from '../../server/visits.ts';
import { stillOpen } from './model/still-open.ts';
import { asPerson } from './model/visit-saver.ts';
import type { OpenVisit } from './use-visit.ts';

/** Signing the visit, or reopening one that is signed; and what signing still waits for. */
export function FinishPart({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation('visit');
  const { language } = useLanguage();
  const client = useQueryClient();
  const { visit, seen, place, inspector } = open;
  const [reason, setReason] = useState('');
  const settled = () => client.invalidateQueries({ queryKey: visitKey(place) });
  const signing = useMutation({
    networkMode: 'always',
    mutationFn: () => asPerson(inspector.personId, () => signVisit(place, visit.revision)),
    onSettled: settled,
  });
  const reopening = useMutation({
    networkMode: 'always',
    mutationFn: () => asPerson(inspector.personId, () => reopenVisit(place, reason)),
    onSuccess: () => {
      setReason('');
      open.saver.resume();
      open.photos.resume();
    },
    onSettled: settled,
  });
  const unsent = unsentCells(open.queue).length + open.waitingPhotos.length;
  const ready = visit.may.sign && seen.live && unsent === 0 && visit.open.length === 0;
  const waitedFor = stillOpen(visit, inspector.personId, open.textOf);
  const moment = (instant: string): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(
      new Date(instant),
    );
  return (
    <section className="vs-part" id="finish" aria-labelledby="finish-title">
      <h2 id="finish-title">{t('finish.title')}</h2>
      <Failure error={signing.error ?? reopening.error} />
      {visit.signed === null ? null : (
        <Notice tone="success">
          {t('finish.signed', { by: visit.signed.by, time: moment(visit.signed.at) })}
          <code className="vs-hash">{visit.signed.hash}</code>
        </Notice>
      )}
      {visit.status === 'signed' || waitedFor.length === 0 ? null : (
        <ul className="vs-open">
          {waitedFor.map(({ at, code }) => (
            <li key={`${at} ${code}`}>
              {placeName(language, at)}: {t(`refused.${code}`)}
            </li>
          ))}
        </ul>
      )}
      {visit.may.sign ? (
        <>
          {unsent > 0 || !seen.live ? <p>{t('finish.unsent', { count: unsent })}</p> : null}
          <ConfirmButton
            variant="primary"
            disabled={!ready}
            title={t('finish.sign')}
            description={t('finish.signText')}
            onConfirm={() =>
              signing.mutateAsync().then(
                () => undefined,
                () => undefined,
              )
            }
          >
            {t('finish.sign')}
          </ConfirmButton>
        </>
      ) : null}
      {visit.may.reopen ? (
        <>
          <TextAreaField
            label={t('finish.reason')}
            value={reason}
            rows={2}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button disabled={reason.trim().length < 4} busy={reopening.isPending} onClick={() => reopening.mutate()}>
            {t('finish.reopen')}
          </Button>
        </>
      ) : null}
      {visit.events.length === 0 ? null : (
        <ul className="vs-muted">
          {visit.events.map(({ kind, at, by, reason: why }) => (
            <li key={`${kind} ${at}`}>
              {t(`finish.${kind}By`, { by, time: moment(at) })} {why}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Failure({ error }: { readonly error: unknown }) {
  const { language } = useLanguage();
  if (error === null || error === undefined) return null;
  const { code, facts } = asRefusal(error);
  const key = `problem.${code}`;
  const shown = Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
    ),
  );
  return (
    <Notice tone="danger" role="alert">
      {words(language, hasText(key) ? key : 'problem.server.unavailable', shown)}
    </Notice>
  );
}

/** What an entry is about, in the words of the edition. */
function placeName(language: 'zh-CN' | 'en', entry: string): string {
  const [kind = '', rest = ''] = entry.split(':');
  if (kind === 'verified' || kind === 'reason') return cellName(language, rest);
  const [requirement = '', point] = rest.split('/');
  const key = point === undefined ? `requirement.${requirement}` : `point.${requirement}.${point}`;
  return hasText(key) ? words(language, key) : '';
}
