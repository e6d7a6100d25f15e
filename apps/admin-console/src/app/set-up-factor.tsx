import type { Session } from '@junheng/api-contract';
import { addTexts, LoadingState } from '@junheng/ui/plain';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../server/connection.ts';
import { useBrand } from '../features/sign-in/use-brand.ts';

type AccountUi = typeof import('@junheng/account-ui');

/** The bureau asks a second factor of this role; the console opens once it is set up. Fetched by the few who need it. */
export function SetUpFactor(props: {
  readonly session: Session;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}) {
  const { i18n } = useTranslation();
  const brand = useBrand();
  const [account, setAccount] = useState<AccountUi | null>(null);
  useEffect(() => {
    const fetched = Promise.all([import('@junheng/account-ui'), import('@junheng/account-ui/account-ui.css')]);
    fetched.then(
      ([ui]) => setAccount(ui),
      () => location.reload(),
    );
  }, []);
  if (account === null) return <LoadingState />;
  if (!i18n.hasResourceBundle('zh-CN', 'account')) addTexts(i18n, account.accountTexts);
  const { session, onDone, onLeave } = props;
  const { displayName: name, login } = session;
  return <account.CompulsoryFactorPage {...{ client, brand, name, login, onDone, onLeave }} />;
}
