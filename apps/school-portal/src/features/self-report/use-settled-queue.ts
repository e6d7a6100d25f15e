import type { QueueState, Saver } from '@junheng/offline-journal';
import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/**
 * What waits to be saved, as of the last frame. With a key only its cell and the indicators are drawn, which ask the saver themselves; what
 * stands around them follows when that frame is on the screen, in pieces between which the next key is heard.
 */
export function useSettledQueue(saver: Saver): QueueState {
  const [queue, setQueue] = useState(saver.state);
  useEffect(() => {
    let follows = false;
    let left = false;
    const follow = (): void => {
      if (follows) return;
      follows = true;
      afterPaint(() => {
        follows = false;
        if (!left) startTransition(() => setQueue(saver.state()));
      });
    };
    // Something may have been typed or taken over since the first drawing.
    follow();
    const stop = saver.subscribe(follow);
    return () => {
      left = true;
      stop();
    };
  }, [saver]);
  return queue;
}
