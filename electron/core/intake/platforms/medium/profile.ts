// Owns what Medium's page of the account says: who it is, since when.
import type { Document, Element } from 'domhandler'
import { elementsIn, hasClass } from '../../kit/markup.ts'
import { handleIn, lineOf } from './entry.ts'

export interface MediumProfile {
  readonly name: string
  readonly handle: string | null
  /** Medium's number of the account. */
  readonly number: string | null
  readonly address: string
  readonly picture: string
  /** As written, without a zone. */
  readonly created: string
  readonly member: string
}

/** Reads the page's card. */
export function profileIn(document: Document): MediumProfile {
  const [card] = elementsIn(document, (one) => hasClass(one, 'h-card'))
  const [link] = elementsIn(card, (one) => hasClass(one, 'u-url'))
  const [picture] = elementsIn(card, (one) => hasClass(one, 'u-photo'))
  const rows = elementsIn(card, ({ name }) => name === 'li')
  const address = link?.attribs.href ?? ''
  const member = /Became a Medium member at (\d{4}-\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2} [ap]m)?)/.exec(lineOf(card))?.[1]
  return {
    name: lineOf(elementsIn(card, (one) => hasClass(one, 'p-name'))[0]) || labelled(rows, 'Display name'),
    handle: handleIn(address) ?? (link === undefined ? null : lineOf(link).replace(/^@/, '') || null),
    number: labelled(rows, 'Medium user ID') || null,
    address,
    picture: picture?.attribs.src ?? '',
    created: labelled(rows, 'Created at'),
    member: member ?? '',
  }
}

function labelled(rows: readonly Element[], label: string): string {
  const row = rows.map(lineOf).find((line) => line.startsWith(`${label}:`))
  return row === undefined ? '' : row.slice(label.length + 1).trim()
}
