// index.html: the letter, what was asked and searched, the counts, checking, the records or the pages with them, the log.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { Counts } from '../../../../shared/packet/manifest.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import type { FrozenLetter } from '../document.ts'
import { captured, type Html, html, page } from './html.ts'
import { logHtml } from './html-log.ts'
import type { SearchIndex } from './html-search.ts'
import { cityTime } from './local-time.ts'
import { fileIn, type Packet, productionInWords } from './packet.ts'
import { PAGE_SCRIPT } from './page-script.ts'
import { MOST_ROWS } from './sheet.ts'
import { deltaInWords, keepsBack, NO_CLAIM, NOTHING_FOUND, personInWords, reviewInWords } from './statements.ts'
import type { LogRow } from './withholding-log.ts'

/** A page that is finished, ready for the archive. */
export interface FinishedPage {
  readonly name: string
  readonly text: string
}

/** What is known when all records were written. */
export interface Ending {
  /** Characters that the PDF could not show. */
  readonly undrawable: number
  readonly counts: Counts
  readonly log: readonly LogRow[]
}

type Index = ReturnType<SearchIndex['json']>

/** The page. @param index what finds records of other pages; null where all stand on this one */
export function indexHtml(packet: Packet, ending: Ending, records: Html, index: Index | null): FinishedPage {
  const { document, production, zone, marking } = packet
  const { request } = document
  const body = html`<a class="skip" href="#records">To the records</a>
<header>
<p class="city">${document.vault.city}</p>
<h1>Public records request ${request.id}</h1>
<p class="lead">${amount(production.items, 'record')}, settled ${cityTime(production.frozenAt, zone)}</p>
<p class="${document.review === null ? 'warning' : 'note'}">${reviewInWords(document)}</p>
<p class="note">${production.items === 0 ? `${NOTHING_FOUND} ${NO_CLAIM}` : NO_CLAIM}</p>
${document.delta === null ? null : html`<p class="note">${deltaInWords(document) ?? ''}</p>`}
</header>
<main>
${document.letter === null ? null : letterHtml(document.letter)}
<h2>What answers the request</h2>
${countsHtml(ending.counts)}
${requestHtml(packet)}
${filesHtml(packet, ending.undrawable)}
${CHECK}
${production.items === 0 ? html`<h2 id="records">Records</h2><p>${NOTHING_FOUND}</p>` : html`${searchHtml(index)}${records}`}
${document.review === null || ending.log.length === 0 ? null : logHtml(document.review, ending.log)}
</main>
<footer><p>${headed(productionInWords(packet))} of the vault ${document.vault.id}. Made with Muniment ${document.muniment}.</p></footer>`
  return {
    name: fileIn(packet, 'index.html'),
    text: page(`${document.vault.city}: request ${request.id}`, body, marking, PAGE_SCRIPT).text,
  }
}

function letterHtml({ head, date, subject, blocks, signature, proof }: FrozenLetter): Html {
  const lines = (all: readonly string[]) => html`${all.map((line, place) => html`${place === 0 ? '' : '\n'}${line}`)}`
  return html`<h2>The City’s letter</h2>
<div class="letter">${head.length === 0 ? null : html`<p>${lines(head)}</p>`}<p>${readableDay(date)}</p><p><strong>${subject}</strong></p>
${blocks.map((block) =>
  block.kind === 'paragraph'
    ? html`<p>${block.text}</p>
`
    : html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>
`,
)}<p>${lines(signature)}</p>${proof === null ? null : html`<p class="meta">${proof}</p>`}</div>`
}

function countsHtml({ responsive, released, redacted, withheld, byGround }: Counts): Html {
  const rows: readonly (readonly [string, number])[] = [
    ['Records that answer the request', responsive],
    ['Released whole', released],
    ['Released with redactions', redacted],
    ['Withheld', withheld],
    ...byGround.map(
      ({ ground, citation, records }) => [`Something kept back on ground ${ground}: ${citation}`, records] as const,
    ),
  ]
  return html`<table><caption class="meta">Counts of records</caption><thead><tr><th scope="col">What</th><th scope="col" class="number">Records</th></tr></thead><tbody>
${rows.map(
  ([what, count]) => html`<tr><th scope="row">${what}</th><td class="number">${grouped(count)}</td></tr>
`,
)}</tbody></table>`
}

function requestHtml({ document, production }: Packet): Html {
  const { request, preparedBy, notSearched } = document
  const person = preparedBy === null ? 'nobody was named' : personInWords(preparedBy)
  return html`<h2>The request</h2>
<dl><dt>What was asked</dt><dd>${captured(request.text)}</dd><dt>Received</dt><dd>${readableDay(request.receivedOn)}</dd><dt>What was searched</dt><dd>${production.searched}</dd><dt>Prepared by</dt><dd>${person}</dd></dl>
<h2>What was not searched</h2>
${notSearched.length === 0 ? html`<p>Nothing is known that was left out of the search.</p>` : html`<ul>${notSearched.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}`
}

/** The same with a capital at its head. */
function headed(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function filesHtml(packet: Packet, undrawable: number): Html {
  const { document } = packet
  const link = (name: string) => html`<a href="${fileIn(packet, name)}">${fileIn(packet, name)}</a>`
  return html`<h2>The packet</h2>
<ul>${document.letter === null ? null : html`<li>${link('letter.pdf')}: the City’s letter</li>`}<li>${link('records.pdf')}: every record, to read and print</li><li>${link('records.csv')}${packet.production.items > MOST_ROWS ? null : html` and ${link('records.xlsx')}`}: one row a record</li>${keepsBack(document) ? html`<li>${link('withholding-log.pdf')} and ${link('withholding-log.csv')}: what was kept back, and on what ground</li>` : null}<li><a href="README.txt">README.txt</a>: how to check every file</li></ul>
${undrawable === 0 ? null : html`<p class="meta">${amount(undrawable, 'character')} could not be drawn in records.pdf and ${undrawable === 1 ? 'stands' : 'stand'} there as a box with its code point. The texts here and in records.csv are whole.</p>`}`
}

const CHECK = html`<h2 id="verify">Check this packet</h2>
<p>Whether this packet is as the City sent it can be checked here, on your computer; nothing is sent anywhere. You need the ZIP file as you received it, and the SHA-256 that stands in the City’s letter. Without the SHA-256 it can only be told whether the packet is consistent in itself.</p>
<noscript><p class="note">This page cannot check anything without scripts. README.txt tells how to do it by hand.</p></noscript>
<form id="check" hidden>
<label for="check-file">The packet: drop the ZIP file here, or choose it</label>
<input type="file" id="check-file" accept=".zip,application/zip">
<p id="check-chosen" class="meta" role="status"></p>
<label for="check-digest">SHA-256 from the City’s letter</label>
<input type="text" id="check-digest" autocomplete="off" spellcheck="false" maxlength="200">
<label for="check-opening">An opening by the City’s attorney, if you were given one (a file ending in .json)</label>
<input type="file" id="check-opening" accept=".json,application/json">
<button type="button" id="check-go" disabled>Check the packet</button>
<progress id="check-progress" aria-label="Checking" hidden></progress>
<div id="check-outcome" role="status"></div>
</form>`

function searchHtml(index: Index | null): Html {
  const words =
    index?.whole === false
      ? 'Find records by their words (of long ones by their beginning)'
      : 'Find records by their words'
  return html`<form id="search" role="search" hidden>
<label for="search-words">${words}</label>
<input type="search" id="search-words" autocomplete="off">
<p id="search-found" class="meta" role="status"></p>
<ul id="search-list"></ul>
</form>
${
  index === null
    ? null
    : html`<script type="application/json" id="index">${index.markup}</script>
`
}`
}
