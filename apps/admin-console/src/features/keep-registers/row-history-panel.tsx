import type { RegisterKind, RegisterRow, RegisterRowVersions } from '@junheng/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { SidePanel } from '../../display/side-panel.tsx';
import { useFormat } from '../../display/use-format.ts';
import { registerVersionsQuery } from '../../server/registers.ts';
import { columnsOf } from './row-columns.tsx';

export interface RowHistoryPanelProps {
  readonly kind: RegisterKind;
  readonly row: RegisterRow;
  readonly what: string;
  readonly schoolName: (schoolId: string | null) => string | null;
  readonly onClose: () => void;
}

/** What the row was, newest first: who wrote each version, and when. */
export function RowHistoryPanel(props: RowHistoryPanelProps) {
  const { t } = useTranslation('registers');
  const query = useQuery(registerVersionsQuery(props.row.id));
  return (
    <SidePanel
      label={t('historyOf', { what: props.what })}
      title={t('historyOf', { what: props.what })}
      subject={props.row.id}
      onClose={props.onClose}
    >
      <Loaded query={query}>
        {({ versions }) => (
          <ol className="jc-timeline">
            {versions.map((version) => (
              <Version key={version.revision} version={version} {...props} />
            ))}
          </ol>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Version({
  version,
  kind,
  row,
  schoolName,
}: RowHistoryPanelProps & { readonly version: RegisterRowVersions['versions'][number] }) {
  const { t } = useTranslation('registers');
  const { day, instant } = useFormat();
  const to = version.details.kind === 'staff-rotation' ? version.details.toSchoolId : null;
  const then: RegisterRow = {
    ...row,
    ...version,
    schoolName: schoolName(version.schoolId),
    toSchoolName: schoolName(to),
  };
  return (
    <li>
      <b>{t('version', { revision: version.revision, by: version.by, at: instant(version.at) })}</b>
      {version.withdrawalReason === null ? (
        <dl className="jc-facts">
          {columnsOf(kind, t, day).map(({ id, title, value, render }) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>{render?.(then) ?? value(then) ?? '—'}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <span>{t('gone', { reason: version.withdrawalReason })}</span>
      )}
    </li>
  );
}
