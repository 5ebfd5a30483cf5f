// Owns Snapchat's HTML pages: chats as cards, chats and snaps and memories as tables. What is read is what their JSON would say.
import { type Document, type Element, isTag } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { passedOver } from '../../kit/draft.ts'
import { blockText, children, elementsIn, parseMarkup } from '../../kit/markup.ts'
import type { Reading } from '../../kit/spec.ts'
import type { JsonObject } from '../../kit/value.ts'
import type { SnapMedia } from './media-index.ts'
import { memoryOutcome } from './memory.ts'
import { messageOutcome } from './message.ts'

const FRAME = passedOver('The page itself: what stands in it is read one by one.')
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?(?: UTC)?$/

/** All messages of a page of chats or snaps. */
export function messagePage(bytes: Buffer, isSnap: boolean, reading: Reading<SnapMedia>): readonly Outcome[] {
  const document = parseMarkup(bytes, false)
  const conversation = conversationIn(document, reading.file.name)
  const cards = elementsIn(document, ({ name }) => name === 'h6').flatMap((time) => cardOf(time))
  const rows = rowsIn(document)
  return [
    FRAME,
    ...cards.map((card) => messageOutcome(card, conversation, isSnap, reading)),
    ...rows.map((row) =>
      messageOutcome(row, 'To' in row ? 'Sent Chat History' : 'Received Chat History', isSnap, reading),
    ),
  ]
}

/** All memories of a page of memories. */
export function memoryPage(bytes: Buffer, reading: Reading<SnapMedia>): readonly Outcome[] {
  return [FRAME, ...rowsIn(parseMarkup(bytes, false)).map((row) => memoryOutcome(row, reading))]
}

/** A message as a card: who, what kind, words, when. */
function cardOf(time: Element): readonly JsonObject[] {
  const created = blockText(time)
  if (!MOMENT.test(created)) return []
  let card: Element | null = time
  while (card !== null && elementsIn(card, ({ name }) => name === 'h4').length === 0) card = isParent(card.parent)
  if (card === null) return []
  const moments = elementsIn(card, ({ name }) => name === 'h6')
  const place = moments.indexOf(time)
  const one = (name: string) => {
    const all = elementsIn(card, (element) => element.name === name)
    return all.length === moments.length ? all[place] : all[0]
  }
  const words = elementsIn(card, ({ name }) => name === 'p')
  const said = words.length === moments.length ? [words[place]] : moments.length === 1 ? words : []
  const type = elementsIn(card, ({ name }) => name === 'span')
    .map(blockText)
    .find((text) => /^[A-Z_]{3,40}$/.test(text))
  return [
    {
      From: blockText(one('h4')),
      Created: created,
      Content: said.map(blockText).join('\n'),
      'Media Type': type ?? '',
    },
  ]
}

const isParent = (node: Element['parent']): Element | null => (node !== null && isTag(node) ? node : null)

/** Rows of all tables as objects by their columns. A row of one cell below a message is its words. */
function rowsIn(document: Document): readonly JsonObject[] {
  return elementsIn(document, ({ name }) => name === 'table').flatMap((table) => {
    let header: readonly string[] = []
    const rows: Record<string, string>[] = []
    for (const row of elementsIn(table, ({ name }) => name === 'tr')) {
      const names = children(row, 'th').map(blockText)
      const cells = children(row, 'td')
      if (names.length > 1 && cells.length === 0) header = names
      else if (header.length === 0 && cells.some((cell) => /^(?:Created|Date)$/.test(blockText(cell))))
        header = cells.map(blockText)
      else if (cells.length === 1 && header.length > 2) {
        const above = rows.at(-1)
        const text = blockText(cells[0])
        if (above !== undefined && text !== '')
          above.Content = above.Content === undefined ? text : `${above.Content}\n${text}`
      } else if (cells.length > 1) rows.push(rowOf(header, cells))
    }
    return rows.filter((row) => MOMENT.test(row.Created ?? row.Date ?? ''))
  })
}

function rowOf(header: readonly string[], cells: readonly Element[]): Record<string, string> {
  const row: Record<string, string> = {}
  for (const [place, cell] of cells.entries()) {
    const text = blockText(cell)
    const [link] = elementsIn(cell, ({ attribs }) =>
      /downloadMemories/.test(`${attribs.onclick ?? ''}${attribs.href ?? ''}`),
    )
    const address = /downloadMemories\s*\(\s*'([^']+)'/.exec(
      `${link?.attribs.onclick ?? ''}${link?.attribs.href ?? ''}`,
    )?.[1]
    if (address !== undefined) row['Download Link'] = address
    // Pages without a header keep the same order: the moment, the kind, the place.
    else if (header.length > 0) row[header[place] ?? `column ${place}`] = text
    else if (MOMENT.test(text)) row.Date = text
    else if (/Latitude|^-?\d+\.\d+, /.test(text)) row.Location = text
    else if (/^(?:image|photo|video)$/i.test(text)) row['Media Type'] = text
  }
  return row
}

/** A page of its own for each conversation: its heading, else its file, says which. */
function conversationIn(document: Document, file: string): string {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.html?$/i, '')
  if (base.startsWith('subpage_')) return base.slice('subpage_'.length)
  const heading = elementsIn(document, ({ name }) => name === 'h1')
    .map(blockText)
    .find((text) => text !== '')
  return heading ?? base
}
