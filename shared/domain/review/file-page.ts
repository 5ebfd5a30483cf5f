// Documents as their review sees them: pages, what each says and where, and which files must be looked through.
import { z } from 'zod'
import type { Digest } from '../id.ts'
import type { MediaItem, RecordDetail } from '../record/record.ts'
import type { Box } from './review.ts'

/** A stretch of text on a page, and where it stands, in parts of the page's width and height. */
export const PageWords = z.strictObject({
  text: z.string(),
  left: z.number(),
  top: z.number(),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
})
export type PageWords = z.infer<typeof PageWords>

/** What a file is to its reviewer: seen or heard in place, read page by page, or neither. */
export type FileSort = 'picture' | 'recording' | 'document'

/** @param mime as the bytes show it, null where they show nothing */
export function sortOf({ mime, role }: Pick<MediaItem, 'mime' | 'role'>): FileSort {
  if (mime?.startsWith('image/')) return 'picture'
  if (mime?.startsWith('video/') || mime?.startsWith('audio/')) return 'recording'
  return mime === 'application/octet-stream' && role !== 'file' && role !== 'photo' ? 'recording' : 'document'
}

/** The documents of a record that the vault holds, each once: none of them is released as it is. */
export function documentsOf({
  versions,
}: Pick<RecordDetail, 'versions'>): { readonly digest: Digest; readonly item: MediaItem }[] {
  const found = new Map<Digest, MediaItem>()
  for (const { media } of versions)
    for (const item of media) if (item.digest !== null && sortOf(item) === 'document') found.set(item.digest, item)
  return [...found].map(([digest, item]) => ({ digest, item }))
}

/** What is left of the words of a page where boxes lie: a stretch that a box touches goes whole. */
export function wordsOutside(words: readonly PageWords[], boxes: readonly Box[]): PageWords[] {
  return words.filter((one) => !boxes.some((box) => touches(one, box)))
}

/** A little more than letters measure, which reach above and below their line. */
const REACH = 0.004

function touches(words: Box | PageWords, box: Box): boolean {
  return (
    words.left < box.left + box.width + REACH &&
    box.left < words.left + words.width + REACH &&
    words.top < box.top + box.height + REACH &&
    box.top < words.top + words.height + REACH
  )
}

/** The words of a page as text, a line for each row in which they stand. */
export function textOfPage(words: readonly PageWords[]): string {
  let line: PageWords | null = null
  let text = ''
  for (const one of words) {
    const same = line !== null && Math.abs(line.top + line.height - one.top - one.height) < 0.006
    text +=
      line === null
        ? ''
        : same
          ? text.endsWith(' ') || one.text.startsWith(' ') || !isApart(line, one)
            ? ''
            : ' '
          : '\n'
    text += one.text
    line = one
  }
  return text.trim()
}

/** Whether there is a gap between two stretches of one line. */
function isApart(before: PageWords, next: PageWords): boolean {
  return next.left - before.left - before.width > 0.002 || next.left < before.left
}
