// A PDF as an office would attach it: so many pages, each with its words; and the words it says of itself.
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createDocument } from '../../electron/core/typeset/document.ts'

/** @param pages the words of each page; @param title what it says of itself */
export async function madePdf(pages: readonly string[], title = 'A memorandum'): Promise<Buffer> {
  const out = new PassThrough()
  const bytes = buffer(out)
  const doc = createDocument(out, {
    ...{ title, lang: 'en-US', author: 'An office', createdAt: new Date(0), footer: 'Memorandum', practice: false },
  })
  for (const [at, words] of pages.entries()) {
    if (at > 0) await doc.pageBreak()
    for (const line of words.split('\n')) await doc.paragraph(line, { size: 14, spaceAfter: 60 })
  }
  await doc.finish()
  return bytes
}
