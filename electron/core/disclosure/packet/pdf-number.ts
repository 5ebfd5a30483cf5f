// The number at the foot of a page of records.pdf (law.md §6.5): City, production, page; no other page ever bears it.
import { DRAFT } from '../../../../shared/text/marking.ts'
import { cityPrefix } from '../city.ts'
import type { Packet } from './packet.ts'

/** Where a record stands: the numbers of its first and last page. */
export interface PageSpan {
  readonly first: string
  readonly last: string
}

/**
 * The number of a page: `AB-P0012-000001`. The numbers of productions are given out once, so those of their pages are, too.
 * @param page its place in records.pdf, from 1
 */
export function pageNumber({ document, production }: Pick<Packet, 'document' | 'production'>, page: number): string {
  return `${volumeOf({ document, production })}-${String(page).padStart(6, '0')}`
}

/** What all page numbers of a production begin with: `AB-P0012`; those of a draft, which nobody may cite, `AB-DRAFT`. */
export function volumeOf({ document, production }: Pick<Packet, 'document' | 'production'>): string {
  const volume = document.draft === null ? `P${String(production.id).padStart(4, '0')}` : DRAFT
  return `${cityPrefix(document.vault.city)}-${volume}`
}

/** A span in words: one page, or the first to the last. */
export function spanInWords({ first, last }: PageSpan): string {
  return first === last ? first : `${first} to ${last}`
}
