import { Button, EntrancePage, Notice, useTexts } from '@junheng/ui/plain';
import { useBrand } from './brand.tsx';

/** Signed in, but with no business here: a bureau's account belongs to the console. */
export function NotASchool({ name, onLeave }: { readonly name: string; readonly onLeave: () => void }) {
  const { t } = useTexts('entrance');
  return (
    <EntrancePage brand={useBrand()}>
      <h1 className="jh-entrance__title">{t('greeting', { name })}</h1>
      <Notice tone="info">{t('notSchool')}</Notice>
      <a className="jh-button jh-button--primary" href="/admin/">
        {t('toConsole')}
      </a>
      <Button variant="quiet" onClick={onLeave}>
        {t('leave')}
      </Button>
    </EntrancePage>
  );
}
