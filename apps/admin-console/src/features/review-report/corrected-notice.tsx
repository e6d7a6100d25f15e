import type { SelfReport } from '@junheng/api-contract';
import { Notice } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { evaluationsQuery } from '../../server/evaluations.ts';

/** After a correction: the evaluations that are no longer of the present data. */
export function CorrectedNotice(props: { readonly round: SelfReport['round']; readonly outdated: readonly string[] }) {
  const { t } = useTranslation('correct');
  const { instant } = useFormat();
  const runs = useQuery({ ...evaluationsQuery(props.round.id), enabled: props.outdated.length > 0 });
  const listed = (runs.data?.evaluations ?? []).filter(({ id }) => props.outdated.includes(id));
  return (
    <Notice tone={listed.length === 0 ? 'success' : 'warning'}>
      {t(listed.length === 0 ? 'done' : 'doneOutdated')}
      {listed.length === 0 ? null : (
        <ul className="jc-guard__list">
          {listed.map((run) => (
            <li key={run.id}>
              <Link to={`/rounds/${props.round.id}/evaluations/${run.id}`}>
                {t('run', { at: instant(run.ranAt), by: run.ranBy })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
