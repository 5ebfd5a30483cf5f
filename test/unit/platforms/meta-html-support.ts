// The two networks of Meta as far as their HTML pages go, and records in short, for the tests of those pages.
import type { RecordDraft } from '../../../electron/core/intake/draft.ts'
import { definePlatform } from '../../../electron/core/intake/kit/define.ts'
import { metaHtmlClaim } from '../../../electron/core/intake/meta/html/claim.ts'
import type { Network } from '../../../electron/core/intake/meta/html/pages.ts'
import { metaHtmlReaders } from '../../../electron/core/intake/meta/html/readers.ts'

const platformOf = (network: Network) =>
  definePlatform<null>({
    name: network,
    parser: `${network} 0`,
    title: network,
    neverExported: [],
    claim: (peek) => metaHtmlClaim(peek, network),
    about: async () => ({ layout: 'html', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null }),
    prepare: async () => null,
    readers: metaHtmlReaders(),
  })
export const facebook = platformOf('facebook')
export const instagram = platformOf('instagram')
/** What of a record a reader of the page would look for. */
export function inShort({ kind, text, author, atSource, conversation, media, details }: RecordDraft) {
  return {
    kind,
    text,
    ...(author === '' ? {} : { author }),
    ...(conversation === null ? {} : { conversation }),
    at: atSource,
    ...(media.length === 0 ? {} : { media: media.flatMap(({ names }) => names) }),
    ...details,
  }
}
