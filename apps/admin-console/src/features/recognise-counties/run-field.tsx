import { SelectField } from '@junheng/ui/plain';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { standingsQuery, type StandingsKind } from '../../server/evaluations.ts';

const KINDS: readonly StandingsKind[] = ['self-evaluation', 'city-review', 'province-evaluation', 're-check'];
const THRESHOLDS = { yearsAhead: 1, margin: 0 };

/** The evaluations by which the county stands, year by year, made by this standard. */
export function RunField(props: {
  readonly countyId: string;
  readonly editionId: string;
  readonly value: string | null;
  readonly onChange: (evaluationId: string | null) => void;
}) {
  const { t } = useTranslation(['recognition', 'display']);
  const { countyId, editionId, value, onChange } = props;
  const standings = useQueries({ queries: KINDS.map((kind) => standingsQuery(countyId, kind, THRESHOLDS)) });
  const runs = standings.flatMap(({ data }) =>
    (data?.counties ?? []).flatMap(({ years }) =>
      years.flatMap((run) => (run === null || run.editionId !== editionId ? [] : [{ ...run, kind: data?.kind }])),
    ),
  );
  return (
    <SelectField
      label={t('column.evaluation')}
      value={runs.some(({ evaluationId }) => evaluationId === value) ? (value ?? '') : ''}
      options={[
        { value: '', label: t('noRun') },
        ...runs.map(({ evaluationId, year, kind }) => ({
          value: evaluationId,
          label: [t('evaluationOf', { year }), kind === undefined ? null : t(`round.kind.${kind}`, { ns: 'display' })]
            .filter(Boolean)
            .join(' · '),
        })),
      ]}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  );
}
