import type { ConfirmedPeopleImport } from '@junheng/api-contract';
import { saveSheet } from '@junheng/ui/table';
import { Button, Notice } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Copyable } from '../../display/copyable.tsx';
import { useFormat } from '../../display/use-format.ts';

/** The links of those who were made, once: to be taken along as a sheet or copied one by one. */
export function NewLinks({ confirmed }: { readonly confirmed: ConfirmedPeopleImport }) {
  const { t } = useTranslation('importPeople');
  const { instant } = useFormat();
  const { links, peopleImport } = confirmed;
  const [first] = links;
  return (
    <>
      <Notice tone="success" role="status">
        {t('done', { roles: peopleImport.counts.fresh, people: links.length })}
        {peopleImport.counts.addresses > 0 ? ` ${t('doneAddresses', { count: peopleImport.counts.addresses })}` : ''}
      </Notice>
      {first === undefined ? null : (
        <section className="jc-part" aria-labelledby="new-links">
          <div className="jc-parthead">
            <h2 id="new-links">{t('links.title')}</h2>
            <Button
              variant="primary"
              onClick={() =>
                void saveSheet(`${t('links.title')}.xlsx`, {
                  name: t('links.title'),
                  head: [t('links.name'), t('links.login'), t('links.url'), t('links.expires')],
                  rows: links.map((link) => [link.displayName, link.login, link.url, instant(link.expiresAt)]),
                })
              }
            >
              {t('links.save')}
            </Button>
          </div>
          <Notice tone="warning">{t('links.once', { at: instant(first.expiresAt) })}</Notice>
          <div className="ev-scroll jc-surface">
            <table className="ev-table jc-table jc-cards">
              <caption className="jh-visually-hidden">{t('links.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('links.name')}</th>
                  <th scope="col">{t('links.login')}</th>
                  <th scope="col">{t('links.url')}</th>
                </tr>
              </thead>
              <tbody>
                {links.map((link) => (
                  <tr key={link.personId}>
                    <th scope="row">{link.displayName}</th>
                    <td>{link.login}</td>
                    <td>
                      <Copyable
                        value={link.url}
                        shown={`…${link.url.slice(-8)}`}
                        label={t('links.of', { name: link.displayName })}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  );
}
