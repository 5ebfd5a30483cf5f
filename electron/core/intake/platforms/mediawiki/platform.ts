// MediaWiki: XML dumps of all versions of the schema, every revision a version of its page (docs/formats/mediawiki.md).
import { definePlatform } from '../../kit/define.ts'
import { filesInside } from '../../kit/files-inside.ts'
import { childText, parseMarkup } from '../../kit/markup.ts'
import { markupReader } from '../../kit/markup-reader.ts'
import { oldestFirst } from '../../kit/oldest-first.ts'
import { revisionOutcome } from './revision.ts'
import { logOutcome, uploadOutcome } from './upload.ts'

export default definePlatform<null>({
  name: 'mediawiki',
  parser: 'mediawiki 3',
  title: 'MediaWiki',
  texts: { how: 'lines' },
  neverExported: [
    'A dump holds pictures only where they were asked for; usually they come apart.',
    'Suppressed revisions keep their place and lose their words. A dump of the latest revisions holds no earlier ones.',
  ],
  claim: ({ form, text }) => (form === 'xml' && /<mediawiki[\s>]/.test(text) ? { type: 'dump', weight: 0.97 } : null),
  about: async ({ peeks }) => {
    const peek = peeks.find(({ text }) => /<mediawiki[\s>]/.test(text))
    const root = peek === undefined ? undefined : parseMarkup(peek.head, true)
    const wiki = root?.children.find((node) => 'name' in node && node.name === 'mediawiki')
    const site =
      wiki !== undefined && 'children' in wiki
        ? wiki.children.find((node) => 'name' in node && node.name === 'siteinfo')
        : undefined
    const element = site?.type === 'tag' ? site : undefined
    return {
      layout: /export-(0\.\d+)/.exec(peek?.text ?? '')?.[1] ?? 'unknown',
      ownerHandle: null,
      ownerNativeId: childText(element, 'base') || null,
      ownerName: childText(element, 'sitename') || null,
      generatedAt: null,
    }
  },
  prepare: async () => null,
  embedded: (survey, claims, signal) =>
    filesInside(survey, claims, 'dump', { isFile: ({ name }) => name === 'contents', nameOf: () => 'upload' }, signal),
  readers: {
    // Dumps give the earliest revision first; some tools that fetch histories give the latest first.
    dump: oldestFirst(
      markupReader({
        xml: true,
        isItem: ({ name }) => name === 'revision' || name === 'upload' || name === 'logitem',
        make: (element, { ancestors }, reading) => {
          if (element.name === 'logitem') return logOutcome(element)
          return element.name === 'upload'
            ? uploadOutcome(element, ancestors.at(-1), reading)
            : revisionOutcome(element, ancestors.at(-1), reading)
        },
      }),
      { until: 'record' },
    ),
  },
})
