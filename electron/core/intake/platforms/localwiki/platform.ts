// LocalWiki: answers of its API, versions 1 and 4, and the export of Sycamore, which went before it (docs/formats/localwiki.md).
import { definePlatform } from '../../kit/define.ts'
import { filesInside } from '../../kit/files-inside.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import { markupReader } from '../../kit/markup-reader.ts'
import { oldestFirst } from '../../kit/oldest-first.ts'
import type { FileReader } from '../../kit/spec.ts'
import { aboutWiki } from './about.ts'
import { claimFile } from './claim.ts'
import { isList } from './list.ts'
import { shapeOf } from './shape.ts'
import { type WikiState, wikiState } from './state.ts'
import { isSycamoreItem, settlePage, sycamoreOutcome } from './sycamore.ts'
import { thingOutcome } from './thing.ts'

const things: FileReader<WikiState> = jsonReader({
  lists: isList,
  make: (value, _place, reading) => thingOutcome(value, reading),
  // An answer about one thing alone is that thing.
  rest: (envelope, reading) => (shapeOf(envelope) === null ? [] : [thingOutcome(envelope, reading)]),
})
const history = oldestFirst(things, { until: 'file' })

export default definePlatform<WikiState>({
  name: 'localwiki',
  parser: 'localwiki 2',
  title: 'LocalWiki',
  texts: { how: 'lines', composed: ['other'] },
  neverExported: [
    'The API gives no times for pages as they stand, only for the entries of their histories; it writes times without a zone.',
    'Pictures and files come apart from the API’s answers; a Sycamore export holds them inside.',
    'A Sycamore export leaves out what the person who made it was not allowed to read.',
  ],
  claim: claimFile,
  about: async ({ peeks }, claims) => aboutWiki(peeks, claims),
  prepare: wikiState,
  embedded: (survey, claims, signal) =>
    filesInside(
      survey,
      claims,
      'sycamore',
      { isFile: ({ name }) => name === 'file', nameOf: ({ attribs }) => attribs.name ?? '' },
      signal,
    ),
  readers: {
    pages: things,
    files: things,
    maps: things,
    redirects: things,
    tags: things,
    'tags of pages': things,
    'pages history': history,
    'files history': history,
    'maps history': history,
    'redirects history': history,
    'tags history': history,
    'tags of pages history': history,
    sycamore: oldestFirst(
      markupReader({
        xml: true,
        isItem: isSycamoreItem,
        make: (element, { ancestors }) => sycamoreOutcome(element, ancestors),
      }),
      { until: 'record', settle: settlePage },
    ),
  },
})
