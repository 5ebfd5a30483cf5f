// HTML whose captured texts can only be read: every one escaped, hidden marks made visible, directions isolated. The one script is its own.
import { createHash } from 'node:crypto'
import { visibleControls } from '../../../../shared/text/controls.ts'
import type { Marking } from '../../../../shared/text/marking.ts'
import { STYLE } from './html-style.ts'

/** Markup that was escaped where it had to be; only this file makes it. */
export class Html {
  readonly text: string

  /** Use the template `html`. */
  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | null | readonly Html[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Template of markup: each slot is escaped unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, place) => text + slot(parts[place] ?? null)).join(''))
}

/** Captured text, set apart so that its direction and its marks end with it. */
export function captured(text: string): Html {
  return html`<bdi dir="auto">${visibleControls(text)}</bdi>`
}

/**
 * A whole page. Its policy allows its own style sheet and script, the packet's pictures and films, and nothing else: no network, no form.
 * @param title plain text
 * @param script its own script, which cannot end its element; null for none
 * @param marking what the page and its title say first, where nobody may take it for a released one
 */
export function page(title: string, body: Html, marking: Marking | null, script: string | null = null): Html {
  const own = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const scripts = script === null ? '' : ` script-src ${own(script)};`
  const policy = `default-src 'none'; style-src ${own(STYLE)};${scripts} img-src 'self' file:; media-src 'self' file:; base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${marking === null ? title : `${marking.word}: ${title}`}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
${
  marking === null
    ? null
    : html`<p class="training"><strong>${marking.word}</strong> ${marking.sentence}</p>
`
}${body}
${
  script === null
    ? null
    : html`<script>${new Html(script)}</script>
`
}</body>
</html>
`
}

function slot(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'number') return String(part)
  if (part instanceof Html) return part.text
  if (typeof part !== 'string') return part.map(({ text }) => text).join('')
  return part.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
