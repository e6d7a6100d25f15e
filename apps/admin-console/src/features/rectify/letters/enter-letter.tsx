import type { RectificationRow } from '@junheng/api-contract';
import { Button, ConfirmButton, Notice, PageHeader, SelectField, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '../../../display/refusal-notice.tsx';
import { useToday } from '../../../display/use-today.ts';
import { enterLetter } from '../../../server/feedback-letters.ts';
import { rectificationKeys } from '../../../server/rectifications.ts';
import {
  emptyDraft,
  emptyProblem,
  headFaults,
  problemFaults,
  requestOf,
  withReading,
  type HeadField,
  type LetterDraft,
} from './model/letter-draft.ts';
import { ProblemFields } from './problem-fields.tsx';
import { SheetReading } from './sheet-reading.tsx';
import '../rectify.css';

export interface EnterLetterProps {
  readonly counties: readonly { readonly id: string; readonly name: string }[];
  /** The ledger within reach. */
  readonly rows: readonly RectificationRow[];
}

/** A letter from above, typed or read from a sheet; nothing is entered before the last button. */
export function EnterLetter({ counties, rows }: EnterLetterProps) {
  const { t } = useTranslation('letters');
  const client = useQueryClient();
  const navigate = useNavigate();
  const today = useToday();
  const [countyId, setCountyId] = useState(counties[0]?.id ?? '');
  const [draft, setDraft] = useState<LetterDraft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const head = headFaults(draft, today);
  const faults = problemFaults(draft);
  const wrong = Object.keys(head).length > 0 || faults.some((fault) => fault !== null);
  const entering = useMutation({
    mutationFn: () => enterLetter(requestOf(countyId, draft)),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: rectificationKeys.all });
      void navigate(`/rectifications/letters/${id}`);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!wrong) entering.mutate();
  };
  const fieldOf = (field: HeadField, type: 'text' | 'date', help?: string) => {
    const fault = tried ? head[field] : undefined;
    return (
      <TextField
        label={t(`head.${field}`)}
        type={type}
        maxLength={100}
        value={draft.head[field]}
        help={help}
        problem={fault === undefined ? undefined : t(`fault.${fault}`, { today })}
        onChange={(event) => setDraft({ ...draft, head: { ...draft.head, [field]: event.target.value } })}
      />
    );
  };
  const ofCounty = rows.filter(({ county, status }) => county.id === countyId && status !== 'closed');
  return (
    <form className="jc-stack" noValidate onSubmit={submit}>
      <PageHeader
        above={<Link to="/rectifications/letters">{t('back')}</Link>}
        title={t('enter')}
        subtitle={t('subtitle')}
      />
      <SheetReading countyId={countyId} onTaken={(reading) => setDraft(withReading(draft, reading))} />
      <section className="jc-part">
        <h2 className="jc-h2">{t('head.title')}</h2>
        <div className="jc-surface jc-padded jh-form">
          {counties.length < 2 ? null : (
            <SelectField
              label={t('head.county')}
              value={countyId}
              options={counties.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => setCountyId(event.target.value)}
            />
          )}
          <div className="jc-pair">
            {fieldOf('document', 'text')}
            {fieldOf('issuer', 'text')}
          </div>
          {fieldOf('addressee', 'text')}
          <div className="jc-pair">
            {fieldOf('datedOn', 'date')}
            {fieldOf('dueOn', 'date', t('head.dueOnHelp'))}
          </div>
        </div>
      </section>
      <section className="jc-part">
        <h2 className="jc-h2">{t('problems.title')}</h2>
        {draft.problems.map((problem, index) => (
          <ProblemFields
            key={problem.id}
            number={index + 1}
            problem={problem}
            ledger={ofCounty}
            fault={tried ? (faults[index] ?? null) : null}
            remove={
              draft.problems.length < 2 ? null : (
                <ConfirmButton
                  variant="quiet"
                  size="small"
                  title={t('problems.removeTitle', { number: index + 1 })}
                  description={t('problems.removeText')}
                  onConfirm={() => setDraft({ ...draft, problems: draft.problems.filter((each) => each !== problem) })}
                >
                  {t('problems.remove')}
                </ConfirmButton>
              )
            }
            onChange={(next) =>
              setDraft({ ...draft, problems: draft.problems.map((each) => (each === problem ? next : each)) })
            }
          />
        ))}
        <div>
          <Button onClick={() => setDraft({ ...draft, problems: [...draft.problems, emptyProblem()] })}>
            {t('problems.add')}
          </Button>
        </div>
      </section>
      <RefusalNotice error={entering.error} />
      {tried && wrong ? (
        <Notice tone="danger" role="alert">
          {t('fault.form')}
        </Notice>
      ) : null}
      <div className="jc-filters">
        <Button type="submit" variant="primary" busy={entering.isPending}>
          {t('save')}
        </Button>
        <Link className="jh-button" to="/rectifications/letters">
          {t('cancel')}
        </Link>
      </div>
    </form>
  );
}
