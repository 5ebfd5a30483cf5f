// Podcasts: RSS 2.0 with iTunes and Podcasting 2.0, whatever its prefixes are declared as (docs/formats/podcast.md).
import { definePlatform } from '../../kit/define.ts'
import { childText } from '../../kit/markup.ts'
import { markupReader } from '../../kit/markup-reader.ts'
import { episodeOutcome } from './episode.ts'

export default definePlatform<null>({
  name: 'podcast',
  parser: 'podcast 1',
  title: 'Podcast feed',
  neverExported: [
    'A feed holds as many episodes as its host leaves in it, and changes without saying so.',
    'Sound files are not in a feed, only their addresses.',
  ],
  claim: ({ form, text }) => {
    if (form !== 'xml' || !/<rss[\s>]/.test(text) || /<wp:|xmlns:wp=/.test(text)) return null
    const sound = /<itunes:|<podcast:|<enclosure\s/.test(text)
    return { type: 'feed', weight: sound ? 0.85 : 0.55 }
  },
  about: async ({ peeks }) => {
    const text = peeks.find(({ form, text: one }) => form === 'xml' && /<rss[\s>]/.test(one))?.text ?? ''
    const channel = text.split(/<item[\s>]/, 1)[0] ?? ''
    const title = /<title>(?:<!\[CDATA\[)?([^<\]]*)/.exec(channel)?.[1]?.trim()
    return { layout: 'rss 2.0', ownerHandle: null, ownerNativeId: null, ownerName: title || null, generatedAt: null }
  },
  prepare: async () => null,
  readers: {
    feed: markupReader({
      xml: true,
      isItem: ({ name }) => name === 'item',
      make: (element, { ancestors }) => episodeOutcome(element, childText(ancestors.at(-1), 'title')),
    }),
  },
})
