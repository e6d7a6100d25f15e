import { addEditionTexts } from '@junheng/evaluation-messages';

/** OpenAPI knows no pairs: the names of an edition's own words come as lists of two; every page knows them from then on. */
export async function named<
  Read extends { readonly editionTexts: Readonly<Record<string, readonly [string, string]>> },
>(answer: Promise<unknown>): Promise<Read> {
  const read = (await answer) as Read;
  addEditionTexts(read.editionTexts);
  return read;
}
