// Owns reading TikTok's text files as what their JSON would say.
import type { Outcome } from '../../draft.ts'
import { passedOver } from '../../kit/draft.ts'
import { withoutMark } from '../../kit/head-text.ts'
import type { FileReader } from '../../kit/spec.ts'
import { wholeReader } from '../../kit/whole-reader.ts'
import { sectionRecord, valuesOf } from './makers.ts'
import type { Section } from './sections.ts'
import { blocksIn, messagesIn } from './text-blocks.ts'

const FRAME = passedOver('The file itself: what stands in it is read one by one.')

/** A reader of blocks of one section. */
export function blockReader(section: Section): FileReader<null> {
  return wholeReader({
    make: (bytes, { about, file }): readonly Outcome[] => {
      const base = (file.name.split('/').at(-1) ?? '').replace(/\.txt$/i, '')
      const records = blocksIn(withoutMark(bytes)).map(({ fields }) =>
        sectionRecord(section, valuesOf(inEnglish(section, fields)), [base], about),
      )
      return [FRAME, ...records]
    },
  })
}

/** A reader of conversations. */
export function conversationReader(): FileReader<null> {
  return wholeReader({
    make: (bytes, { about }): readonly Outcome[] => [
      FRAME,
      ...messagesIn(withoutMark(bytes)).map(({ conversation, date, from, content }) =>
        sectionRecord(
          'message',
          valuesOf([
            ['Date', date],
            ['From', from],
            ['Content', content],
          ]),
          [conversation],
          about,
        ),
      ),
    ],
  })
}

/** Labels are of the account's language; their order is the same in all. */
const ORDER: Readonly<Partial<Record<Section, readonly string[]>>> = {
  post: ['Date', 'Link'],
  'deleted-post': ['Date'],
  comment: ['Date', 'Comment', 'Photo', 'Url'],
  like: ['Date', 'Link'],
  favorite: ['Date', 'Link'],
  repost: ['Date', 'Link'],
}

type Fields = readonly (readonly [label: string, value: string])[]

function inEnglish(section: Section, fields: Fields): Fields {
  if (fields.some(([label]) => label === 'Date')) return fields
  return fields.map(([label, value], at) => [ORDER[section]?.[at] ?? label, value] as const)
}
