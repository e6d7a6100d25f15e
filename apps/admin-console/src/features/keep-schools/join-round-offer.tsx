import type { Round } from '@junheng/api-contract';
import { Button, Notice } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { joinRound } from '../../server/organisations.ts';
import { roundKeys } from '../../server/rounds.ts';

/** A round is running and this school has no report in it: say so, and offer to join. */
export function JoinRoundOffer({ round, schoolId }: { readonly round: Round; readonly schoolId: string }) {
  const { t } = useTranslation(['keepSchools', 'display']);
  const client = useQueryClient();
  const joining = useMutation({
    mutationFn: () => joinRound(round.id, schoolId),
    onSuccess: () => client.invalidateQueries({ queryKey: roundKeys.all }),
  });
  const title = t('round.title', {
    ns: 'display',
    year: round.year,
    kind: t(`round.kind.${round.kind}`, { ns: 'display' }),
  });
  return (
    <Notice tone="warning" role="status">
      <p>{t('join.text', { round: title })}</p>
      <RefusalNotice error={joining.error} />
      <Button size="small" busy={joining.isPending} onClick={() => joining.mutate()}>
        {t('join.act', { round: title })}
      </Button>
    </Notice>
  );
}
