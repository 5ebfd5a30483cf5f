// From a selection on screen to places in the text as stored.

/** A stretch of the text of a version, in UTF-16 units. */
export interface Selected {
  readonly version: string
  readonly from: number
  readonly to: number
}

/**
 * What is selected in the texts within a frame; null where nothing is, and undefined where the selection lies elsewhere.
 * @param textOf the text of a version as stored
 */
export function selectedIn(frame: HTMLElement, textOf: (version: string) => string): Selected | null | undefined {
  const selection = window.getSelection()
  const { anchorNode, focusNode } = selection ?? {}
  const holder = textAround(anchorNode)
  if (!selection || !holder || !frame.contains(holder) || textAround(focusNode) !== holder) return undefined
  const version = holder.dataset.version ?? ''
  const text = textOf(version)
  const ends = [
    placeOf(holder, text, selection.anchorNode, selection.anchorOffset),
    placeOf(holder, text, selection.focusNode, selection.focusOffset),
  ]
  return trimmed(version, text, Math.min(...ends), Math.max(...ends))
}

/** Without the spaces around it: a double click takes the space behind a word, too. */
function trimmed(version: string, text: string, from: number, to: number): Selected | null {
  const words = text.slice(from, to)
  const start = from + (words.length - words.trimStart().length)
  const end = start + words.trim().length
  return start < end ? { version, from: start, to: end } : null
}

function textAround(node: Node | null | undefined): HTMLElement | null {
  const element = node instanceof HTMLElement ? node : node?.parentElement
  return element?.closest<HTMLElement>('[data-version]') ?? null
}

/** The place in the text of a place in the document. */
function placeOf(holder: HTMLElement, text: string, node: Node | null, offset: number): number {
  if (node === null) return 0
  if (node instanceof Text) {
    const piece = node.parentElement?.closest<HTMLElement>('[data-at]')
    if (!piece) return 0
    const at = Number(piece.dataset.at)
    if (piece.dataset.length === undefined) return at + offset
    return offset === 0 ? at : at + Number(piece.dataset.length)
  }
  // Between elements: before the first piece that begins there or later.
  const range = document.createRange()
  range.setStart(node, offset)
  const pieces = [...holder.querySelectorAll<HTMLElement>('[data-at]')]
  const next = pieces.find((piece) => range.comparePoint(piece, 0) >= 0)
  return next === undefined ? text.length : Number(next.dataset.at)
}
