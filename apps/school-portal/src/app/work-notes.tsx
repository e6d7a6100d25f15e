import { Button, Notice, useTexts } from '@junheng/ui/plain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link, useLocation } from 'react-router';
import { isNewVersionThere, onNewVersion, reloadToNewest } from '../device/installed-page.ts';
import type { WorkLeft } from '../features/self-report/pages.ts';
import type { SavingWork } from './saving-work.ts';

export interface WorkNotesProps {
  readonly personId: string;
  readonly reachable: boolean;
  readonly load: () => Promise<SavingWork>;
  /** Null until it was loaded. */
  readonly pages: () => SavingWork | null;
}

/**
 * Above every page: that the server cannot be reached, what waits on this device, what needs the person, a new version. What waits
 * changes with the keys, so it is known here and not in the frame, all of which would be drawn anew.
 */
export function WorkNotes({ personId, reachable, load, pages }: WorkNotesProps) {
  const { t } = useTexts('portal');
  const { pathname } = useLocation();
  const work = useWorkLeft(personId, load);
  const [updateWaits, setUpdateWaits] = useState(false);
  if (updateWaits && work.length === 0) setUpdateWaits(false);
  const newVersion = useSyncExternalStore(onNewVersion, isNewVersionThere);
  // Keeps what was typed and reloads into the new version.
  const update = async (): Promise<void> => {
    pages()?.flushAll();
    const unsent = (): boolean => (pages()?.unsentCount() ?? 0) > 0;
    // Where this device keeps nothing, what is unsent lives only in this page: it must not go.
    if (unsent() && !(await pages()?.allKept()) && unsent()) return setUpdateWaits(true);
    await reloadToNewest();
  };
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
              <Button size="small" variant="primary" onClick={() => void update()}>
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

/** The page first, then what earlier ones left. */
const ADOPT_AFTER_MS = 1_000;

/** What of this person's work is on no server yet; goes on with what earlier pages left. */
function useWorkLeft(personId: string, load: () => Promise<SavingWork>): readonly WorkLeft[] {
  const queryClient = useQueryClient();
  const [work, setWork] = useState<readonly WorkLeft[]>([]);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let left = false;
    const begin = async (): Promise<void> => {
      const present = await load();
      if (left) return;
      let seen: readonly WorkLeft[] | null = null;
      // Asked with every key: React hears of it only when something differs.
      const look = (): void => {
        const now = seen === null ? present.workLeft() : sameOr(seen, present.workLeft());
        if (now === seen) return;
        seen = now;
        setWork(now);
      };
      stop = present.onWork(look);
      await present.resumeJournals(queryClient, personId);
      look();
    };
    const timer = setTimeout(() => void begin().catch(() => undefined), ADOPT_AFTER_MS);
    return () => {
      left = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [load, queryClient, personId]);
  return work;
}

/** The list before where nothing differs. */
function sameOr(before: readonly WorkLeft[], now: readonly WorkLeft[]): readonly WorkLeft[] {
  const same =
    before.length === now.length &&
    before.every((one, index) => {
      const other = now[index];
      return one.reportId === other?.reportId && one.cells === other.cells && one.mood === other.mood;
    });
  return same ? before : now;
}
