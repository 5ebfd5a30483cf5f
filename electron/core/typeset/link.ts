// Links: which addresses may be followed, and the tagged annotation over the text.

import type { Canvas } from './canvas.ts'
import { number, Source, textString } from './pdf.ts'
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

/** Lays a link over text of the current page, with an underline and its address as contents (PDF/UA-1, 7.18.5). */
export function linkAnnotation(
  canvas: Canvas,
  element: Element,
  address: string,
  { left, right }: { readonly left: number; readonly right: number },
  top: number,
  height: number,
  baseline: number,
): void {
  const { page } = canvas.document
  const reference = canvas.document.ref(new Source())
  const key = canvas.structure.annotation(element, reference)
  const rect = [left, page.height - top - height, right, page.height - top].map(number).join(' ')
  const uri = address.replace(/[\\()]/g, '\\$&')
  const text =
    `<</Type/Annot/Subtype/Link/Rect[${rect}]/Border[0 0 0]/F 4/StructParent ${key}` +
    `/Contents ${textString(address)}/A<</S/URI/URI(${uri})>>>>`
  Object.assign(reference.data, { text })
  reference.end()
  page.annotations.push(reference)
  canvas.rule(left, baseline + 1.6, right - left, 'link', 0.4)
}
