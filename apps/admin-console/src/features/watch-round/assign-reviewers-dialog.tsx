import type { School } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, Dialog, SelectField, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import type { AssignReviewerRequest } from '../../server/contract-shapes.ts';
import { editionQuery } from '../../server/editions.ts';
import { groupingsQuery } from '../../server/groupings.ts';
import { assignReviewer, reviewAssignmentsQuery } from '../../server/rounds.ts';

type Subject = AssignReviewerRequest['subjects'][number];

export interface AssignReviewersDialogProps {
  readonly roundId: string;
  readonly editionId: string;
  readonly towns: readonly string[];
  readonly types: readonly School['type'][];
  readonly onClose: () => void;
}

const keyOf = ({ kind, subject }: { readonly kind: string; readonly subject: string }) => `${kind} ${subject}`;

/** Who reviews what: one person at a time, all of theirs at once. */
export function AssignReviewersDialog(props: AssignReviewersDialogProps) {
  const { t } = useTranslation('round');
  const { language } = useLanguage();
  const client = useQueryClient();
  const query = reviewAssignmentsQuery(props.roundId);
  const { data } = useQuery(query);
  const edition = useQuery(editionQuery(props.editionId));
  const { data: known } = useQuery(groupingsQuery);
  const groupings = known?.groupings ?? [];
  const [personId, setPersonId] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, Subject>>(new Map());
  const assign = useMutation({
    mutationFn: () => assignReviewer(props.roundId, { personId, subjects: [...chosen.values()] }),
    onSuccess: (answer) => client.setQueryData(query.queryKey, answer),
  });
  const assignments = data?.assignments ?? [];
  const holders = [...new Map(assignments.map((each) => [each.personId, each])).values()];
  const gone = holders.filter(({ here }) => !here);
  const people = [...(data?.people ?? []), ...gone];
  const choose = (id: string): void => {
    assign.reset();
    setPersonId(id);
    const own = assignments.filter((each) => each.personId === id);
    // The server keeps only subjects of the contract.
    setChosen(new Map(own.map((each) => [keyOf(each), { kind: each.kind, subject: each.subject } as Subject])));
  };
  const nameOf = ({ kind, subject }: { readonly kind: string; readonly subject: string }) =>
    kind === 'town'
      ? subject
      : kind === 'grouping'
        ? (groupings.find(({ id }) => id === subject)?.name ?? t('assign.groupingGone'))
        : words(language, `${kind === 'type' ? 'school-type' : 'section'}.${subject}`);
  const groups: readonly { readonly kind: Subject['kind']; readonly offered: readonly Subject[] }[] = [
    { kind: 'town', offered: props.towns.map((subject) => ({ kind: 'town', subject })) },
    {
      kind: 'grouping',
      offered: groupings.filter(({ endsOn }) => endsOn === null).map(({ id }) => ({ kind: 'grouping', subject: id })),
    },
    { kind: 'type', offered: props.types.map((subject) => ({ kind: 'type', subject })) },
    {
      kind: 'section',
      offered: (edition.data?.sections ?? []).map((subject) => ({ kind: 'section', subject })),
    },
  ];
  return (
    <Dialog
      open
      title={t('assign.title')}
      onClose={props.onClose}
      footer={
        <Button variant="primary" busy={assign.isPending} disabled={personId === ''} onClick={() => assign.mutate()}>
          {t('assign.save')}
        </Button>
      }
    >
      <div className="jh-form">
        <p>{t('assign.intro')}</p>
        <RefusalNotice error={assign.error} />
        {holders.length === 0 ? (
          <p className="ev-muted">{t('assign.none')}</p>
        ) : (
          <ul className="jc-guard__list jc-guard__list--plain">
            {holders.map((holder) => (
              <li key={holder.personId}>
                <b>{holder.displayName}</b>{' '}
                {holder.here ? null : <StatusTag tone="danger">{t('assign.gone')}</StatusTag>}
                <span>
                  {assignments
                    .filter((each) => each.personId === holder.personId)
                    .map(nameOf)
                    .join(language === 'zh-CN' ? '、' : ', ')}
                </span>
              </li>
            ))}
          </ul>
        )}
        <SelectField
          label={t('assign.person')}
          placeholder={t('assign.choose')}
          value={personId}
          options={people.map((person) => ({ value: person.personId, label: person.displayName }))}
          onChange={(event) => choose(event.target.value)}
        />
        {personId === ''
          ? null
          : groups.map(({ kind, offered }) =>
              offered.length === 0 ? null : (
                <fieldset key={kind} className="jc-choices">
                  <legend>{t(`assign.kind.${kind}`)}</legend>
                  {offered.map((subject) => (
                    <label key={keyOf(subject)} className="jc-check">
                      <input
                        type="checkbox"
                        checked={chosen.has(keyOf(subject))}
                        onChange={() => {
                          const next = new Map(chosen);
                          if (!next.delete(keyOf(subject))) next.set(keyOf(subject), subject);
                          setChosen(next);
                        }}
                      />
                      {nameOf(subject)}
                    </label>
                  ))}
                </fieldset>
              ),
            )}
        {assign.isSuccess ? <p role="status">{t('assign.saved')}</p> : null}
      </div>
    </Dialog>
  );
}
