import { editionById, type Edition } from '@junheng/evaluation-core';
import { hasText } from '@junheng/evaluation-messages';

/** The rules of an edition, once its words are there too; null for one this release does not ship. Fetched by rounds that need it. */
export function shippedEdition(id: string): Edition | null {
  const edition = editionById(id);
  return edition === undefined || !hasText(`edition.${id}`) ? null : edition;
}
