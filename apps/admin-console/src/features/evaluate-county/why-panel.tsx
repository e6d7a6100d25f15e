import type { CountyEvaluation, Edition } from '@junheng/evaluation-core';
import { ExplanationView } from '@junheng/evaluation-ui';
import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { SidePanel } from '../../display/side-panel.tsx';
import { useFormat } from '../../display/use-format.ts';
import { evidenceAddress, explanationQuery } from '../../server/evaluations.ts';

export interface WhyPanelProps {
  readonly evaluationId: string;
  readonly path: string;
  readonly result: CountyEvaluation;
  readonly edition: Edition;
  readonly schoolName: (schoolId: string) => string | null;
  readonly onOpen: (path: string) => void;
  readonly onClose: () => void;
}

/** Where a number comes from, beside the page; its address is in the URL. */
export function WhyPanel(props: WhyPanelProps) {
  const { t } = useTranslation('evaluate');
  return (
    <SidePanel label={t('why.title')} title={t('why.title')} subject={props.path} onClose={props.onClose}>
      <Explained {...props} place="whole" />
    </SidePanel>
  );
}

function Explained(props: Omit<WhyPanelProps, 'onClose'> & { readonly place: 'whole' | 'part' }) {
  const { t } = useTranslation('evaluate');
  const { instant } = useFormat();
  const { evaluationId, path, place } = props;
  const query = useQuery(explanationQuery(evaluationId, path));
  return (
    <Loaded query={query}>
      {({ node, cells }) =>
        node.kind === 'not-found' ? (
          <EmptyState title={t('why.gone')} />
        ) : (
          <ExplanationView
            node={node}
            origins={cells}
            result={props.result}
            edition={props.edition}
            schoolName={props.schoolName}
            formatInstant={instant}
            evidenceAddress={evidenceAddress}
            onOpen={props.onOpen}
            place={place}
            renderPart={(part) => (
              <div className="jc-compact">
                <Explained {...props} path={part} place="part" />
              </div>
            )}
          />
        )
      }
    </Loaded>
  );
}
