import { problemOf } from '@junheng/api-client';
import type { Edition } from '@junheng/evaluation-core';
import { ExplanationView } from '@junheng/evaluation-ui';
import { Dialog, ErrorState, LoadingState, useLanguage, useTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { schoolExplanationQuery, type SchoolResult } from '../../api/school-results.ts';
import { isOwnNode, ownPart } from './model/own-part.ts';

export interface WhyDialogProps {
  readonly result: SchoolResult;
  readonly edition: Edition;
  /** Null while closed. */
  readonly path: string | null;
  readonly onOpen: (path: string) => void;
  readonly onClose: () => void;
}

/** Where a number comes from, down to the cells of the report and who entered them. */
export function WhyDialog(props: WhyDialogProps) {
  const { t } = useTexts('portal');
  const path = props.path !== null && isOwnNode(props.result, props.path) ? props.path : null;
  return (
    <Dialog shape="sheet" open={path !== null} title={t('result.why')} onClose={props.onClose}>
      {path === null ? null : <Explained {...props} path={path} place="whole" />}
    </Dialog>
  );
}

function Explained(props: WhyDialogProps & { readonly path: string; readonly place: 'whole' | 'part' }) {
  const { language } = useLanguage();
  const { result, path, place } = props;
  const query = useQuery(schoolExplanationQuery(result.selfReportId, result.resultHash, path));
  const instants = useMemo(() => {
    const format = new Intl.DateTimeFormat(language, {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'medium',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    return (iso: string) => format.format(new Date(iso));
  }, [language]);
  const names = new Map([
    [result.schoolId, result.schoolName],
    ...result.campuses.map(({ schoolId, name }): [string, string] => [schoolId, name]),
  ]);
  if (query.data === undefined) {
    return query.isError || query.fetchStatus === 'paused' ? (
      <ErrorState requestId={problemOf(query.error)?.requestId ?? null} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState />
    );
  }
  return (
    <ExplanationView
      node={query.data.node}
      origins={query.data.cells}
      result={ownPart(result)}
      edition={props.edition}
      schoolName={(id) => names.get(id) ?? null}
      formatInstant={instants}
      onOpen={props.onOpen}
      mayOpen={(step) => isOwnNode(result, step)}
      place={place}
      renderPart={(part) => <Explained {...props} path={part} place="part" />}
    />
  );
}
