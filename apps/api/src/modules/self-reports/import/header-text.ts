const PUNCTUATION = /[、,，。.;；:：·•/\\|*★☆※#"'“”‘’<>《》【】[\]{}?？!！_\-—－~+&]/g;

export function normaliseText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

const BRACKETS = /[([【]([^()[\]【】]*)[)\]】]/g;

/**
 * The words of a column header without what writers vary: width of characters, blanks, line breaks, punctuation, numbering.
 * Each pair of brackets is shown to `absorb`; its content stays in the words only where that returns false.
 */
export function headerWords(text: string, absorb: (bracket: string) => boolean): string {
  const plain = withoutNumbering(text).replace(BRACKETS, (_, inside: string) => (absorb(inside) ? '' : inside));
  return bareWords(plain);
}

/** "①", "一、", "(三)", a column code such as L1 or (L12); and 在校生数/人 as 在校生数(人). */
function withoutNumbering(text: string): string {
  // Circled numbers become plain digits in normalised text, so they go first.
  return normaliseText(text.replace(/^\s*[\u2460-\u2473\u2474-\u249b\u3220-\u3229\u2776-\u2793]/, ''))
    .replace(/^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、.．])/, '')
    .replace(/^[lr]\d{1,2}[:.、]?(?=\D)|[([]?[lr]\d{1,2}[)\]]?$/g, '')
    .replace(/[/／](人|名|间|个|元|千元|万元|m2|平方米|平米)$/, '($1)');
}

/** Without punctuation, numbering in front ("1." or "①") and "其中". */
export function bareWords(text: string): string {
  return text
    .replace(/^(?:\d{1,2}[.、．)]|[①-⑳])/, '')
    .replace(/^(?:其中|其中:|#)/, '')
    .replace(PUNCTUATION, '')
    .replace(/^其中/, '');
}

const COUNT_ENDINGS = /(?:合计|总计|共计|小计|总人数|人数|总数|数量|总间数|间数|个数|总额|数|总量|计|总)$/;

/** "在校学生人数合计" and "在校学生" are one thing; "面积" and the like stay. */
export function withoutCountEnding(words: string): string {
  let rest = words;
  for (;;) {
    const shorter = rest.replace(COUNT_ENDINGS, '');
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

/** Stages as headers, sheets, titles and school names write them. Ids are those of the shipped editions. */
const STAGE_WORDS: readonly { readonly stage: string; readonly pattern: RegExp }[] = [
  { stage: 'primary', pattern: /小学(?:阶段|学段|部|段)?/ },
  { stage: 'junior', pattern: /(?:普通)?初中(?:阶段|学段|部|段)?|初级中学/ },
  { stage: 'senior', pattern: /(?:普通)?高中(?:阶段|学段|部|段)?|高级中学/ },
];

/** The one stage a text names, with the rest of the text; null when it names none or several. */
export function stageNamed(text: string): { stage: string; rest: string } | null {
  const plain = normaliseText(text);
  const named = STAGE_WORDS.filter(({ pattern }) => pattern.test(plain));
  if (named.length !== 1) return null;
  const { stage, pattern } = named[0]!;
  return { stage, rest: plain.replace(pattern, '') };
}
