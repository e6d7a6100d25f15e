import { Button, Notice, useTexts } from '@junheng/ui/plain';
import { useEffect, useState } from 'react';
import { reloadToNewest } from '../../device/installed-page.ts';
import type { OpenReport } from './use-report.ts';

/**
 * The rules this page computes by are not those of the round: it is older than the server, or the other way round. What is typed is saved
 * all the same, since the server checks by its own; the indicators shown here may be wrong.
 */
export function OutdatedNote({ open }: { readonly open: OpenReport }) {
  const { t } = useTexts('portal');
  const { edition, report, saver } = open;
  const [ownHash, setOwnHash] = useState<string | null>(null);
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
    await reloadToNewest();
  };
  return (
    <Notice
      className="outdated-note"
      tone="warning"
      role="alert"
      title={t('outdated.title')}
      action={
        <Button size="small" variant="primary" onClick={() => void update()}>
          {t('frame.updateNow')}
        </Button>
      }
    >
      {t('outdated.text')}
    </Notice>
  );
}
