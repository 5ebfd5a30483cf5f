// What platforms' own terms say of capturing their pages by a program: shown before a capture of pages, and kept with it. Facts about others'
// words, each to be read at its address: they change without notice, and none was verified with the platform.
import { z } from 'zod'

export const CaptureTerms = z.strictObject({
  /** Names these words in this wording; what was shown is kept by it. */
  version: z.string(),
  /** Whose terms; null for a site of which nothing is known. */
  platform: z.string().nullable(),
  address: z.string().nullable(),
  /** In plain words, a sentence each. */
  says: z.array(z.string()),
})
export type CaptureTerms = z.infer<typeof CaptureTerms>

interface Known {
  readonly hosts: readonly string[]
  readonly terms: CaptureTerms
}

const WHOSE =
  'A capture shows the account’s own pages only, and only what the operator may see. Whether the City captures them all the same, for its own account and its duty to keep records, is for the City to decide, with its attorney.'
const EXPORT = 'Where the platform offers an export or an API for the account, that is the way it agrees to.'

const KNOWN: readonly Known[] = [
  {
    hosts: ['facebook.com'],
    terms: {
      version: 'facebook-1',
      platform: 'Facebook',
      address: 'https://www.facebook.com/legal/terms',
      says: ['Its terms forbid collecting data by automated means without its permission (3.2.3).', EXPORT, WHOSE],
    },
  },
  {
    hosts: ['instagram.com'],
    terms: {
      version: 'instagram-1',
      platform: 'Instagram',
      address: 'https://help.instagram.com/581066165581870',
      says: ['Its terms forbid collecting information in an automated way without its permission.', EXPORT, WHOSE],
    },
  },
  {
    hosts: ['x.com', 'twitter.com'],
    terms: {
      version: 'x-1',
      platform: 'X',
      address: 'https://x.com/en/tos',
      says: ['Its terms forbid crawling or scraping in any form without its written consent.', EXPORT, WHOSE],
    },
  },
  {
    hosts: ['nextdoor.com'],
    terms: {
      version: 'nextdoor-1',
      platform: 'Nextdoor',
      address: 'https://help.nextdoor.com/s/article/Nextdoor-Member-Agreement',
      says: [
        'Its member agreement forbids collecting content by automated means.',
        'What neighbors post is shown to members alone: the attorney is to be asked first.',
        EXPORT,
        WHOSE,
      ],
    },
  },
  {
    hosts: ['youtube.com'],
    terms: {
      version: 'youtube-1',
      platform: 'YouTube',
      address: 'https://www.youtube.com/t/terms',
      says: ['Its terms forbid access by automated means without its written permission.', EXPORT, WHOSE],
    },
  },
]

const ANY: CaptureTerms = {
  version: 'site-1',
  platform: null,
  address: null,
  says: ['Read the site’s own terms before you capture it: Muniment does not know them.', WHOSE],
}

/** What is shown before pages at an address are captured. */
export function termsFor(address: string): CaptureTerms {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase() ?? ''
  return KNOWN.find(({ hosts }) => hosts.some((own) => host === own || host.endsWith(`.${own}`)))?.terms ?? ANY
}
