import type { RoundProgress } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../../display/use-person.ts';
import { ShareBar } from './share-bar.tsx';

/** Which section of the form holds the schools up. */
export function SectionTable({ sections }: { readonly sections: RoundProgress['sections'] }) {
  const { t } = useTranslation('progress');
  const { language } = useLanguage();
  const person = usePerson();
  return (
    <section className="jc-stack">
      <h2 className="jc-h2">{t('sections')}</h2>
      <ListTable
        person={person}
        table="round-sections"
        caption={t('sections')}
        fileName={t('sections')}
        rows={sections}
        rowKey={({ section }) => section}
        columns={[
          {
            id: 'section',
            title: t('column.section'),
            head: true,
            value: ({ section }) => words(language, `section.${section}`),
          },
          {
            id: 'complete',
            title: t('column.complete'),
            value: ({ complete, schools }) => complete / schools,
            render: ({ complete, schools }) => <ShareBar share={complete / schools} words={`${complete}/${schools}`} />,
            exported: ({ complete, schools }) => `${complete}/${schools}`,
          },
          {
            id: 'cells',
            title: t('column.cells'),
            value: ({ filled, required }) => (required === 0 ? 1 : filled / required),
            render: ({ filled, required }) => (
              <ShareBar share={required === 0 ? 1 : filled / required} words={`${filled}/${required}`} />
            ),
            exported: ({ filled, required }) => `${filled}/${required}`,
          },
        ]}
      />
    </section>
  );
}
