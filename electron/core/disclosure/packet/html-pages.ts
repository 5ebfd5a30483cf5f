// index.html and, where there are many records, the pages it leads to.
import { amount } from '../../../../shared/text/amount.ts'
import { type Html, html, page } from './html.ts'
import { type Ending, type FinishedPage, indexHtml } from './html-index.ts'
import { recordHtml } from './html-record.ts'
import { searchIndex } from './html-search.ts'
import { monthOf } from './local-time.ts'
import { fileIn, type Packet } from './packet.ts'
import type { Released } from './released.ts'

/** A page holds so many records, or so much text, whichever is reached first. */
const MOST_RECORDS = 500
const MOST_TEXT = 3_000_000

interface Listed {
  readonly name: string
  readonly first: string
  readonly last: string
  readonly months: string
  readonly records: number
}

export interface Pages {
  /** Adds a record; returns the page that it filled, if it did. */
  add(released: Released): FinishedPage | null
  /** The last page and index.html. */
  finish(ending: Ending): FinishedPage[]
}

/** Gathers the records of a packet into pages. */
export function htmlPages(packet: Packet): Pages {
  const listed: Listed[] = []
  let waiting: Released[] = []
  let text = 0
  const searched = searchIndex()
  const { zone } = packet

  const fill = (): FinishedPage | null => {
    const [first, last] = [waiting[0], waiting.at(-1)]
    if (first === undefined || last === undefined) return null
    const name = fileIn(packet, `pages/records-${String(listed.length + 1).padStart(4, '0')}.html`)
    const months = [monthOf(first.record.at, zone), monthOf(last.record.at, zone)]
    listed.push({
      name,
      first: first.label,
      last: last.label,
      months: [...new Set(months)].join(' to '),
      records: waiting.length,
    })
    for (const released of waiting) searched.add(released, name)
    const body = html`<header><p class="city">${packet.document.vault.city}</p>
<h1>Request ${packet.production.request}: ${first.label} to ${last.label}</h1>
<p><a href="../${fileIn(packet, 'index.html')}">All pages of this packet</a></p></header>
<main>${articles(waiting, zone, '../', `../${fileIn(packet, 'index.html')}`)}</main>`
    waiting = []
    text = 0
    return { name, text: page(`${first.label} to ${last.label}`, body, packet.marking).text }
  }

  return {
    add: (released) => {
      const size = released.newest.version.text.length
      const full = waiting.length > 0 && (waiting.length >= MOST_RECORDS || text + size > MOST_TEXT) ? fill() : null
      waiting.push(released)
      text += size
      return full
    },
    finish: (ending) => {
      if (listed.length === 0) return [indexHtml(packet, ending, articles(waiting, zone, '', ''), null)]
      const last = fill()
      return [...(last === null ? [] : [last]), indexHtml(packet, ending, pageList(listed), searched.json())]
    },
  }
}

function articles(records: readonly Released[], zone: string, up: string, index: string): Html {
  const parts: Html[] = []
  let before: string | null = null
  for (const released of records) {
    const { conversation } = released.record
    if (conversation !== before && conversation !== null && conversation !== '') {
      const many = records.filter(({ record }) => record.conversation === conversation).length
      parts.push(html`<p class="thread">Conversation of ${amount(many, 'record')}, oldest first</p>
`)
    }
    before = conversation
    parts.push(recordHtml(released, zone, up, index))
  }
  return html`<h2 id="records">Records</h2>
${parts}`
}

function pageList(listed: readonly Listed[]): Html {
  return html`<h2 id="records">Records</h2>
<nav aria-label="Pages of records"><ul>
${listed.map(
  ({
    name,
    first,
    last,
    months,
    records,
  }) => html`<li><a href="${name}">${first} to ${last}</a> <span class="meta">${months}, ${amount(records, 'record')}</span></li>
`,
)}</ul></nav>`
}
