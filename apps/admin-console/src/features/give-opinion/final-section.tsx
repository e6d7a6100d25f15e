import type { Opinion } from '@junheng/api-contract';
import { Button, TextField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useServerClock } from '../../display/use-server-clock.ts';
import { useToday } from '../../display/use-today.ts';
import { finaliseOpinion } from '../../server/opinions.ts';
import { isWhole } from './model/answers.ts';
import { daysAfter, isOver } from './model/opinion-draft.ts';
import { useOpinionAct } from './use-opinion-act.ts';

const REPORT_DAYS = 90;

/** The leader issues the final opinion: once everything is answered, nothing was objected to, or the time is over. */
export function FinalSection({ opinion }: { readonly opinion: Opinion }) {
  const { t } = useTranslation('opinion');
  const now = useServerClock();
  const [asking, setAsking] = useState(false);
  const { status, objection, answers, may } = opinion;
  const answered =
    objection?.content.points.every(({ id, target }) => {
      const answer = answers?.find(({ objectionId }) => objectionId === id);
      return answer !== undefined && isWhole(answer, target);
    }) ?? false;
  const ready =
    status === 'unobjected' || (status === 'objected' && answered) || (status === 'issued' && isOver(opinion, now));
  if (!ready || answers === null) return null;
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('document.final')}</h2>
      <div className="jc-surface jc-padded jc-run">
        <p>{status === 'issued' ? t('objection.ended') : t('final.text')}</p>
        {may.sign ? (
          <Button variant="primary" onClick={() => setAsking(true)}>
            {t('final.act')}
          </Button>
        ) : (
          <span className="ev-muted">{t('final.leadOnly', { leads: opinion.leads.join('、') })}</span>
        )}
      </div>
      {asking ? <FinalDialog opinion={opinion} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function FinalDialog({ opinion, onClose }: { readonly opinion: Opinion; readonly onClose: () => void }) {
  const { t } = useTranslation('opinion');
  const today = useToday();
  const act = useOpinionAct(opinion);
  const findings = (opinion.preliminary?.content.findings ?? []).filter(({ id }) => !isWithdrawn(opinion, id));
  const [number, setNumber] = useState(opinion.preliminary?.content.number ?? '');
  const [reportDueOn, setReportDueOn] = useState(daysAfter(today, REPORT_DAYS));
  const [dates, setDates] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(findings.map(({ id, dueOn }) => [id, dueOn])),
  );
  const [tried, setTried] = useState(false);
  const fault = (day: string) => (tried && day <= today ? t('final.fault') : undefined);
  const issue = (): void => {
    setTried(true);
    if ([reportDueOn, ...Object.values(dates)].some((day) => day <= today)) return;
    const deadlines = Object.entries(dates).map(([findingId, dueOn]) => ({ findingId, dueOn }));
    void act.run(() => finaliseOpinion(act.path, { revision: opinion.revision, number, reportDueOn, deadlines }));
  };
  return (
    <FormDialog
      title={t('final.title')}
      confirm={t('final.act')}
      busy={act.busy}
      error={act.error}
      onClose={onClose}
      onConfirm={issue}
    >
      <p>{t('final.text')}</p>
      <TextField
        label={t('number')}
        help={t('numberHelp')}
        maxLength={60}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <TextField
        label={t('final.reportDueOn')}
        type="date"
        value={reportDueOn}
        problem={fault(reportDueOn)}
        onChange={(event) => setReportDueOn(event.target.value)}
      />
      {findings.map(({ id, fact }, index) => (
        <TextField
          key={id}
          label={t('final.due', { number: index + 1 })}
          help={fact}
          type="date"
          value={dates[id] ?? ''}
          problem={fault(dates[id] ?? '')}
          onChange={(event) => setDates({ ...dates, [id]: event.target.value })}
        />
      ))}
    </FormDialog>
  );
}

function isWithdrawn(opinion: Opinion, findingId: string): boolean {
  const point = opinion.objection?.content.points.find(({ target }) => target === findingId);
  return opinion.answers?.find(({ objectionId }) => objectionId === point?.id)?.withdrawn ?? false;
}
