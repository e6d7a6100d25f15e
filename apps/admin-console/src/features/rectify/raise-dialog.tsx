import { text as words } from '@junheng/evaluation-messages';
import { SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { regionsQuery } from '../../server/organisations.ts';
import { raiseProblem, rectificationKeys } from '../../server/rectifications.ts';

const SOURCES = ['own', 'letter', 'finding'] as const;
const LEAST_CHARACTERS = 4;

/** A problem that no number says: from a letter, seen on site, or the county's own. */
export function RaiseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const today = useToday();
  const { data } = useQuery(regionsQuery);
  const counties = (data?.regions ?? []).filter(({ level }) => level === 'county');
  const [countyId, setCountyId] = useState('');
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<(typeof SOURCES)[number]>('own');
  const [document, setDocument] = useState('');
  const [deadline, setDeadline] = useState('');
  const [tried, setTried] = useState(false);
  const county = countyId === '' ? (counties[0]?.id ?? '') : countyId;
  const short = title.trim().length < LEAST_CHARACTERS;
  const past = deadline !== '' && deadline < today;
  const raising = useMutation({
    mutationFn: () =>
      raiseProblem({
        countyId: county,
        title: title.trim(),
        source: { kind, document: document.trim() === '' ? null : document.trim() },
        schoolId: null,
        place: null,
        deadline: deadline === '' ? null : deadline,
      }),
    onSuccess: async (row) => {
      await client.invalidateQueries({ queryKey: rectificationKeys.all });
      void navigate(`/rectifications/${row.id}`);
    },
  });
  return (
    <FormDialog
      title={t('raise.title')}
      confirm={t('raise.confirm')}
      busy={raising.isPending}
      error={raising.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!short && !past && county !== '') raising.mutate();
      }}
    >
      <p className="ev-muted">{t('raise.help')}</p>
      {counties.length < 2 ? null : (
        <SelectField
          label={t('column.county')}
          value={county}
          options={counties.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setCountyId(event.target.value)}
        />
      )}
      <TextAreaField
        label={t('column.problem')}
        maxLength={500}
        value={title}
        problem={tried && short ? t('raise.titleMissing') : undefined}
        onChange={(event) => setTitle(event.target.value)}
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
