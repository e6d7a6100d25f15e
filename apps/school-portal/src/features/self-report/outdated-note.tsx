import { unsentCells } from '@junheng/offline-journal';
import { Button, Notice, useTexts } from '@junheng/ui/plain';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { isNewVersionThere, onNewVersion, reloadToNewest } from '../../device/installed-page.ts';
import type { OpenReport } from './use-report.ts';

/**
 * The rules this page computes by are not those of the round: it is older than the server, or the other way round. What is typed is saved
 * all the same, since the server checks by its own; the indicators shown here may be wrong.
 */
export function OutdatedNote({ open }: { readonly open: OpenReport }) {
  const { t } = useTexts('portal');
  const { edition, report, saver } = open;
  const [ownHash, setOwnHash] = useState<string | null>(null);
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
    // Where this device keeps nothing, what is unsent lives only in this page: it must not go.
    if (unsentCells(saver.state()).length > 0 && !(await saver.kept())) return;
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
    </Notice>
  );
}
