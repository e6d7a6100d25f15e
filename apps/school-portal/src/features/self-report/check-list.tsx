import { useTexts } from '@junheng/ui/plain';
import { workGroups } from './model/work-list.ts';
import type { OpenReport } from './use-report.ts';
import { WorkList } from './work-list.tsx';

/** Beside the form: all that is left to do and to know, what blocks first. */
export function CheckList({ open, onJump }: { readonly open: OpenReport; readonly onJump: (cell: string) => void }) {
  const { t } = useTexts('portal');
  const groups = workGroups(open);
  if (groups.length > 0) return <WorkList open={open} groups={groups} onJump={onJump} />;
  return (
    <div className="check-list--empty">
      <p className="check-list__none">{t('checks.none')}</p>
      <p>{t('checks.noneText')}</p>
    </div>
  );
}
