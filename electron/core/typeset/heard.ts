// A document that is heard and not drawn: the words that whoever writes it says, without fonts, pages and a file.
import type { Doc } from './document.ts'
import { asDrawn } from './lines.ts'
import { plainText, type Text } from './setting.ts'

/** What writes a document may do, whether it is drawn or heard. */
export type Writing = Pick<
  Doc,
  | 'heading'
  | 'paragraph'
  | 'facts'
  | 'list'
  | 'notes'
  | 'table'
  | 'image'
  | 'banner'
  | 'rule'
  | 'running'
  | 'pageBreak'
  | 'pages'
>

/** What a record is told in. */
export type Telling = Pick<
  Writing,
  'heading' | 'paragraph' | 'facts' | 'notes' | 'image' | 'running' | 'pageBreak' | 'pages'
>

/** Words that stand before a remark. */
const REMARKS = { note: 'Note:', warning: 'Warning:' } as const

/** Begins one. @param hear is told each text, as it would stand in one place of the page */
export function heardDocument(hear: (text: string) => void): Writing {
  const say = async (...texts: readonly (Text | undefined)[]) => {
    for (const text of texts) if (text !== undefined) hear(plainText(text))
  }
  return {
    pages: 1,
    heading: (_level, text) => say(text),
    paragraph: (text) => say(text),
    facts: async (rows) => {
      for (const [label, value] of rows) await say(label, value)
    },
    list: async (items) => {
      for (const item of items) await say(item)
    },
    notes: async (notes) => {
      for (const [number, text] of notes) await say(`${number} ${plainText(text)}`)
    },
    table: async ({ caption, columns, rows }) => {
      await say(caption, ...columns.map(({ header }) => header))
      for await (const cells of rows) await say(...cells)
    },
    image: async (_bytes, { alt, caption }) => {
      await say(alt, caption)
      return { drawn: true }
    },
    banner: (kind, text) => say(`${REMARKS[kind]} ${plainText(text)}`),
    rule: async () => undefined,
    running: (text) => void (text === null ? undefined : hear(text)),
    pageBreak: async () => undefined,
  }
}

/**
 * A document that is drawn while somebody hears what is said in it; a picture that could not be drawn says nothing.
 * @param hear is told each text as it is drawn, and of a heading its level
 */
export function overheard(doc: Telling, hear: (text: string, level: number | null) => void): Telling {
  const heard = heardDocument((text) => hear(asDrawn(text), null))
  return {
    get pages() {
      return doc.pages
    },
    heading: (level, text, options) => {
      hear(asDrawn(plainText(text)), level)
      return doc.heading(level, text, options)
    },
    paragraph: async (text, options) => {
      await heard.paragraph(text)
      await doc.paragraph(text, options)
    },
    facts: async (rows, options) => {
      const kept = Array.from(rows)
      await heard.facts(kept)
      await doc.facts(kept, options)
    },
    notes: async (notes) => {
      const kept = Array.from(notes)
      await heard.notes(kept)
      await doc.notes(kept)
    },
    image: async (bytes, options) => {
      const outcome = await doc.image(bytes, options)
      // The description is no text of the page.
      if (outcome.drawn && options.caption !== undefined) hear(asDrawn(plainText(options.caption)), null)
      return outcome
    },
    running: (text) => doc.running(text),
    pageBreak: () => doc.pageBreak(),
  }
}
