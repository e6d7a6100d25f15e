import { limitKinds, type Consolidation } from '@junheng/api-contract';
import { Button, SelectField, TextAreaField, TextField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useFormat } from '../../display/use-format.ts';
import { setDifferenceLimit } from '../../server/consolidation.ts';
import { useConsolidationAct } from './use-consolidation-act.ts';

/** How far scores may lie apart before the leader decides; who set it, and why. */
export function LimitSection({ view }: { readonly view: Consolidation }) {
  const { t } = useTranslation('consolidate');
  const { instant } = useFormat();
  const [changing, setChanging] = useState(false);
  const { kind, value, set } = view.limit;
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('limit.title')}</h2>
      <div className="jc-surface jc-padded cs-limit">
        <div>
          <p className="jc-strong">{t(`limit.${kind}`, { value })}</p>
          <p className="ev-muted">{t('limit.plain')}</p>
          <p className="ev-muted">
            {set === null ? t('limit.usual') : t('limit.set', { by: set.by, at: instant(set.at), reason: set.reason })}
          </p>
        </div>
        {view.may.decide ? <Button onClick={() => setChanging(true)}>{t('limit.change')}</Button> : null}
      </div>
      {changing ? <LimitDialog view={view} onClose={() => setChanging(false)} /> : null}
    </section>
  );
}

function LimitDialog({ view, onClose }: { readonly view: Consolidation; readonly onClose: () => void }) {
  const { t } = useTranslation('consolidate');
  const [kind, setKind] = useState(view.limit.kind);
  const [value, setValue] = useState<string>(view.limit.value);
  const [reason, setReason] = useState('');
  const setting = useConsolidationAct(
    view.inspectionId,
    () => setDifferenceLimit(view.inspectionId, { limit: { kind, value: value.trim() }, reason }),
    onClose,
  );
  return (
    <FormDialog
      title={t('limit.change')}
      confirm={t('limit.save')}
      busy={setting.isPending}
      error={setting.error}
      onConfirm={() => setting.mutate(undefined)}
      onClose={onClose}
    >
      <SelectField
        label={t('limit.kind')}
        value={kind}
        options={limitKinds.map((each) => ({ value: each, label: t(`limit.kinds.${each}`) }))}
        onChange={(event) => setKind(limitKinds.find((each) => each === event.target.value) ?? kind)}
      />
      <TextField
        label={t('limit.value')}
        inputMode="decimal"
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <TextAreaField
        label={t('limit.reason')}
        help={t('reasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
