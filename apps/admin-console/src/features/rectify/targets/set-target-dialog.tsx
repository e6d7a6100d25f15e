import { text as words } from '@junheng/evaluation-messages';
import { rectificationNumberText, targetPlaceText } from '@junheng/evaluation-messages/ledger';
import { Notice, SelectField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../display/form-dialog.tsx';
import { useToday } from '../../../display/use-today.ts';
import { annualTargetsQuery, setTarget, targetPlacesQuery } from '../../../server/annual-targets.ts';
import { schoolsQuery } from '../../../server/organisations.ts';
import { directionOf, groupOf, placeGroups, valueFits, type PlaceGroup } from './model/place-groups.ts';

/** One target: which number, how far, until when. The number itself is never typed. */
export function SetTargetDialog({ countyId, onClose }: { readonly countyId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('targets');
  const { language } = useLanguage();
  const client = useQueryClient();
  const today = useToday();
  const [group, setGroup] = useState<PlaceGroup>('cv');
  const [schoolId, setSchoolId] = useState('');
  const ofSchool = group === 'school';
  const { data: known } = useQuery({ ...schoolsQuery(countyId), enabled: ofSchool });
  const schools = (known?.schools ?? []).filter(({ closedOn }) => closedOn === null);
  const { data } = useQuery({
    ...targetPlacesQuery(countyId, ofSchool ? schoolId : ''),
    enabled: !ofSchool || schoolId !== '',
  });
  const places = (data?.places ?? []).filter(({ place: at }) => groupOf(at) === group);
  const [chosen, setChosen] = useState('');
  const [value, setValue] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [document, setDocument] = useState('');
  const [tried, setTried] = useState(false);
  const place = places[chosen === '' ? -1 : Number(chosen)];
  const valueWrong = !valueFits(place?.unit ?? null, value.trim());
  const dayWrong = dueOn === '' || dueOn < today;
  const documentWrong = document.trim().length === 1;
  const setting = useMutation({
    mutationFn: ({ editionId, place: at }: (typeof places)[number]) =>
      setTarget({
        countyId,
        year: Number(dueOn.slice(0, 4)),
        editionId,
        place: at,
        value: value.trim(),
        dueOn,
        document: document.trim() === '' ? null : document.trim(),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: annualTargetsQuery(countyId).queryKey });
      onClose();
    },
  });
  const severalEditions = new Set(places.map(({ editionId }) => editionId)).size > 1;
  return (
    <FormDialog
      title={t('set.title')}
      confirm={t('set.confirm')}
      busy={setting.isPending}
      error={setting.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (place !== undefined && !valueWrong && !dayWrong && !documentWrong) setting.mutate(place);
      }}
    >
      {data !== undefined && places.length === 0 && (!ofSchool || schoolId !== '') ? (
        <Notice tone="warning">{t('set.nothing')}</Notice>
      ) : null}
      <SelectField
        label={t('set.group')}
        value={group}
        options={placeGroups.map((id) => ({ value: id, label: t(`set.groups.${id}`) }))}
        onChange={(event) => {
          setGroup(placeGroups.find((id) => id === event.target.value) ?? group);
          setChosen('');
        }}
      />
      {ofSchool ? (
        <SelectField
          label={t('set.school')}
          value={schoolId}
          problem={tried && schoolId === '' ? t('set.schoolMissing') : undefined}
          options={[
            { value: '', label: t('set.chooseSchool') },
            ...schools.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => {
            setSchoolId(event.target.value);
            setChosen('');
          }}
        />
      ) : null}
      <SelectField
        label={t('column.indicator')}
        value={chosen}
        problem={tried && place === undefined ? t('set.indicatorMissing') : undefined}
        options={[
          { value: '', label: t('set.choose') },
          ...places.map(({ place: at, editionId }, index) => ({
            value: String(index),
            label: [
              targetPlaceText(language, at),
              ...(severalEditions ? [words(language, `edition.${editionId}`)] : []),
            ].join(' · '),
          })),
        ]}
        onChange={(event) => setChosen(event.target.value)}
      />
      {place === undefined ? null : (
        <p className="ev-muted">
          {t('set.now', {
            year: place.year,
            number: rectificationNumberText(language, place.now) ?? t('set.nobodyKnows'),
          })}
        </p>
      )}
      <div className="jc-pair">
        <TextField
          label={t('column.target')}
          help={
            place === undefined
              ? undefined
              : [
                  t(`set.direction.${directionOf(place.now)}`),
                  place.unit === null ? '' : t('set.unit', { unit: words(language, `unit.${place.unit}`) }),
                ].join('')
          }
          inputMode="decimal"
          value={value}
          problem={tried && valueWrong ? t(place?.unit === 'school' ? 'set.wholeWrong' : 'set.valueWrong') : undefined}
          onChange={(event) => setValue(event.target.value)}
        />
        <TextField
          label={t('column.dueOn')}
          type="date"
          min={today}
          value={dueOn}
          problem={tried && dayWrong ? t('set.dayWrong', { today }) : undefined}
          onChange={(event) => setDueOn(event.target.value)}
        />
      </div>
      <TextField
        label={t('set.document')}
        maxLength={100}
        value={document}
        problem={tried && documentWrong ? t('set.documentWrong') : undefined}
        onChange={(event) => setDocument(event.target.value)}
      />
    </FormDialog>
  );
}
