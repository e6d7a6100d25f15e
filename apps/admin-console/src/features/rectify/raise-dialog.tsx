import type { RectificationRow } from '@junheng/api-contract';
import type { ProblemPlace } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { Notice, SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { editionQuery, editionsQuery } from '../../server/editions.ts';
import { regionsQuery, schoolsQuery } from '../../server/organisations.ts';
import { raiseProblem, rectificationKeys } from '../../server/rectifications.ts';
import { asRefusal } from '../../server/refusal.ts';
import { PlaceFields, rowAt } from './place-fields.tsx';

const SOURCES = ['own', 'letter', 'finding'] as const;
const LEAST_CHARACTERS = 4;

export interface RaiseDialogProps {
  /** The ledger within reach. */
  readonly rows: readonly RectificationRow[];
  readonly onClose: () => void;
}

/** A problem that no evaluation raised: from a letter, seen on site, or the county's own; of a school or an indicator where it names one. */
export function RaiseDialog({ rows, onClose }: RaiseDialogProps) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const today = useToday();
  const { data } = useQuery(regionsQuery);
  const counties = (data?.regions ?? []).filter(({ level }) => level === 'county');
  const [countyId, setCountyId] = useState('');
  const [schoolId, setSchoolId] = useState('');
  const [chosenEdition, setChosenEdition] = useState('');
  const [place, setPlace] = useState<ProblemPlace | null>(null);
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<(typeof SOURCES)[number]>('own');
  const [document, setDocument] = useState('');
  const [deadline, setDeadline] = useState('');
  const [tried, setTried] = useState(false);
  const county = countyId === '' ? (counties[0]?.id ?? '') : countyId;
  const { data: known } = useQuery({ ...schoolsQuery(county), enabled: county !== '' });
  const { data: published } = useQuery(editionsQuery);
  const editionIds = (published?.editions ?? []).map(({ id }) => id);
  const ofLedger = rows.find((row) => row.county.id === county && row.editionId !== null)?.editionId;
  const editionId = chosenEdition === '' ? (ofLedger ?? editionIds[0] ?? '') : chosenEdition;
  const { data: edition } = useQuery({ ...editionQuery(editionId), enabled: editionId !== '' });
  const written = title.trim();
  const short = written.length < LEAST_CHARACTERS && (place === null || written !== '');
  const past = deadline !== '' && deadline < today;
  const there = rowAt(rows, county, editionId, place);
  const raising = useMutation({
    mutationFn: (joins: boolean) =>
      raiseProblem({
        countyId: county,
        title: written === '' ? null : written,
        source: { kind, document: document.trim() === '' ? null : document.trim() },
        schoolId: schoolId === '' ? null : schoolId,
        place: place === null ? null : { editionId, place },
        deadline: deadline === '' ? null : deadline,
        joins,
      }),
    onSuccess: async (row) => {
      await client.invalidateQueries({ queryKey: rectificationKeys.all });
      void navigate(`/rectifications/${row.id}`);
    },
  });
  const told = raising.error === null ? null : asRefusal(raising.error);
  const joins = there !== null || told?.code === 'rectification.already-there';
  /** What was refused for what it said is asked anew once it says something else. */
  const changed = (set: () => void) => {
    raising.reset();
    set();
  };
  return (
    <FormDialog
      title={t('raise.title')}
      confirm={joins ? t('raise.join') : t('raise.confirm')}
      busy={raising.isPending}
      error={raising.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!short && !past && county !== '') raising.mutate(joins);
      }}
    >
      <p className="ev-muted">{t('raise.help')}</p>
      {counties.length < 2 ? null : (
        <SelectField
          label={t('column.county')}
          value={county}
          options={counties.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) =>
            changed(() => {
              setCountyId(event.target.value);
              setSchoolId('');
              setChosenEdition('');
              setPlace(null);
            })
          }
        />
      )}
      <PlaceFields
        schools={(known?.schools ?? []).filter(({ closedOn }) => closedOn === null)}
        editionIds={editionIds}
        edition={edition ?? null}
        editionId={editionId}
        schoolId={schoolId}
        place={place}
        onEdition={(id) =>
          changed(() => {
            setChosenEdition(id);
            setPlace(null);
          })
        }
        onSchool={(id) =>
          changed(() => {
            setSchoolId(id);
            setPlace(null);
          })
        }
        onPlace={(chosen) => changed(() => setPlace(chosen))}
      />
      {there === null ? null : (
        <Notice tone={there.status === 'closed' ? 'warning' : 'info'}>
          {t(there.status === 'closed' ? 'raise.thereClosed' : 'raise.there', { number: there.number })}
        </Notice>
      )}
      <TextAreaField
        label={place === null ? t('column.problem') : t('raise.words')}
        maxLength={500}
        value={title}
        problem={tried && short ? t('raise.titleMissing') : undefined}
        onChange={(event) => changed(() => setTitle(event.target.value))}
      />
      <div className="jc-pair">
        <SelectField
          label={t('column.source')}
          value={kind}
          options={SOURCES.map((each) => ({ value: each, label: words(language, `rectification-source.${each}`) }))}
          onChange={(event) => setKind(SOURCES.find((each) => each === event.target.value) ?? kind)}
        />
        <TextField
          label={t('raise.document')}
          maxLength={100}
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
      </div>
      <TextField
        label={t('column.deadline')}
        type="date"
        min={today}
        value={deadline}
        problem={tried && past ? t('assign.deadlinePast', { today }) : undefined}
        onChange={(event) => setDeadline(event.target.value)}
      />
    </FormDialog>
  );
}
