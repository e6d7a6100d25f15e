import type { ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { EntrancePage, type EntranceBrand } from './entrance-page.tsx';
import { SignInForm, type SignInFormProps } from './sign-in-form.tsx';

export interface SignInPageProps extends Pick<SignInFormProps, 'onSignIn'> {
  readonly brand: EntranceBrand;
  /** Above the form, e.g. "you have been signed out". */
  readonly notice?: ReactNode;
}

/** The whole sign-in page without any component library, so that the first paint stays light. */
export function SignInPage({ brand, notice, onSignIn }: SignInPageProps) {
  const { t } = useTexts('ui');
  return (
    <EntrancePage brand={brand}>
      <h1 className="jh-entrance__title">{t('signIn.title')}</h1>
      {notice}
      <SignInForm onSignIn={onSignIn} />
      <p className="jh-entrance__aside">{t('signIn.forgotten')}</p>
    </EntrancePage>
  );
}
