import type { Round } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { PageHeader, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roundsQuery } from '../server/rounds.ts';

export interface RoundHeadProps {
  readonly round: Round;
  /** What one does here; null on the round's own page. */
  readonly page: string | null;
  readonly actions?: ReactNode;
  /** Another round was chosen: the same page of that one. */
  readonly onChoose: (roundId: string) => void;
}

/** Which round one is in, on every page of it, and the way to another one. */
export function RoundHead({ round, page, actions, onChoose }: RoundHeadProps) {
  const { t } = useTranslation('display');
  const { language } = useLanguage();
  const { data } = useQuery(roundsQuery);
  const rounds = data?.rounds ?? [round];
  const name = (each: Round) => t('round.title', { year: each.year, kind: t(`round.kind.${each.kind}`) });
  const several = new Set(rounds.map((each) => each.regionId)).size > 1;
  return (
    <PageHeader
      above={
        <>
          {round.regionName} · {words(language, `edition.${round.editionId}`)}
        </>
      }
      title={page === null ? name(round) : page}
      tags={
        <>
          {page === null ? null : <StatusTag>{name(round)}</StatusTag>}
          <StatusTag tone={round.state === 'open' ? 'success' : 'neutral'}>{t(`round.state.${round.state}`)}</StatusTag>
        </>
      }
      actions={
        <>
          {rounds.length < 2 ? null : (
            <select
              className="jh-input jc-filters__select"
              aria-label={t('round.choose')}
              title={t('round.choose')}
              value={round.id}
              onChange={(event) => onChoose(event.target.value)}
            >
              {rounds.map((each) => (
                <option key={each.id} value={each.id}>
                  {several ? `${each.regionName} · ${name(each)}` : name(each)}
                </option>
              ))}
            </select>
          )}
          {actions}
        </>
      }
    />
  );
}
