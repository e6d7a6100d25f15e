import type { RecordVisitRequest, SupervisedSchool } from '@junheng/api-contract';
import { Button, TextAreaField, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { recordVisit, supervisionKeys } from '../../server/supervision.ts';

const LEAST_TOPIC = 2;

/** A visit as it was: when, about what, what was seen and found. */
export function RecordVisitDialog(props: {
  readonly school: SupervisedSchool;
  readonly today: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('supervision');
  const client = useQueryClient();
  const { school, today, onClose } = props;
  const [visit, setVisit] = useState<RecordVisitRequest>({ visitedOn: today, topic: '', note: '', findings: [] });
  const [tried, setTried] = useState(false);
  const set = (changes: Partial<RecordVisitRequest>) => setVisit({ ...visit, ...changes });
  const change = (index: number, changes: Partial<RecordVisitRequest['findings'][number]>) =>
    set({ findings: visit.findings.map((each, place) => (place === index ? { ...each, ...changes } : each)) });
  const saving = useMutation({
    mutationFn: () => recordVisit(school.schoolId, visit),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: supervisionKeys.all });
      onClose();
    },
  });
  const short = visit.topic.trim().length < LEAST_TOPIC;
  const save = (): void => {
    setTried(true);
    if (!short && visit.findings.every(({ fact }) => fact.trim() !== '')) saving.mutate();
  };
  return (
    <FormDialog
      title={t('visit.title', { school: school.name })}
      confirm={t('visit.save')}
      busy={saving.isPending}
      error={saving.error}
      onClose={onClose}
      onConfirm={save}
    >
      <p className="ev-muted">{t('visit.text')}</p>
      <TextField
        label={t('visit.day')}
        type="date"
        max={today}
        value={visit.visitedOn}
        onChange={(event) => set({ visitedOn: event.target.value })}
      />
      <TextField
        label={t('visit.topic')}
        help={t('visit.topicHelp')}
        maxLength={100}
        value={visit.topic}
        problem={tried && short ? t('visit.faultTopic') : undefined}
        onChange={(event) => set({ topic: event.target.value })}
      />
      <TextAreaField
        label={t('visit.note')}
        maxLength={4000}
        value={visit.note}
        onChange={(event) => set({ note: event.target.value })}
      />
      {visit.findings.map((finding, index) => (
        // Findings of a visit that is being written have no ids yet and only leave from their own place.
        <fieldset key={index} className="jc-surface jc-padded jh-form">
          <TextAreaField
            label={t('visit.finding', { number: index + 1 })}
            maxLength={2000}
            rows={2}
            value={finding.fact}
            problem={tried && finding.fact.trim() === '' ? t('visit.faultFact') : undefined}
            onChange={(event) => change(index, { fact: event.target.value })}
          />
          <TextField
            label={t('visit.demand')}
            maxLength={2000}
            value={finding.demand}
            onChange={(event) => change(index, { demand: event.target.value })}
          />
          <TextField
            label={t('visit.due')}
            type="date"
            value={finding.dueOn ?? ''}
            onChange={(event) => change(index, { dueOn: event.target.value || null })}
          />
          <Button
            size="small"
            variant="quiet"
            onClick={() => set({ findings: visit.findings.filter((_each, place) => place !== index) })}
          >
            {t('visit.removeFinding')}
          </Button>
        </fieldset>
      ))}
      <p>
        <Button
          size="small"
          onClick={() => set({ findings: [...visit.findings, { fact: '', demand: '', dueOn: null }] })}
        >
          {t('visit.addFinding')}
        </Button>
      </p>
    </FormDialog>
  );
}
