import { newPasswordProblemOf } from '@junheng/account-ui/entrance';
import { Button, NewPasswordPage, useTexts } from '@junheng/ui/plain';
import { changePassword } from '../../api/session.ts';
import { useBrand } from './brand.tsx';
import { SHORTEST_PASSWORD } from './model/password-rules.ts';

export interface ForcedPasswordChangeProps {
  readonly onChanged: () => void;
  readonly onLeave: () => void;
}

/** A password that somebody else has seen is changed before anything else. */
export function ForcedPasswordChange({ onChanged, onLeave }: ForcedPasswordChangeProps) {
  const { t } = useTexts('entrance');
  return (
    <NewPasswordPage
      brand={useBrand()}
      reason="forced"
      minimumLength={SHORTEST_PASSWORD}
      onSave={async ({ current, next }) => {
        if (current === next) return { kind: 'same-as-old' };
        try {
          await changePassword(current, next);
          return null;
        } catch (error) {
          return newPasswordProblemOf(error);
        }
      }}
      onDone={onChanged}
      footer={
        <Button variant="quiet" onClick={onLeave}>
          {t('leave')}
        </Button>
      }
    />
  );
}
