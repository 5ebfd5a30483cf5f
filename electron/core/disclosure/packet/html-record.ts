// A record in the packet's pages.

import { platformName } from '../../../../shared/text/names.ts'
import { safeAddress } from '../../typeset/link.ts'
import { countsInWords, detailFacts, headlineOf, keptBackInWords } from './details.ts'
import { captured, type Html, html } from './html.ts'
import { recordTime } from './local-time.ts'
import type { Released, ReleasedMedia, ReleasedVersion } from './released.ts'
import { size } from './words.ts'

/** Types that a browser shows as pictures and as nothing else. */
const SHOWN = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']

/** As it is called where something is kept back. */
const LOG = 'withholding log'

/** Types that a browser plays. */
const PLAYED: ReadonlyMap<string, 'video' | 'audio'> = new Map([
  ...(['video/mp4', 'video/webm'] as const).map((mime) => [mime, 'video'] as const),
  ...(['audio/mpeg', 'audio/mp4', 'audio/wav', 'audio/ogg'] as const).map((mime) => [mime, 'audio'] as const),
])

/**
 * One record as an article.
 * @param up the way from the page to the packet's root: '' or '../'
 * @param index the way to index.html, where the log stands: '' on that page itself
 */
export function recordHtml(released: Released, zone: string, up: string, index: string): Html {
  const { label, record, account, decision } = released
  const kept = keptBackInWords(decision)
  const time = record.at === null ? null : new Date(record.at).toISOString()
  const when = recordTime(record.at, record.precision, zone)
  return html`<article id="${label}" aria-labelledby="${label}-title">
<h3 id="${label}-title">${label} · ${captured(headlineOf(released))}</h3>
<p class="meta">${time === null ? html`${when}` : html`<time datetime="${time}">${when}</time>`}<br>@${account.handle} on ${platformName(account.platform)}</p>
${kept === null ? null : html`<p class="kept">${keptHtml(kept, index)}</p>`}
${decision?.outcome === 'withhold' ? null : contentHtml(released, zone, up)}
</article>
`
}

/** What is kept back; its last words lead to the log, which says what the numbers stand for. */
function keptHtml(kept: string, index: string): Html {
  const at = kept.lastIndexOf(LOG)
  return at < 0
    ? html`${kept}`
    : html`${kept.slice(0, at)}<a href="${index}#log">${LOG}</a>${kept.slice(at + LOG.length)}`
}

function contentHtml(released: Released, zone: string, up: string): Html {
  const { record, newest, native } = released
  return html`${record.state === 'live' ? null : html`<p class="state">${record.state === 'draft' ? 'A draft: it was never published.' : 'Deleted on the platform.'}</p>`}
<p class="text">${newest.version.text === '' ? '(no text)' : captured(newest.version.text)}</p>
${newest.media.map((media) => mediaHtml(media, up))}
<dl>${factsHtml(released, zone, up)}<dt>${released.decision?.outcome === 'redact' ? 'What is released of the source' : 'Source as received'}</dt><dd><a href="${up}${native}">${native}</a></dd></dl>`
}

function mediaHtml({ item, file }: ReleasedMedia, up: string): Html {
  if (file === null)
    return html`<p class="meta">Not in the vault: ${captured(item.name)} ${item.missing === null ? null : captured(`(${item.missing})`)}</p>`
  const href = `${up}${file.split('/').map(encodeURIComponent).join('/')}`
  const caption = html`<figcaption><a href="${href}">${file}</a>, ${size(item.size ?? 0)}${item.alt === null ? null : html`<br>${captured(item.alt)}`}</figcaption>`
  const shown = item.mime !== null && SHOWN.includes(item.mime)
  const played = item.mime === null ? undefined : PLAYED.get(item.mime)
  const player = played === undefined ? null : playerHtml(played, href, item.alt)
  return html`<figure>${player}${shown ? html`<img src="${href}" alt="${item.alt ?? 'Picture whose author gave no description'}" loading="lazy" decoding="async">` : null}${caption}</figure>
`
}

function playerHtml(kind: 'video' | 'audio', href: string, alt: string | null): Html {
  const label = alt ?? (kind === 'video' ? 'Video whose author gave no description' : 'Sound without a description')
  return kind === 'video'
    ? html`<video controls preload="none" src="${href}" aria-label="${label}"></video>`
    : html`<audio controls preload="none" src="${href}" aria-label="${label}"></audio>`
}

function factsHtml(released: Released, zone: string, up: string): Html[] {
  const { newest, earlier, measures } = released
  const { links } = newest.version
  const facts = detailFacts(released).map(([label, value]) => fact(label, captured(value)))
  if (links.length > 0)
    facts.push(fact('Links', html`${links.map(({ shown, target }, place) => linkHtml(shown, target, place))}`))
  for (const before of earlier) facts.push(fact(`Version ${before.version.number} (earlier)`, earlierHtml(before, up)))
  if (measures.length > 0) facts.push(fact('Counts', html`${countsInWords(measures, zone)}`))
  return facts
}

function fact(label: string, value: Html): Html {
  return html`<dt>${label}</dt><dd>${value}</dd>`
}

function linkHtml(shown: string, target: string, place: number): Html {
  const address = safeAddress(target)
  const before = html`${place === 0 ? null : html`<br>`}${shown === target ? null : html`${captured(shown)} → `}`
  if (address === undefined) return html`${before}${captured(target)}`
  return html`${before}<a href="${address}" rel="noopener noreferrer nofollow">${captured(target)}</a>`
}

function earlierHtml({ version, media }: ReleasedVersion, up: string): Html {
  const files = media.map(({ file, item }) =>
    file === null
      ? html`<br>${captured(item.name)}`
      : html`<br><a href="${up}${file.split('/').map(encodeURIComponent).join('/')}">${file}</a>`,
  )
  return html`${captured(version.text)}${files}`
}
