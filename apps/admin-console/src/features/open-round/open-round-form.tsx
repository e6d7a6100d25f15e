import type { Region, Round } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, PageHeader, SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayIn, DEFAULT_ZONE } from '../../display/format.ts';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import type { Editions } from '../../server/contract-shapes.ts';
import { editionQuery } from '../../server/editions.ts';
import { schoolsQuery } from '../../server/organisations.ts';
import { openRound, roundKeys } from '../../server/rounds.ts';
import { levelsUpTo, roundFaults, roundKinds, type RoundForm } from './model/round-form.ts';
import { askable } from './model/school-choice.ts';
import { SchoolChoice } from './school-choice.tsx';

export interface OpenRoundFormProps {
  readonly regions: readonly Region[];
  readonly editions: Editions['editions'];
  /** Milliseconds of the server's clock. */
  readonly now: number;
  readonly onOpened: (round: Round, announced: boolean) => void;
}

const lastLevels = ['county', 'city', 'province'] as const;
const returnTargets = ['school', 'level-below'] as const;

/** A new round for one county. */
export function OpenRoundForm({ regions, editions, now, onOpened }: OpenRoundFormProps) {
  const { t } = useTranslation(['open', 'display']);
  const { language } = useLanguage();
  const client = useQueryClient();
  const counties = regions.filter((region) => region.level === 'county');
  const today = dayIn(counties[0]?.timeZone ?? DEFAULT_ZONE, now);
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [entered, setEntered] = useState<RoundForm>({
    regionId: counties.length === 1 ? (counties[0]?.id ?? '') : '',
    kind: 'self-evaluation',
    year: today.slice(0, 4),
    editionId: editions[0]?.id ?? '',
    opensOn: today,
    deadline: '',
    onePersonMaySubmit: false,
    lastLevel: 'county',
    returnsTo: 'school',
    twoPersonReview: false,
    schools: null,
    announces: true,
    announcement: null,
  });
  const { day } = useFormat();
  const register = useQuery({ ...schoolsQuery(entered.regionId), enabled: entered.regionId !== '' });
  const edition = useQuery({ ...editionQuery(entered.editionId), enabled: entered.editionId !== '' });
  const schools = useMemo(
    () => askable(register.data?.schools ?? [], edition.data?.schoolTypes ?? []),
    [register.data, edition.data],
  );
  const draft = t('announce.draft', {
    year: entered.year,
    kind: t(`round.kind.${entered.kind}`, { ns: 'display' }),
    opensOn: entered.opensOn === '' ? '—' : day(entered.opensOn),
    deadline: entered.deadline === '' ? '—' : day(entered.deadline),
  });
  const faults = roundFaults(entered, today);
  const opening = useMutation({
    mutationFn: () => {
      const { lastLevel, schools: picked, announces, announcement, ...rest } = entered;
      return openRound({
        ...rest,
        year: Number(entered.year),
        reviewLevels: levelsUpTo(lastLevel),
        ...(picked === null ? {} : { schoolIds: schools.filter(({ id }) => picked.has(id)).map(({ id }) => id) }),
        ...(announces ? { announcement: (announcement ?? draft).trim() } : {}),
      });
    },
    onSuccess: async (round) => {
      await client.invalidateQueries({ queryKey: roundKeys.all });
      onOpened(round, entered.announces);
    },
  });
  const set = (changes: Partial<RoundForm>) => setEntered({ ...entered, ...changes });
  const problem = (name: keyof RoundForm) => {
    const fault = tried ? faults[name] : undefined;
    return fault === undefined ? undefined : t(`fault.${fault}`);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(faults);
    if (first === undefined) opening.mutate();
    else form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  return (
    <div className="jc-narrow">
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <form ref={form} className="jh-form jc-surface jc-padded" noValidate onSubmit={submit}>
        <RefusalNotice error={opening.error} />
        <SelectField
          label={t('county')}
          name="regionId"
          placeholder={t('fault.county')}
          value={entered.regionId}
          problem={problem('regionId')}
          options={counties.map((county) => ({ value: county.id, label: county.name }))}
          onChange={(event) => set({ regionId: event.target.value, schools: null })}
        />
        <SelectField
          label={t('kind')}
          name="kind"
          value={entered.kind}
          options={roundKinds.map((kind) => ({ value: kind, label: t(`round.kind.${kind}`, { ns: 'display' }) }))}
          onChange={(event) => set({ kind: roundKinds.find((kind) => kind === event.target.value) ?? entered.kind })}
        />
        <TextField
          label={t('year')}
          name="year"
          inputMode="numeric"
          value={entered.year}
          problem={problem('year')}
          onChange={(event) => set({ year: event.target.value.trim() })}
        />
        <SelectField
          label={t('edition')}
          name="editionId"
          value={entered.editionId}
          problem={problem('editionId')}
          options={editions.map((edition) => ({ value: edition.id, label: words(language, `edition.${edition.id}`) }))}
          onChange={(event) => set({ editionId: event.target.value, schools: null })}
        />
        <div className="jc-pair">
          <TextField
            label={t('opensOn')}
            name="opensOn"
            type="date"
            value={entered.opensOn}
            problem={problem('opensOn')}
            onChange={(event) => set({ opensOn: event.target.value })}
          />
          <TextField
            label={t('deadline')}
            name="deadline"
            type="date"
            help={t('deadlineHelp')}
            min={entered.opensOn}
            value={entered.deadline}
            problem={problem('deadline')}
            onChange={(event) => set({ deadline: event.target.value })}
          />
        </div>
        <div>
          <label className="jc-check">
            <input
              type="checkbox"
              checked={entered.onePersonMaySubmit}
              onChange={(event) => set({ onePersonMaySubmit: event.target.checked })}
            />
            {t('onePerson')}
          </label>
          <p className="jh-field__help">{t('onePersonHelp')}</p>
        </div>
        <SelectField
          label={t('levels')}
          name="lastLevel"
          help={t('levelsHelp')}
          value={entered.lastLevel}
          options={lastLevels.map((level) => ({ value: level, label: t(`lastLevel.${level}`) }))}
          onChange={(event) =>
            set({ lastLevel: lastLevels.find((level) => level === event.target.value) ?? entered.lastLevel })
          }
        />
        {entered.lastLevel === 'county' ? null : (
          <SelectField
            label={t('returnsTo')}
            name="returnsTo"
            value={entered.returnsTo}
            options={returnTargets.map((target) => ({ value: target, label: t(`returnTarget.${target}`) }))}
            onChange={(event) =>
              set({ returnsTo: returnTargets.find((target) => target === event.target.value) ?? entered.returnsTo })
            }
          />
        )}
        <div>
          <label className="jc-check">
            <input
              type="checkbox"
              checked={entered.twoPersonReview}
              onChange={(event) => set({ twoPersonReview: event.target.checked })}
            />
            {t('twoPersons')}
          </label>
          <p className="jh-field__help">{t('twoPersonsHelp')}</p>
        </div>
        {entered.regionId === '' || register.data === undefined ? null : (
          <SchoolChoice
            schools={schools}
            picked={entered.schools}
            problem={problem('schools')}
            onChange={(picked) => set({ schools: picked })}
          />
        )}
        <div>
          <label className="jc-check">
            <input
              type="checkbox"
              checked={entered.announces}
              onChange={(event) => set({ announces: event.target.checked })}
            />
            {t('announce.title')}
          </label>
          <p className="jh-field__help">{t('announce.help')}</p>
        </div>
        {entered.announces ? (
          <TextAreaField
            label={t('announce.text')}
            name="announcement"
            rows={3}
            maxLength={1000}
            value={entered.announcement ?? draft}
            problem={problem('announcement')}
            onChange={(event) => set({ announcement: event.target.value })}
          />
        ) : null}
        <div className="jc-formfoot">
          <Link className="jh-button" to="/">
            {t('cancel')}
          </Link>
          <Button type="submit" variant="primary" busy={opening.isPending}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </div>
  );
}
