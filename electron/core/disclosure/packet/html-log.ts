// The withholding log as a part of index.html.
import type { FrozenReview } from '../review/frozen.ts'
import { captured, type Html, html } from './html.ts'
import { groundRows, type LogRow } from './withholding-log.ts'

/** A page with more rows opens slowly; the files hold all of them. */
const MOST_ROWS = 2000

/** The grounds, and what was kept back of which record. */
export function logHtml({ grounds }: FrozenReview, rows: readonly LogRow[]): Html {
  const left = rows.length - MOST_ROWS
  return html`<h2 id="log">What was kept back</h2>
<dl>${groundRows(grounds).map(
    ({ key, citation, why }) => html`<dt>Ground ${key}</dt><dd>${citation}
${why}</dd>`,
  )}</dl>
<div class="wide" role="region" aria-label="Log of what was kept back" tabindex="0"><table><thead><tr><th scope="col">Record</th><th scope="col">What it is</th><th scope="col">Ground</th><th scope="col">Kept back</th><th scope="col">Decided</th></tr></thead><tbody>
${rows.slice(0, MOST_ROWS).map(rowHtml)}</tbody></table></div>
${left > 0 ? html`<p class="meta">${left} further rows stand in withholding-log.csv.</p>` : null}`
}

function rowHtml({ key, label, record, when, part, describes, places, by, on }: LogRow): Html {
  return html`<tr><th scope="row">${label}</th><td>${captured(record)}, ${when}</td><td class="number">${key}</td><td>${part}: ${describes}${places > 1 ? `, ${places} places` : null}</td><td>${by}, ${on}</td></tr>
`
}
