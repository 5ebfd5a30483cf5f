// A letter as a tagged PDF: letterhead, date, address, subject, words, room for the signature, name and title.
import type { Writable } from 'node:stream'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { type LetterTranslation, type LetterWords, translationHead } from '../../../../shared/domain/request/letter.ts'
import { createDocument, type Doc, type ParagraphOptions } from '../../typeset/document.ts'

const SIZE = 11
/** Room for a signature by hand, in points. */
const SIGNING = 44
/** Of a line with what stands under it, and of the letters in a line: enough to tell how much room is needed. */
const LINE = 17
const LETTERS = 80
/** A longer last block may go on over the page: the part of it that would be kept is enough. */
const MOST_KEPT = 8

function signatureHeight({ signature }: LetterWords): number {
  return LINE * (signature.length + 1) + SIGNING
}

function heightOf(block: LetterWords['blocks'][number]): number {
  const texts = block.kind === 'paragraph' ? [block.text] : block.items
  const lines = texts.reduce((sum, text) => sum + Math.ceil(text.length / LETTERS), 0)
  return LINE * Math.min(lines, MOST_KEPT) + LINE
}

/** What stands on a letter besides its words. `notice`: on top where it is not signed; `proof`: under it where a key signed it. */
export interface LetterMarks {
  /** The only time in the file. */
  readonly createdAt: Date
  readonly notice: string | null
  readonly proof: string | null
  readonly practice: boolean
}

/** Writes it and ends `out`. Returns its number of pages. */
export async function writeLetterPdf(
  out: Writable,
  words: LetterWords,
  translations: readonly LetterTranslation[],
  { createdAt, notice, proof, practice }: LetterMarks,
): Promise<number> {
  const [city = ''] = words.head
  const doc = createDocument(out, {
    title: words.subject,
    lang: 'en-US',
    author: city,
    createdAt,
    footer: `${city} · ${words.subject}`,
    practice,
  })
  await writeLetter(doc, words, notice, translations, proof)
  return (await doc.finish()).pages
}

/** Writes a letter into a document. @param notice stands on top where it is not signed; @param proof under it where a key signed it */
export async function writeLetter(
  doc: Doc,
  words: LetterWords,
  notice: string | null,
  translations: readonly LetterTranslation[] = [],
  proof: string | null = null,
): Promise<void> {
  const [city = '', ...head] = words.head
  await doc.paragraph([{ text: city, bold: true }], { size: 16, spaceAfter: 2 })
  await lines(doc, head, { size: 9, colour: 'muted', spaceAfter: 4 })
  await doc.rule()
  if (notice !== null) await doc.banner('warning', notice)
  await doc.paragraph(readableDay(words.date), { size: SIZE, spaceAfter: 16 })
  await lines(doc, words.to, { size: SIZE, spaceAfter: 16 })
  await doc.heading(1, words.subject)
  for (const [at, block] of words.blocks.entries()) {
    // A signature stands under words of its letter, never on a page of its own.
    if (at === words.blocks.length - 1) await doc.together(heightOf(block) + signatureHeight(words))
    if (block.kind === 'paragraph') await doc.paragraph(block.text, { size: SIZE })
    else await doc.list(block.items, { size: SIZE })
  }
  await doc.paragraph('Sincerely,', { size: SIZE, spaceAfter: SIGNING })
  await lines(doc, words.signature, { size: SIZE, spaceAfter: proof === null ? 0 : 12 })
  if (proof !== null) await doc.paragraph(proof, { size: 9, colour: 'muted' })
  for (const one of translations) {
    await doc.pageBreak()
    await doc.paragraph([{ text: translationHead(one, readableDay(one.reviewedOn)), bold: true }], { size: SIZE })
    for (const text of one.text.split(/\n+/)) await doc.paragraph(text, { size: SIZE, lang: one.language })
  }
}

/** Lines close together, each a paragraph: read aloud, a line end inside of one would join two words. */
async function lines(
  doc: Doc,
  texts: readonly string[],
  options: ParagraphOptions & { readonly spaceAfter: number },
): Promise<void> {
  for (const [at, text] of texts.entries()) {
    await doc.paragraph(text, { ...options, spaceAfter: at === texts.length - 1 ? options.spaceAfter : 1 })
  }
}
