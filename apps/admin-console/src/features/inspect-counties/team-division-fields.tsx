import type { Region, School, TeamCandidates, TeamMember } from '@junheng/api-contract';
import { Button, SelectField, TextField } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './county-fields.tsx';
import { given, toggled } from './model/inspection-form.ts';

/** Several teams (分组) of a special supervision: who is in each, and which counties and single schools it goes to. */
export function TeamDivisionFields(
  props: PartProps & {
    readonly candidates: TeamCandidates['candidates'];
    readonly team: readonly TeamMember[];
    readonly counties: readonly Region[];
    readonly schools: readonly School[];
  },
) {
  const { t } = useTranslation('inspect');
  const { form, set } = props;
  const { teams } = form;
  const nameOf = (personId: string): string =>
    [...props.candidates, ...props.team].find((each) => each.personId === personId)?.name ?? '';
  const change = (index: number, changes: Partial<(typeof teams)[number]>) =>
    set({ teams: teams.map((each, at) => (at === index ? { ...each, ...changes } : each)) });
  const options = [
    { value: '', label: t('form.teams.none') },
    ...teams.map(({ name }, index) => ({ value: String(index), label: name })),
  ];
  const placeOf = (what: 'countyIds' | 'schoolIds', id: string): string => {
    const at = teams.findIndex((team) => team[what].includes(id));
    return at === -1 ? '' : String(at);
  };
  const give = (what: 'countyIds' | 'schoolIds', id: string, value: string) =>
    set({ teams: given(teams, what, id, value === '' ? null : Number(value)) });
  return (
    <fieldset className="jc-fieldset">
      <legend className="jh-field__label">{t('form.teams.title')}</legend>
      <p className="jh-field__help">{t('form.teams.help')}</p>
      {teams.map((team, index) => (
        <div key={index} className="jc-fieldset__part jc-surface jc-padded">
          <TextField
            label={t('form.teams.name')}
            maxLength={50}
            value={team.name}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <div className="jc-inline" role="group" aria-label={t('form.teams.members', { team: team.name })}>
            {form.team.map(({ personId }) => (
              <label key={personId} className="jc-check">
                <input
                  type="checkbox"
                  checked={team.memberIds.includes(personId)}
                  onChange={() => change(index, { memberIds: toggled(team.memberIds, personId) })}
                />
                {nameOf(personId)}
              </label>
            ))}
          </div>
          <div>
            <Button size="small" variant="quiet" onClick={() => set({ teams: teams.filter((each) => each !== team) })}>
              {t('form.teams.remove', { team: team.name })}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          onClick={() =>
            set({
              teams: [
                ...teams,
                {
                  name: t('form.teams.numbered', { number: teams.length + 1 }),
                  memberIds: [],
                  countyIds: teams.length === 0 ? form.counties.map(({ countyId }) => countyId) : [],
                  schoolIds: [],
                },
              ],
            })
          }
        >
          {t('form.teams.add')}
        </Button>
      </div>
      {teams.length === 0 ? null : (
        <>
          {form.counties.map(({ countyId }) => (
            <SelectField
              key={countyId}
              label={t('form.teams.county', {
                county: props.counties.find(({ id }) => id === countyId)?.name ?? '',
              })}
              value={placeOf('countyIds', countyId)}
              options={options}
              onChange={(event) => give('countyIds', countyId, event.target.value)}
            />
          ))}
          {form.selection === 'chosen' && form.chosenSchoolIds.length > 0 ? (
            <details>
              <summary>{t('form.teams.schools')}</summary>
              {form.chosenSchoolIds.map((schoolId) => (
                <SelectField
                  key={schoolId}
                  label={props.schools.find(({ id }) => id === schoolId)?.name ?? ''}
                  value={placeOf('schoolIds', schoolId)}
                  options={[{ value: '', label: t('form.teams.asCounty') }, ...options.slice(1)]}
                  onChange={(event) => give('schoolIds', schoolId, event.target.value)}
                />
              ))}
            </details>
          ) : null}
        </>
      )}
    </fieldset>
  );
}
