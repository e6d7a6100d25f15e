import type { RegisteredSchool } from '@junheng/api-contract';
import { SelectField } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

export interface CoreSchoolProps {
  readonly schools: readonly RegisteredSchool[];
  readonly picked: ReadonlySet<string>;
  readonly value: string;
  readonly onChange: (schoolId: string) => void;
}

/** Which of the picked schools leads the group (核心校), if any does. */
export function CoreSchool({ schools, picked, value, onChange }: CoreSchoolProps) {
  const { t } = useTranslation('groupings');
  return (
    <SelectField
      label={t('members.core')}
      value={picked.has(value) ? value : ''}
      options={[
        { value: '', label: t('members.noCore') },
        ...schools.filter(({ id }) => picked.has(id)).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
