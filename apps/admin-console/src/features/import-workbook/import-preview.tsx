import type { ImportPreviewView, ImportPurpose, School } from '@junheng/api-contract';
import { Notice, StatusTag } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { confirmImport, discardImport, importKeys } from '../../server/imports.ts';
import { roundKeys } from '../../server/rounds.ts';
import { ColumnTable } from './column-table.tsx';
import { ConfirmBar } from './confirm-bar.tsx';
import { ImportDone } from './import-done.tsx';
import { readiness, type Choices } from './model/mapping.ts';
import { countBySeverity } from './model/problem-list.ts';
import { ProblemGroups } from './problem-groups.tsx';
import { PurposeChoice } from './purpose-choice.tsx';
import { SchoolMapping } from './school-mapping.tsx';

export interface ImportPreviewProps {
  readonly preview: ImportPreviewView;
  readonly register: readonly School[];
  /** The round's list, filtered to what waits for review. */
  readonly reviewHref: string;
  readonly uploadHref: string;
  /** The round's list, of all schools. */
  readonly roundHref: string;
  readonly purpose: ImportPurpose;
  readonly onPurpose: (purpose: ImportPurpose) => void;
}

/** What was read, what is wrong with it, where it goes; nothing has changed yet. */
export function ImportPreview(props: ImportPreviewProps) {
  const { preview, register, reviewHref, roundHref, uploadHref, purpose } = props;
  const { t } = useTranslation('import');
  const client = useQueryClient();
  const [choices, setChoices] = useState<Choices>({});
  const [replaceConfirmed, setReplaceConfirmed] = useState(false);
  const names = useMemo(() => new Map(register.map((school) => [school.id, school.name])), [register]);
  const ready = readiness(preview, choices, replaceConfirmed, names, purpose);
  const counts = countBySeverity(preview.problems);
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: importKeys.all }),
      client.invalidateQueries({ queryKey: roundKeys.all }),
    ]);
  const confirming = useMutation({
    mutationFn: () => confirmImport(preview.id, { purpose, mapping: [...ready.mapping], replaceConfirmed }),
    onSuccess: refresh,
  });
  const discarding = useMutation({ mutationFn: () => discardImport(preview.id), onSuccess: refresh });
  if (confirming.data !== undefined) {
    return (
      <ImportDone
        result={confirming.data}
        preview={preview}
        purpose={purpose}
        nextHref={purpose === 'prefill' ? roundHref : reviewHref}
      />
    );
  }
  if (preview.status !== 'preview') {
    return (
      <Notice
        tone={preview.status === 'confirmed' ? 'success' : 'neutral'}
        action={
          <Link className="jh-button" to={preview.status === 'confirmed' ? roundHref : uploadHref}>
            {t(preview.status === 'confirmed' ? 'done.round' : 'preview.again')}
          </Link>
        }
      >
        {t(`done.${preview.status}`)}
      </Notice>
    );
  }
  const choose = (key: string, schoolId: string | null | undefined) => {
    const rest = Object.fromEntries(Object.entries(choices).filter(([each]) => each !== key));
    setChoices(schoolId === undefined ? rest : { ...rest, [key]: schoolId });
  };
  return (
    <div className="jc-stack">
      <div className="jc-facts">
        {preview.files.map((file) => (
          <span key={file.sha256}>
            {file.name}{' '}
            <span className="ev-muted">
              {t('preview.size', { kilobytes: Math.max(1, Math.round(file.size / 1024)) })}
            </span>
          </span>
        ))}
        <StatusTag>{t('preview.summary.schools', { count: preview.schools.length })}</StatusTag>
        {counts.error === 0 ? null : (
          <StatusTag tone="danger">{t('preview.summary.errors', { count: counts.error })}</StatusTag>
        )}
        {counts.warning === 0 ? null : (
          <StatusTag tone="warning">{t('preview.summary.warnings', { count: counts.warning })}</StatusTag>
        )}
        {counts.note === 0 ? null : <StatusTag>{t('preview.summary.notes', { count: counts.note })}</StatusTag>}
      </div>
      <section className="jc-part">
        <h2 className="jc-h2">{t('preview.problems')}</h2>
        <ProblemGroups problems={preview.problems} />
      </section>
      <ColumnTable columns={preview.columns} />
      <PurposeChoice purpose={purpose} onChoose={props.onPurpose} />
      {preview.schools.length === 0 ? null : (
        <section className="jc-part">
          <h2 className="jc-h2">{t('preview.schools')}</h2>
          <p className="ev-muted">{t('preview.schoolsHelp')}</p>
          <SchoolMapping
            schools={preview.schools}
            purpose={purpose}
            register={register}
            names={names}
            choices={choices}
            onChoose={choose}
          />
        </section>
      )}
      <ConfirmBar
        ready={ready}
        purpose={purpose}
        replaceConfirmed={replaceConfirmed}
        onReplaceConfirmed={setReplaceConfirmed}
        busy={confirming.isPending}
        error={confirming.error ?? discarding.error}
        onConfirm={() => confirming.mutate()}
        onDiscard={() => discarding.mutate()}
      />
    </div>
  );
}
