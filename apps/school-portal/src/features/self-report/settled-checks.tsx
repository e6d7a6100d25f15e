import { useTexts } from '@junheng/ui/plain';
import { blocks, workGroups } from './model/work-list.ts';
import type { OpenReport } from './use-report.ts';
import { WorkList } from './work-list.tsx';

export interface SettledChecksProps {
  readonly open: OpenReport;
  /** What blocks is listed above already. */
  readonly withBlocking: boolean;
  readonly onJump: (cell: string) => void;
}

/** What the checks found and was explained, with the reasons: they travel to the reviewer under the principal's name. */
export function SettledChecks({ open, withBlocking, onJump }: SettledChecksProps) {
  const { t } = useTexts('portal');
  const groups = workGroups(open).filter((group) => withBlocking || !blocks(group));
  // That the checks found nothing may only be said where they did.
  if (groups.length === 0 && open.findings.length > 0) return null;
  return (
    <section className="hand-in__part" aria-labelledby="settled-checks-title">
      <h2 className="hand-in__title" id="settled-checks-title">
        {t('handIn.checks')}
      </h2>
      {groups.length === 0 ? (
        <p className="settled-checks__none">{t('handIn.checksNone')}</p>
      ) : (
        <div className="settled-checks">
          <WorkList open={open} groups={groups} onJump={onJump} />
        </div>
      )}
    </section>
  );
}
