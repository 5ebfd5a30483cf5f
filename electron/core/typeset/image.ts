// Pictures with their alternative text and caption.

import { setImmediate } from 'node:timers/promises'
import { heightOf } from './paint.ts'
import { number, textString } from './pdf.ts'
import { examine, type RefusedPicture } from './picture.ts'
import { revealedPlain } from './reveal.ts'
import type { Setting, Text } from './setting.ts'
import { PLAIN } from './shaper.ts'
import { SIZE } from './theme.ts'

/** A picture's words and limits. */
export interface ImageOptions {
  /** What the picture shows, for those who do not see it. */
  readonly alt: string
  readonly caption?: Text
  /** In points. */
  readonly maxHeight?: number
}

/** Whether a picture was drawn. */
export type ImageOutcome =
  | { readonly drawn: true }
  | { readonly drawn: false; readonly reason: RefusedPicture['reason'] }

/** Points a pixel, at 96 pixels an inch. */
const PIXEL = 0.75
const USUAL_HEIGHT = 320
/** A picture is drawn smaller, down to this share of its size, before it leaves the rest of a page empty. */
const LEAST_SHARE = 0.5
const NO_ALT = 'Picture without a description'

/** Draws a JPEG or PNG picture, or says why it cannot be. */
export async function drawImage(setting: Setting, bytes: Uint8Array, options: ImageOptions): Promise<ImageOutcome> {
  const examined = examine(bytes)
  if (!examined.drawable) return { drawn: false, reason: examined.reason }
  const { canvas } = setting
  const { structure, document } = canvas
  const picture = document.openImage(bytes)
  const turned = (picture.orientation ?? 1) > 4
  const natural = { width: turned ? picture.height : picture.width, height: turned ? picture.width : picture.height }
  const caption = options.caption
    ? setting.lay(options.caption, { ...PLAIN, paint: 'muted' }, SIZE.small, canvas.page.measure)
    : []
  const words = heightOf(caption) + CAPTION_GAP
  const highest = Math.min(options.maxHeight ?? USUAL_HEIGHT, canvas.page.floor - canvas.page.top - words)
  const wanted = Math.min(PIXEL, canvas.page.measure / natural.width, highest / natural.height)
  canvas.need(natural.height * wanted * LEAST_SHARE + words)
  const scale = Math.min(wanted, (canvas.room - words) / natural.height)
  const width = natural.width * scale
  const height = natural.height * scale
  const box = [
    canvas.page.left,
    canvas.page.height - canvas.y - height,
    canvas.page.left + width,
    canvas.page.height - canvas.y,
  ]
    .map(number)
    .join(' ')
  const alt = textString(revealedPlain(options.alt).trim() || NO_ALT)
  const figure = structure.open(structure.root, 'Figure', `/Alt ${alt}/A<</O/Layout/Placement/Block/BBox[${box}]>>`)
  canvas.add(structure.begin(figure))
  canvas.flush()
  document.image(picture, canvas.page.left, canvas.y, { width, height })
  canvas.add('EMC')
  // pdfkit inflates pictures with an alpha channel elsewhere; nothing may be written before them, or the bytes would vary.
  while (picture.obj?.offset === undefined) await setImmediate()
  canvas.y += height
  if (caption.length > 0) {
    canvas.y += CAPTION_GAP
    const element = structure.open(figure, 'Caption')
    setting.flow(caption, element, { x: canvas.page.left, width: canvas.page.measure })
    structure.close(element)
  }
  structure.close(figure)
  canvas.space(10)
  return { drawn: true }
}

const CAPTION_GAP = 4
