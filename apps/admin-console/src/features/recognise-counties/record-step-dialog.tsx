import type { Recognition, Recognitions, RecognitionStepKind } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { editionsQuery } from '../../server/editions.ts';
import { recognitionsKey, recordRecognition } from '../../server/recognitions.ts';
import { RunField } from './run-field.tsx';

/** What the dialog begins with: a record that goes on, or nothing yet. */
export interface Begun {
  readonly county: string | null;
  readonly of: Recognition | null;
}

/** Must come with a document; the server says so, too. */
const DOCUMENTED: readonly RecognitionStepKind[] = ['recognised', 'not-recognised', 'revoked'];

/** One step of the procedure: which, when, by which document, resting on which evaluation. */
export function RecordStepDialog(props: {
  readonly begun: Begun;
  readonly known: Recognitions;
  readonly onClose: () => void;
}) {
  const { begun, known, onClose } = props;
  const { t } = useTranslation('recognition');
  const { language } = useLanguage();
  const client = useQueryClient();
  const today = useToday();
  const { data: editions } = useQuery(editionsQuery);
  const [countyId, setCounty] = useState(begun.county ?? known.counties[0]?.id ?? '');
  const [editionId, setEdition] = useState(begun.of?.editionId ?? '');
  const [step, setStep] = useState<RecognitionStepKind | ''>('');
  const [on, setOn] = useState(today);
  const [document, setDocument] = useState('');
  const [issuer, setIssuer] = useState('');
  const [evaluationId, setEvaluation] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const offered = (editions?.editions ?? []).map(({ id }) => id);
  const edition = editionId === '' ? (offered[0] ?? '') : editionId;
  const record =
    begun.of ?? known.recognitions.find((each) => each.countyId === countyId && each.editionId === edition) ?? null;
  const first = known.counties.find(({ id }) => id === countyId)?.first ?? [];
  const steps = record === null ? first : record.next;
  const chosen = steps.find((each) => each === step) ?? steps[0];
  const short = (text: string) => text.trim().length === 1;
  const documentProblem =
    chosen !== undefined && DOCUMENTED.includes(chosen) && document.trim() === ''
      ? t('missing')
      : short(document)
        ? t('tooShort')
        : undefined;
  const complete = chosen !== undefined && on !== '' && documentProblem === undefined && !short(issuer) && !short(note);
  const recording = useMutation({
    mutationFn: (kind: RecognitionStepKind) =>
      recordRecognition(countyId, {
        editionId: edition,
        step: kind,
        on,
        document: document.trim() || null,
        issuer: issuer.trim() || null,
        evaluationId,
        note: note.trim() || null,
        seen: record?.seen ?? 0,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: recognitionsKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={begun.of === null ? t('record') : t('nextOf', { county: begun.of.countyName })}
      confirm={t('confirm')}
      busy={recording.isPending}
      error={recording.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (chosen !== undefined && complete) recording.mutate(chosen);
      }}
    >
      {begun.of === null ? (
        <>
          {known.counties.length < 2 ? null : (
            <SelectField
              label={t('column.county')}
              value={countyId}
              options={known.counties.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => setCounty(event.target.value)}
            />
          )}
          <SelectField
            label={t('column.standard')}
            value={edition}
            options={offered.map((id) => ({ value: id, label: words(language, `edition.${id}`) }))}
            onChange={(event) => setEdition(event.target.value)}
          />
        </>
      ) : null}
      <SelectField
        label={t('stepLabel')}
        value={chosen ?? ''}
        placeholder={t('choose')}
        problem={tried && chosen === undefined ? t('missing') : undefined}
        options={steps.map((value) => ({ value, label: t(`step.${value}`) }))}
        onChange={({ target: { value } }) => setStep(steps.find((each) => each === value) ?? '')}
      />
      <TextField
        label={t('column.on')}
        type="date"
        max={today}
        value={on}
        problem={tried && on === '' ? t('missing') : undefined}
        onChange={(event) => setOn(event.target.value)}
      />
      <TextField
        label={t('document')}
        help={t('documentHelp')}
        maxLength={100}
        value={document}
        problem={tried ? documentProblem : undefined}
        onChange={(event) => setDocument(event.target.value)}
      />
      <TextField
        label={t('column.issuer')}
        maxLength={100}
        value={issuer}
        problem={tried && short(issuer) ? t('tooShort') : undefined}
        onChange={(event) => setIssuer(event.target.value)}
      />
      <RunField countyId={countyId} editionId={edition} value={evaluationId} onChange={setEvaluation} />
      <TextAreaField
        label={t('note')}
        maxLength={500}
        value={note}
        problem={tried && short(note) ? t('tooShort') : undefined}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
