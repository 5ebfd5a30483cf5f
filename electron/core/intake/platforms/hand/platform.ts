// Items taken in by hand: a sheet with what a person wrote down, and the files that show it (docs/formats/hand.md).
import { HandSheet } from '../../hand-package.ts'
import { definePlatform } from '../../kit/define.ts'
import { failed } from '../../kit/draft.ts'
import { isObject } from '../../kit/value.ts'
import { wholeReader } from '../../kit/whole-reader.ts'
import { entryOutcome } from './entry-record.ts'
import { type Mail, readMails } from './mail.ts'

export default definePlatform<ReadonlyMap<string, Mail>>({
  name: 'hand',
  parser: 'hand 1',
  title: 'Entry by hand',
  neverExported: ['An entry by hand holds what a person saw and wrote down, and nothing else of the account.'],
  excerpt: true,
  claim: (peek) =>
    isObject(peek.json) && peek.json.form === 'entry by hand 1' ? { type: 'entry', weight: 0.99, claimed: 1 } : null,
  about: async () => ({
    layout: 'sheet',
    ownerHandle: null,
    ownerNativeId: null,
    ownerName: null,
    generatedAt: null,
  }),
  isMedia: () => true,
  prepare: (seen, _claims, signal) => readMails(seen.tree, signal),
  readers: {
    entry: wholeReader({
      make: (bytes, { state, media }) => {
        const sheet = HandSheet.safeParse(parsed(bytes))
        return sheet.success
          ? entryOutcome(sheet.data, state, media)
          : failed('entry-malformed', 'is not an entry that this version can read')
      },
    }),
  },
})

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
