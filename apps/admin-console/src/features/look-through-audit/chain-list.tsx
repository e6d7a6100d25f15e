import type { AuditChains } from '@junheng/api-contract';
import { Button, EmptyState, Notice } from '@junheng/ui/plain';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Copyable } from '../../display/copyable.tsx';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { chainDownloadUrl, verifyChain } from '../../server/audit-trail.ts';
import { ChainVerdict } from './chain-verdict.tsx';

/** Every chain in scope: its signed head, whether it holds, and the download that proves it without us. */
export function ChainList({ chains, publicKey }: AuditChains) {
  const { t } = useTranslation('audit');
  return (
    <>
      <Notice tone="info">{t('chain.intro')}</Notice>
      {chains.length === 0 ? <EmptyState title={t('chain.empty')} /> : null}
      {chains.map((chain) => (
        <ChainCard key={chain.chainId} chain={chain} />
      ))}
      <section className="jc-surface jc-chain">
        <h2>{t('chain.key')}</h2>
        <Copyable value={publicKey.fingerprint} label={t('chain.key')} />
        <p className="ev-muted">{t('chain.keyHint')}</p>
      </section>
    </>
  );
}

function ChainCard({ chain }: { readonly chain: AuditChains['chains'][number] }) {
  const { t } = useTranslation('audit');
  const { instant } = useFormat();
  const verifying = useMutation({ mutationFn: () => verifyChain(chain.chainId) });
  return (
    <section className="jc-surface jc-chain">
      <div className="jc-chain__head">
        <h2>{chain.countyName ?? t('chain.installation')}</h2>
        <div className="jc-chain__acts">
          <Button variant="primary" busy={verifying.isPending} onClick={() => verifying.mutate()}>
            {t('chain.verify')}
          </Button>
          <a className="jh-button" href={chainDownloadUrl(chain.chainId)} download>
            {t('chain.download')}
          </a>
        </div>
      </div>
      <dl className="jc-chain__facts">
        <div>
          <dt>{t('chain.entries')}</dt>
          <dd>{chain.entries}</dd>
        </div>
        <div>
          <dt>{t('chain.signed')}</dt>
          <dd>{chain.signedAt === null ? t('chain.notSigned') : instant(chain.signedAt)}</dd>
        </div>
        <div>
          <dt>{t('chain.head')}</dt>
          <dd>
            <code className="jc-chain__hash">{chain.hash}</code>
          </dd>
        </div>
      </dl>
      <RefusalNotice error={verifying.error} />
      {verifying.data === undefined ? null : <ChainVerdict found={verifying.data} />}
    </section>
  );
}
