import { hasText, text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';

/** As instruments print them: R1, G15. */
const NUMBER = /^[A-Z]{1,2}\d+$/;

/** The name of an indicator or a requirement of an edition, with its number where it has one. */
export function useReferenceName(): (id: string) => string {
  const { language } = useLanguage();
  return (id) => {
    const key = [`indicator.${id}`, `requirement.${id}`].find((each) => hasText(each));
    if (key === undefined) return id;
    return NUMBER.test(id) ? `${id} ${words(language, key)}` : words(language, key);
  };
}
