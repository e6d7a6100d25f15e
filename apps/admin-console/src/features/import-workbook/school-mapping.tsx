import type { ImportPurpose, School } from '@junheng/api-contract';
import { EmptyState } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { blockOf, destinationOf, type Choices, type ImportSchool } from './model/mapping.ts';
import { SchoolMappingRow } from './school-mapping-row.tsx';

export interface SchoolMappingProps {
  readonly schools: readonly ImportSchool[];
  readonly purpose: ImportPurpose;
  readonly register: readonly School[];
  readonly names: ReadonlyMap<string, string>;
  readonly choices: Choices;
  /** `undefined` takes the choice back: the server's match counts again. */
  readonly onChoose: (key: string, schoolId: string | null | undefined) => void;
}

/** Rows of the workbook and the registered schools they go to. */
export function SchoolMapping({ schools, purpose, register, names, choices, onChoose }: SchoolMappingProps) {
  const { t } = useTranslation('import');
  const needsAttention = (school: ImportSchool) =>
    school.match === 'none' ||
    blockOf(school, purpose) !== null ||
    (purpose === 'prefill' ? school.prefill.keeps : school.replaces).length > 0 ||
    destinationOf(school, choices, names).kind === 'undecided';
  const attention = schools.filter(needsAttention);
  const [show, setShow] = useState<'all' | 'attention'>(
    attention.length > 0 && schools.length > 12 ? 'attention' : 'all',
  );
  const rows = show === 'all' ? schools : attention;
  return (
    <>
      <div className="jc-tabs" role="group" aria-label={t('preview.schools')}>
        {(['all', 'attention'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="jc-tab"
            aria-pressed={show === each}
            onClick={() => setShow(each)}
          >
            {t(`preview.show.${each}`)}
            <span className="jc-tab__count">{each === 'all' ? schools.length : attention.length}</span>
          </button>
        ))}
      </div>
      {rows.length === 0 ? (
        <EmptyState />
      ) : (
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table">
            <caption className="jh-visually-hidden">{t('preview.schools')}</caption>
            <thead>
              <tr>
                {(['row', 'target', 'cells', purpose === 'prefill' ? 'keeps' : 'replaces', 'state'] as const).map(
                  (name) => (
                    <th key={name} scope="col">
                      {t(`preview.school.${name}`)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((school) => (
                <SchoolMappingRow
                  key={school.key}
                  school={school}
                  purpose={purpose}
                  register={register}
                  destination={destinationOf(school, choices, names)}
                  onChoose={(id) => onChoose(school.key, id)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
