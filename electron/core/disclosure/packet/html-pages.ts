// index.html and, where there are many records, the pages it leads to.
import { readableDay } from '../../../../shared/domain/calendar-day.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { captured, type Html, html, page } from './html.ts'
import { recordHtml } from './html-record.ts'
import { cityTime, monthOf } from './local-time.ts'
import type { Packet } from './packet.ts'
import type { Released } from './released.ts'
import { deltaInWords, keepsBack, NO_CLAIM, NOTHING_FOUND, reviewInWords } from './statements.ts'

/** A page holds so many records, or so much text, whichever is reached first. */
const MOST_RECORDS = 500
const MOST_TEXT = 3_000_000

/** A page that is finished, ready for the archive. */
export interface FinishedPage {
  readonly name: string
  readonly text: string
}

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
  /** The last page and index.html; what `undrawable` characters the PDF could not show is told there. */
  finish(undrawable: number): FinishedPage[]
}

/** Gathers the records of a packet into pages. */
export function htmlPages(packet: Packet): Pages {
  const listed: Listed[] = []
  let waiting: Released[] = []
  let text = 0
  const { zone } = packet

  const fill = (): FinishedPage | null => {
    const [first, last] = [waiting[0], waiting.at(-1)]
    if (first === undefined || last === undefined) return null
    const name = `pages/records-${String(listed.length + 1).padStart(4, '0')}.html`
    const months = [monthOf(first.record.at, zone), monthOf(last.record.at, zone)]
    listed.push({
      name,
      first: first.label,
      last: last.label,
      months: [...new Set(months)].join(' to '),
      records: waiting.length,
    })
    const body = html`<header><p class="city">${packet.document.vault.city}</p>
<h1>Request ${packet.production.request}: ${first.label} to ${last.label}</h1>
<p><a href="../index.html">All pages of this packet</a></p></header>
<main>${articles(waiting, zone, '../')}</main>`
    waiting = []
    text = 0
    return { name, text: page(`${first.label} to ${last.label}`, body, packet.practice).text }
  }

  return {
    add: (released) => {
      const size = released.newest.version.text.length
      const full = waiting.length > 0 && (waiting.length >= MOST_RECORDS || text + size > MOST_TEXT) ? fill() : null
      waiting.push(released)
      text += size
      return full
    },
    finish: (undrawable) => {
      if (listed.length === 0) return [index(packet, undrawable, articles(waiting, zone, ''))]
      const last = fill()
      return [...(last === null ? [] : [last]), index(packet, undrawable, pageList(listed))]
    },
  }
}

function articles(records: readonly Released[], zone: string, up: string): Html {
  return html`<h2>Records</h2>
${records.map((released) => recordHtml(released, zone, up))}`
}

function pageList(listed: readonly Listed[]): Html {
  return html`<h2>Records</h2>
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

function index({ document, production, zone, practice }: Packet, undrawable: number, records: Html): FinishedPage {
  const { request } = document
  const { preparedBy } = document
  const person =
    preparedBy === null
      ? 'nobody was named'
      : [preparedBy.name, preparedBy.title].filter((part) => part !== '').join(', ')
  const body = html`<header>
<p class="city">${document.vault.city}</p>
<h1>Public records request ${request.id}</h1>
<p class="lead">${amount(production.items, 'record')}, settled ${cityTime(production.frozenAt, zone)}</p>
<p class="${document.review === null ? 'warning' : 'note'}">${reviewInWords(document)}</p>
<p class="note">${production.items === 0 ? `${NOTHING_FOUND} ${NO_CLAIM}` : NO_CLAIM}</p>
${document.delta === null ? null : html`<p class="note">${deltaInWords(document) ?? ''}</p>`}
</header>
<main>
<h2>The request</h2>
<dl><dt>What was asked</dt><dd>${captured(request.text)}</dd><dt>Received</dt><dd>${readableDay(request.receivedOn)}</dd><dt>What was searched</dt><dd>${production.searched}</dd><dt>Prepared by</dt><dd>${person}</dd></dl>
<h2>What was not searched</h2>
${document.notSearched.length === 0 ? html`<p>Nothing is known that was left out of the search.</p>` : html`<ul>${document.notSearched.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
<h2>The packet</h2>
<ul><li><a href="records.pdf">records.pdf</a>: every record, to read and print</li><li><a href="records.csv">records.csv</a>: one row a record</li>${keepsBack(document) ? html`<li><a href="withholding-log.pdf">withholding-log.pdf</a> and <a href="withholding-log.csv">withholding-log.csv</a>: what was kept back, and on what ground</li>` : null}<li><a href="README.txt">README.txt</a>: how to check every file</li></ul>
${undrawable === 0 ? null : html`<p class="meta">${amount(undrawable, 'character')} could not be drawn in records.pdf and ${undrawable === 1 ? 'stands' : 'stand'} there as a box with its code point. The texts here and in records.csv are whole.</p>`}
${production.items === 0 ? null : records}
</main>
<footer><p>Production ${production.id} of the vault ${document.vault.id}. Made with Muniment ${document.muniment}.</p></footer>`
  return { name: 'index.html', text: page(`${document.vault.city}: request ${request.id}`, body, practice).text }
}
