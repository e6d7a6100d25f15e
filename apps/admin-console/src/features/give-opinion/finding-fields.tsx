import type { DraftedFinding, Opinion } from '@junheng/api-contract';
import { Button, SelectField, TextAreaField, TextField } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { OnSiteSource } from './on-site-source.tsx';
import { foundOnSite, type FoundOnSite } from './model/on-site.ts';
import { useReferenceName } from './use-reference-name.ts';

export interface FindingFieldsProps {
  readonly finding: DraftedFinding;
  readonly index: number;
  readonly opinion: Pick<Opinion, 'inspection' | 'references' | 'schools'>;
  /** What signed visits found; undefined until it is read. */
  readonly found: readonly FoundOnSite[] | undefined;
  readonly faultAt: (at: string) => string | undefined;
  readonly onChange: (finding: DraftedFinding) => void;
  readonly onRemove: () => void;
}

/** A finding: under which indicator, at which school, what was found, what is required, by when. Inspected schools stand first. */
export function FindingFields({ finding, index, opinion, found, faultAt, onChange, onRemove }: FindingFieldsProps) {
  const { t } = useTranslation('opinion');
  const nameOf = useReferenceName();
  const at = `/findings/${index}`;
  const schools = opinion.schools.toSorted((one, other) => Number(other.visited) - Number(one.visited));
  return (
    <fieldset className="jc-surface jc-padded jh-form jc-opinion__part">
      <legend>{t('finding.legend', { number: index + 1 })}</legend>
      {finding.onSite === null || found === undefined ? null : (
        <OnSiteSource
          inspectionId={opinion.inspection.id}
          onSite={finding.onSite}
          found={foundOnSite(found, finding)}
        />
      )}
      <div className="jc-pair jc-opinion__pair">
        <SelectField
          label={t('finding.reference')}
          value={finding.referenceId ?? ''}
          options={[
            { value: '', label: t('finding.noReference') },
            ...opinion.references.map(({ id }) => ({ value: id, label: nameOf(id) })),
          ]}
          onChange={(event) => onChange({ ...finding, referenceId: event.target.value || null })}
        />
        <SelectField
          label={t('finding.school')}
          value={finding.schoolId ?? ''}
          // A finding of a visit stays at its school.
          disabled={finding.onSite !== null}
          options={[
            { value: '', label: t('finding.wholeCounty') },
            ...schools.map(({ id, name, visited }) => ({
              value: id,
              label: visited ? t('finding.visited', { name }) : name,
            })),
          ]}
          onChange={(event) => onChange({ ...finding, schoolId: event.target.value || null })}
        />
      </div>
      <TextAreaField
        label={t('finding.fact')}
        maxLength={4000}
        value={finding.fact}
        problem={faultAt(`${at}/fact`)}
        onChange={(event) => onChange({ ...finding, fact: event.target.value })}
      />
      <TextAreaField
        label={t('finding.demand')}
        maxLength={4000}
        rows={2}
        value={finding.demand}
        problem={faultAt(`${at}/demand`)}
        onChange={(event) => onChange({ ...finding, demand: event.target.value })}
      />
      <TextField
        label={t('finding.dueOn')}
        type="date"
        value={finding.dueOn ?? ''}
        problem={faultAt(`${at}/dueOn`)}
        onChange={(event) => onChange({ ...finding, dueOn: event.target.value || null })}
      />
      <div className="jc-formfoot">
        <Button variant="quiet" size="small" onClick={onRemove}>
          {t('finding.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
