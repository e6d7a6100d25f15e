import { unsentCells } from '@junheng/offline-journal';
import { Button, Notice, useTexts } from '@junheng/ui/plain';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { isNewVersionThere, onNewVersion, reloadToNewest } from '../../device/installed-page.ts';
import type { OpenReport } from './use-report.ts';

export interface OutdatedNoteProps {
  readonly open: Pick<OpenReport, 'edition' | 'report' | 'saver' | 'queue'>;
}

/**
 * The rules this page computes by are not those of the round: it is older than the server, or the other way round. What is typed is saved
 * all the same, since the server checks by its own; the indicators shown here may be wrong.
 */
export function OutdatedNote({ open }: OutdatedNoteProps) {
  const { t } = useTexts('portal');
  const { edition, report, saver, queue } = open;
  const [ownHash, setOwnHash] = useState<string | null>(null);
  const [waits, setWaits] = useState(false);
  if (waits && unsentCells(queue).length === 0) setWaits(false);
  const offered = useSyncExternalStore(onNewVersion, isNewVersionThere);
  useEffect(() => {
    let here = true;
    // Beside the first paint: nobody waits for it.
    void import('../../api/edition-hash.ts').then(
      ({ editionHash }) => here && setOwnHash(editionHash(edition)),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [edition]);
  if (ownHash === null || ownHash === report.editionHash) return null;
  const update = async (): Promise<void> => {
    saver.flush();
    const unsent = (): boolean => unsentCells(saver.state()).length > 0;
    // Where this device keeps nothing, what is unsent lives only in this page: it must not go.
    if (unsent() && !(await saver.kept()) && unsent()) return setWaits(true);
    await reloadToNewest();
  };
  return (
    <Notice
      className="outdated-note"
      tone="warning"
      role="alert"
      title={t('outdated.title')}
      // Where the new version is there, the frame's own note above offers it.
      action={
        offered ? undefined : (
          <Button size="small" variant="primary" onClick={() => void update()}>
            {t('frame.updateNow')}
          </Button>
        )
      }
    >
      {t('outdated.text')}
      {waits ? <p>{t('frame.updateWaits')}</p> : null}
    </Notice>
  );
}
