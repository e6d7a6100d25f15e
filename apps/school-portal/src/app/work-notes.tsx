import { Button, Notice, useTexts } from '@junheng/ui/plain';
import { useSyncExternalStore } from 'react';
import { Link, useLocation } from 'react-router';
import { isNewVersionThere, onNewVersion } from '../device/installed-page.ts';
import type { WorkLeft } from '../features/self-report/pages.ts';

export interface WorkNotesProps {
  readonly reachable: boolean;
  readonly work: readonly WorkLeft[];
  /** The update was asked for and has to wait: this device keeps nothing, and something is not on the server yet. */
  readonly updateWaits: boolean;
  /** Keeps what was typed and reloads into the new version. */
  readonly onUpdate: () => void;
}

/** Above every page: that the server cannot be reached, what waits on this device, what needs the person, a new version. */
export function WorkNotes({ reachable, work, updateWaits, onUpdate }: WorkNotesProps) {
  const { t } = useTexts('portal');
  const { pathname } = useLocation();
  const newVersion = useSyncExternalStore(onNewVersion, isNewVersionThere);
  const waiting = work.reduce((sum, { cells }) => sum + cells, 0);
  const stuck = work.filter(
    ({ mood, reportId }) => (mood === 'attention' || mood === 'locked') && !pathname.startsWith(`/reports/${reportId}`),
  );
  return (
    <>
      <div role="status" aria-live="polite">
        {reachable ? null : (
          <p className="jh-offline">
            {t('frame.unreachable')} {waiting > 0 ? t('frame.unreachableWaiting', { count: waiting }) : null}
          </p>
        )}
      </div>
      {newVersion ? (
        <div className="frame__note">
          <Notice
            tone="info"
            role="status"
            title={t('frame.updateTitle')}
            action={
              <Button size="small" variant="primary" onClick={onUpdate}>
                {t('frame.updateNow')}
              </Button>
            }
          >
            {t(updateWaits ? 'frame.updateWaits' : 'frame.updateText')}
          </Notice>
        </div>
      ) : null}
      {stuck.map(({ reportId, cells }) => (
        <div key={reportId} className="frame__note">
          <Notice
            tone="warning"
            role="status"
            title={t('frame.stuck', { count: cells })}
            action={
              <Link className="jh-button jh-button--small" to={`/reports/${reportId}`}>
                {t('frame.stuckLook')}
              </Link>
            }
          />
        </div>
      ))}
    </>
  );
}
