// Medium: the export of an account, pages of HTML with microformats (docs/formats/medium.md).
import type { Element } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { definePlatform } from '../../kit/define.ts'
import { markupReader } from '../../kit/markup-reader.ts'
import type { FileReader, Reading } from '../../kit/spec.ts'
import { wholeReader } from '../../kit/whole-reader.ts'
import { aboutMedium } from './about.ts'
import { claimFile } from './claim.ts'
import { bookmarkOutcome, clapOutcome, highlightOutcome } from './item.ts'
import { postOutcome } from './post.ts'
import { aboutOutcome, listOutcome, profileOutcome, publicationOutcomes } from './rest.ts'
import { type MediumState, mediumState } from './state.ts'

const inList = (make: (item: Element, reading: Reading<MediumState>) => Outcome): FileReader<MediumState> =>
  markupReader({
    xml: false,
    isItem: ({ name }) => name === 'li',
    make: (item, _place, reading) => make(item, reading),
  })

export default definePlatform<MediumState>({
  name: 'medium',
  parser: 'medium 1',
  title: 'Medium',
  texts: { how: 'lines' },
  neverExported: [
    'Medium does not export what others wrote in response, who clapped, or how often a story was read.',
    'A response is exported without the story that it answers.',
    'Pictures are not in the export, only their addresses on Medium’s servers.',
    'Earlier wordings, deleted stories and private notes are not in the export.',
    'Medium gives no counts of what it exported: nothing can be compared with what was read.',
  ],
  claim: claimFile,
  about: aboutMedium,
  prepare: mediumState,
  readers: {
    posts: wholeReader({ make: postOutcome }),
    lists: wholeReader({ make: listOutcome }),
    profile: wholeReader({ make: profileOutcome }),
    about: wholeReader({ make: aboutOutcome }),
    publications: wholeReader({ make: publicationOutcomes }),
    claps: inList(clapOutcome),
    bookmarks: inList(bookmarkOutcome),
    highlights: inList(highlightOutcome),
  },
})
