import type { TeamCandidates, TeamMember } from '@junheng/api-contract';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './county-fields.tsx';

/** Inspectors in office, each with a part in the team or none; whoever is on it already stays listed. */
export function TeamFields(
  props: PartProps & {
    readonly candidates: TeamCandidates['candidates'];
    readonly team: readonly TeamMember[];
  },
) {
  const { t } = useTranslation('inspect');
  const { form, set, candidates } = props;
  const listed = [
    ...candidates,
    ...props.team
      .filter(({ personId }) => !candidates.some((each) => each.personId === personId))
      .map(({ personId, name }) => ({ personId, name, places: [] })),
  ];
  const choose = (personId: string, part: string): void => {
    const others = form.team.filter((each) => each.personId !== personId);
    set({ team: part === 'lead' || part === 'member' ? [...others, { personId, part }] : others });
  };
  return (
    <fieldset className="jc-fieldset">
      <legend className="jh-field__label">{t('form.team')}</legend>
      <p className="jh-field__help">{t('form.teamHelp')}</p>
      {listed.length < 2 ? <p className="jh-field__help">{t('form.teamEmpty')}</p> : null}
      <ul className="jc-plainlist jc-team">
        {listed.map(({ personId, name, places }) => (
          <li key={personId} className="jc-team__row">
            <span>
              {name} <span className="ev-muted">{places.join('、')}</span>
            </span>
            <select
              className="jh-input jc-filters__select"
              aria-label={name}
              value={form.team.find((each) => each.personId === personId)?.part ?? 'none'}
              onChange={(event) => choose(personId, event.target.value)}
            >
              {(['none', 'lead', 'member'] as const).map((part) => (
                <option key={part} value={part}>
                  {t(`form.part.${part}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
