import { useEffect, useRef, type RefObject } from 'react';

/** A fold that is open on paper, whatever it is on the screen. */
export function useOpenInPrint(): RefObject<HTMLDetailsElement | null> {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    let wasOpen = false;
    const before = (): void => {
      wasOpen = fold.current?.open ?? false;
      if (fold.current !== null) fold.current.open = true;
    };
    const after = (): void => {
      if (fold.current !== null) fold.current.open = wasOpen;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return fold;
}
