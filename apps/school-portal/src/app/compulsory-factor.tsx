import { accountTexts, CompulsoryFactorPage } from '@junheng/account-ui';
import '@junheng/account-ui/account-ui.css';
import { addTexts, useTexts } from '@junheng/ui/plain';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../api/client.ts';
import type { Session } from '../api/types.ts';
import { useBrand } from '../features/enter/brand.tsx';

export interface CompulsoryFactorProps {
  readonly session: Session;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** The bureau asks a second factor of this role; the portal opens once it is set up. */
export function CompulsoryFactor({ session, onDone, onLeave }: CompulsoryFactorProps) {
  const { i18n } = useTexts('account');
  const [queries] = useState(() => new QueryClient());
  const brand = useBrand();
  if (!i18n.hasResourceBundle('zh-CN', 'account')) addTexts(i18n, accountTexts);
  return (
    <QueryClientProvider client={queries}>
      <CompulsoryFactorPage
        client={client}
        brand={brand}
        name={session.displayName}
        login={session.login}
        onDone={onDone}
        onLeave={onLeave}
      />
    </QueryClientProvider>
  );
}
