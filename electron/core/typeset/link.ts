// Links: which addresses may be followed, and the tagged annotation over the text.

import type { Canvas } from './canvas.ts'
import { number, Source, textString } from './pdf.ts'
import type { Style } from './run.ts'
import type { Element } from './structure.ts'

/**
 * The address as it is written into the file.
 * @param address as given or captured
 * @returns undefined where it is not a web or mail address: such text is shown and leads nowhere
 */
export function safeAddress(address: string): string | undefined {
  const url = URL.parse(address)
  return url && ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : undefined
}

/** A link that is being drawn, over as many lines as its text has. */
export interface OpenLink {
  readonly style: Style
  readonly element: Element
  /** What it is wrapped in: a link to a note is a reference to it (ISO 32000-1, 14.8.4.4.1). */
  readonly around: Element | null
}

/** Opens the elements of a link within what it stands in. */
export function openLink({ structure }: Canvas, parent: Element, style: Style): OpenLink {
  const around = style.note === undefined ? null : structure.open(parent, 'Reference')
  return { style, around, element: structure.open(around ?? parent, 'Link') }
}

/** Closes them. */
export function closeLink({ structure }: Canvas, { element, around }: OpenLink): void {
  structure.close(element)
  if (around !== null) structure.close(around)
}

/** Lays a link over text of the current page, with an underline, and where it leads as contents (PDF/UA-1, 7.18.5). */
export function linkAnnotation(
  canvas: Canvas,
  { element, style }: OpenLink,
  { left, right }: { readonly left: number; readonly right: number },
  top: number,
  height: number,
  baseline: number,
): void {
  const { page } = canvas.document
  const reference = canvas.document.ref(new Source())
  const key = canvas.structure.annotation(element, reference)
  const rect = [left, page.height - top - height, right, page.height - top].map(number).join(' ')
  const text =
    `<</Type/Annot/Subtype/Link/Rect[${rect}]/Border[0 0 0]/F 4/StructParent ${key}` +
    `/Contents ${textString(style.link ?? `Note ${style.note}`)}${targetOf(canvas, style)}>>`
  Object.assign(reference.data, { text })
  reference.end()
  page.annotations.push(reference)
  canvas.rule(left, baseline + 1.6, right - left, 'link', 0.4)
}

/** Where a link leads: an address, or the place of a note in the file. */
function targetOf({ destinations }: Canvas, { link, note = '' }: Style): string {
  if (link === undefined) return `/Dest ${destinations.of(note)}`
  return `/A<</S/URI/URI(${link.replace(/[\\()]/g, '\\$&')})>>`
}
