import { hasText, text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';

/** The name of an indicator or a requirement of an edition, with its number. */
export function useReferenceName(): (id: string) => string {
  const { language } = useLanguage();
  return (id) => {
    const key = [`indicator.${id}`, `requirement.${id}`].find((each) => hasText(each));
    return key === undefined ? id : `${id} ${words(language, key)}`;
  };
}
