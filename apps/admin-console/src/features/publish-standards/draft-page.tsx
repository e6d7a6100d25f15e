import '@junheng/evaluation-messages/edition-authoring';
import type { EditionDraft } from '@junheng/api-contract';
import { amendEdition, editionDifferences, validateEdition, type Edition } from '@junheng/evaluation-core';
import { addEditionTexts, text as words } from '@junheng/evaluation-messages';
import { Button, ConfirmButton, Notice, PageHeader, StatusTag, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import {
  changeDraft,
  discardDraft,
  draftQuery,
  draftsKey,
  editionsQuery,
  publishDraft,
} from '../../server/editions.ts';
import { DifferenceList } from './difference-list.tsx';
import { EditionCatalogue } from './edition-catalogue.tsx';
import { withChange, withoutRequirement, withRequirementBack, type Change } from './model/draft-changes.ts';
import { namedInWords, placeInWords } from './model/problem-words.ts';

type Entered = Pick<EditionDraft, 'name' | 'nameEn' | 'instrument' | 'amendments' | 'evidenceTexts'>;

/** A bureau's copy of an edition: change it, see the difference and the problems at once, publish it. */
export function DraftPage({ draft, base }: { readonly draft: EditionDraft; readonly base: Edition }) {
  const { t } = useTranslation('standards');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [entered, setEntered] = useState<Entered>(draft);
  const set = (changes: Partial<Entered>) => setEntered((before) => ({ ...before, ...changes }));
  const amend = (amended: (before: readonly Change[]) => readonly Change[]) =>
    setEntered((before) => ({ ...before, amendments: [...amended(before.amendments)] }));
  const { edition, problems } = useMemo(() => drafted(base, entered), [base, entered]);
  const unsaved = JSON.stringify(contentOf(entered)) !== JSON.stringify(contentOf(draft));
  const saving = useMutation({
    mutationFn: (sent: Entered) => changeDraft(draft.id, { ...contentOf(sent), revision: draft.revision }),
    onSuccess: (saved, sent) => {
      client.setQueryData(draftQuery(draft.id).queryKey, saved);
      // What was changed while it was being saved stays, and is still to be saved.
      setEntered((now) => (now === sent ? saved : now));
    },
  });
  const publishing = useMutation({
    mutationFn: () => publishDraft(draft.id, draft.revision),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: editionsQuery.queryKey });
      await client.invalidateQueries({ queryKey: draftsKey, exact: true });
      await navigate(`/standards/${id}`);
    },
  });
  const discarding = useMutation({
    mutationFn: () => discardDraft(draft.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: draftsKey, exact: true });
      await navigate('/standards');
    },
  });
  const differences = editionDifferences(base, edition);
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to="/standards">{t('all')}</Link>}
        title={entered.name}
        tags={<StatusTag tone="warning">{t('draft')}</StatusTag>}
        subtitle={t('draftOf', { region: draft.regionName })}
        actions={
          <>
            <ConfirmButton
              variant="quiet"
              title={t('discard')}
              description={t('discardText')}
              onConfirm={() => discarding.mutateAsync().catch(() => undefined)}
            >
              {t('discard')}
            </ConfirmButton>
            <Button
              variant={unsaved ? 'primary' : 'default'}
              busy={saving.isPending}
              disabled={!unsaved}
              onClick={() => saving.mutate(entered)}
            >
              {t('save')}
            </Button>
            <ConfirmButton
              variant={unsaved ? 'default' : 'primary'}
              disabled={unsaved || problems.length > 0 || differences.length === 0}
              title={t('publish')}
              description={t('publishText')}
              onConfirm={() =>
                publishing.mutateAsync().then(
                  () => undefined,
                  () => undefined,
                )
              }
            >
              {t('publish')}
            </ConfirmButton>
          </>
        }
      />
      <RefusalNotice error={saving.error ?? publishing.error ?? discarding.error} />
      {unsaved ? <Notice tone="info">{t('unsaved')}</Notice> : null}
      <ProblemNotice problems={problems} />
      <div className="jc-surface jc-chain">
        <TextField label={t('name')} value={entered.name} onChange={(event) => set({ name: event.target.value })} />
        <TextField
          label={t('nameEn')}
          value={entered.nameEn}
          onChange={(event) => set({ nameEn: event.target.value })}
        />
        <TextField
          label={t('instrument')}
          help={t('instrumentHelp')}
          value={entered.instrument}
          onChange={(event) => set({ instrument: event.target.value })}
        />
      </div>
      <DifferenceList differences={differences} />
      <EditionCatalogue
        edition={edition}
        editing={{
          source: { document: entered.instrument, clause: null, confidence: 'A', note: null },
          base,
          change: (change) => amend((before) => withChange(base, before, change)),
          addRequirement: (addition) => amend((before) => [...before, addition]),
          removeRequirement: (id) => amend((before) => withoutRequirement(base, before, id)),
          putBackRequirement: (id) => amend((before) => withRequirementBack(before, id)),
          addEvidence: (zhCN, en) => {
            const id = `own-${crypto.randomUUID().slice(0, 8)}`;
            addEditionTexts({ [`evidence.${id}`]: [zhCN, en] });
            setEntered((before) => ({ ...before, evidenceTexts: { ...before.evidenceTexts, [id]: { zhCN, en } } }));
            return id;
          },
        }}
      />
    </div>
  );
}

interface Problem {
  readonly key: string;
  readonly where: string;
  readonly what: string;
}

function ProblemNotice({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  if (problems.length === 0) return null;
  return (
    <Notice tone="danger" role="status" title={t('problems', { count: problems.length })}>
      <ul className="jc-differences">
        {problems.map(({ key, where, what }) => (
          <li key={`${key} ${where} ${what}`}>
            {words(language, key, { where: placeInWords(language, where), what: namedInWords(language, what) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The edition as it would be, computed here as the server does it when it is saved and published. */
function drafted(
  base: Edition,
  entered: Entered,
): { readonly edition: Edition; readonly problems: readonly Problem[] } {
  const identity = { id: 'b-draft', instrument: entered.instrument };
  const amended = amendEdition(base, identity, entered.amendments);
  if (!amended.ok) {
    const problems = amended.faults.map(({ index, fault, what }) => ({
      key: `amendment-fault.${fault}`,
      where: String(index + 1),
      what,
    }));
    return { edition: base, problems };
  }
  const own = Object.entries(entered.evidenceTexts).map(
    ([id, { zhCN, en }]) => [`evidence.${id}`, [zhCN, en] as const] as const,
  );
  const texts = { ...amended.edition.texts, ...Object.fromEntries(own) };
  addEditionTexts(texts);
  const edition = { ...amended.edition, texts };
  const problems = validateEdition(edition).map(({ where, fault, what }) => ({
    key: `edition-fault.${fault}`,
    where,
    what,
  }));
  return { edition, problems };
}

function contentOf({ name, nameEn, instrument, amendments, evidenceTexts }: Entered): Entered {
  return { name, nameEn, instrument, amendments, evidenceTexts };
}
