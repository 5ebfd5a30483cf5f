// Podcasts: feeds by RSS 2.0, RSS 1.0 and Atom with iTunes and Podcasting 2.0, whatever their prefixes are bound to (docs/formats/podcast.md).
import { type Beside, besideOf, chaptersReader, claimBeside, transcriptReader } from '../../feed/beside.ts'
import { claimFeed, feedFindings, feedLayout, feedsIn, showsOf } from '../../feed/claim.ts'
import { feedHead } from '../../feed/head.ts'
import { feedReader } from '../../feed/reader.ts'
import { definePlatform } from '../../kit/define.ts'

interface PodcastState {
  /** Whether the package holds more than one show: a short guid then says too little. */
  readonly several: boolean
  readonly beside: Beside
}

/** A guid that nobody else gives out: an address, a name of a scheme, or something long. */
const isOfItsOwn = (guid: string) => /^[a-z][\w+.-]*:/i.test(guid) || guid.length >= 20

const idIn = (several: boolean) => (guid: string, show: string) =>
  several && !isOfItsOwn(guid) ? `${guid} in ${show}` : guid

export default definePlatform<PodcastState>({
  name: 'podcast',
  parser: 'podcast 2',
  title: 'Podcast feed',
  texts: { how: 'lines', composed: ['file'] },
  neverExported: [
    'A feed holds as many episodes as its host leaves in it, and changes without saying so.',
    'Sound files are not in a feed, only their addresses: those that lie beside it are kept with their episodes.',
  ],
  claim: (peek) => {
    const head = feedHead(peek)
    if (head === null) return claimBeside(peek)
    // SoundCloud's feeds are read as SoundCloud's, unless the clerk says otherwise.
    return claimFeed(head, head.isSoundCloud ? 0 : head.sounds ? 0.85 : 0.55)
  },
  about: async (survey) => {
    const feeds = feedsIn(survey, () => true)
    const [show] = showsOf(feeds)
    return {
      ...feedLayout(feeds),
      ownerHandle: null,
      ownerNativeId: null,
      ownerName: show?.title || show?.owner || null,
      findings: feedFindings(feeds),
    }
  },
  prepare: async (survey, _claims, signal) => {
    const several = showsOf(feedsIn(survey, () => true)).length > 1
    return { several, beside: await besideOf(survey, idIn(several), signal) }
  },
  readers: {
    feed: feedReader(({ state }) => ({
      idOf: idIn(state.several),
      filesOf: () => [],
      feedIdOf: () => null,
    })),
    transcript: transcriptReader(({ beside }) => beside),
    chapters: chaptersReader(({ beside }) => beside),
  },
})
