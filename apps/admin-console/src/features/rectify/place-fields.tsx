import type { RectificationRow, RegisteredSchool } from '@junheng/api-contract';
import { placesOfCounty, placesOfSchool, problemKey, type Edition, type ProblemPlace } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { rectificationProblemText } from '@junheng/evaluation-messages/ledger';
import { SelectField, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

export interface PlaceFieldsProps {
  /** Those of the county that are open. */
  readonly schools: readonly RegisteredSchool[];
  readonly editionIds: readonly string[];
  /** The chosen one, once it is here. */
  readonly edition: Edition | null;
  readonly editionId: string;
  /** Empty: the county. */
  readonly schoolId: string;
  readonly place: ProblemPlace | null;
  readonly onEdition: (editionId: string) => void;
  readonly onSchool: (schoolId: string) => void;
  readonly onPlace: (place: ProblemPlace | null) => void;
}

/** What a problem is about: a school or the county, and the indicator whose data decide when it is done. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { schools, editionIds, edition, editionId, schoolId, place, onEdition, onSchool, onPlace } = props;
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const school = schools.find(({ id }) => id === schoolId);
  const places = edition === null ? [] : placesAt(edition, school ?? null);
  return (
    <>
      <SelectField
        label={t('column.school')}
        value={schoolId}
        options={[
          { value: '', label: t('raise.ofCounty') },
          ...schools.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onSchool(event.target.value)}
      />
      {editionIds.length < 2 ? null : (
        <SelectField
          label={t('coverage.edition')}
          value={editionId}
          options={editionIds.map((id) => ({ value: id, label: words(language, `edition.${id}`) }))}
          onChange={(event) => onEdition(event.target.value)}
        />
      )}
      <SelectField
        label={t('raise.indicator')}
        help={t('raise.indicatorHelp')}
        value={place === null ? '' : problemKey(place)}
        options={[
          { value: '', label: t('raise.noIndicator') },
          ...places.map((each) => ({ value: problemKey(each), label: rectificationProblemText(language, each) })),
        ]}
        onChange={(event) => onPlace(places.find((each) => problemKey(each) === event.target.value) ?? null)}
      />
    </>
  );
}

/** A campus is judged with its parent. */
function placesAt(edition: Edition, school: RegisteredSchool | null): readonly ProblemPlace[] {
  if (school === null) return placesOfCounty(edition);
  const isCampus = school.parentSchoolId !== null && !school.countedAsSchool;
  return isCampus ? [] : placesOfSchool(edition, { schoolId: school.id, type: school.type });
}

/** The row that is this very problem; null where there is none. */
export function rowAt(
  rows: readonly RectificationRow[],
  countyId: string,
  editionId: string,
  place: ProblemPlace | null,
): RectificationRow | null {
  if (place === null) return null;
  const key = problemKey(place);
  const found = rows.find(
    (row) =>
      row.county.id === countyId && row.editionId === editionId && row.place !== null && problemKey(row.place) === key,
  );
  return found ?? null;
}
