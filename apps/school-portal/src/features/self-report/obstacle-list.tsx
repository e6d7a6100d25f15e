import { useTexts } from '@junheng/ui/plain';
import { onTheWay, type WorkGroup } from './model/work-list.ts';
import type { OpenReport } from './use-report.ts';
import { WorkList } from './work-list.tsx';

export interface ObstacleListProps {
  readonly open: OpenReport;
  /** Those that block. */
  readonly groups: readonly WorkGroup[];
  readonly onJump: (cell: string) => void;
}

/** Everything that has to be done before the report can go, each with the way there. */
export function ObstacleList({ open, groups, onJump }: ObstacleListProps) {
  const { t } = useTexts('portal');
  const waiting = onTheWay(open.queue);
  return (
    <section className="obstacles" aria-labelledby="obstacles-title">
      <h2 className="hand-in__title" id="obstacles-title">
        {t('handIn.blockedTitle')}
      </h2>
      {waiting > 0 ? <p>{t('handIn.unsent', { count: waiting })}</p> : null}
      <WorkList open={open} groups={groups} onJump={onJump} />
    </section>
  );
}
