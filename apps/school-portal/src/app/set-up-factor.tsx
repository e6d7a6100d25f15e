import { LoadingState } from '@junheng/ui/plain';
import { useEffect, useState } from 'react';
import type { CompulsoryFactorProps } from './compulsory-factor.tsx';

type Page = typeof import('./compulsory-factor.tsx').CompulsoryFactor;

/** Few people come here, once each: the page is fetched when it is needed. */
export function SetUpFactor(props: CompulsoryFactorProps) {
  const [Factor, setFactor] = useState<Page | null>(null);
  useEffect(() => {
    import('./compulsory-factor.tsx').then(
      (chunk) => setFactor(() => chunk.CompulsoryFactor),
      () => location.reload(),
    );
  }, []);
  return Factor === null ? <LoadingState /> : <Factor {...props} />;
}
