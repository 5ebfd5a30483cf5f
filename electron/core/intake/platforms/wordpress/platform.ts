// WordPress: WXR files of all versions, well-formed or not (docs/formats/wordpress.md).
import { definePlatform } from '../../kit/define.ts'
import { markupReader } from '../../kit/markup-reader.ts'
import { type Library, siteLibrary } from './attachments.ts'
import { itemOutcomes } from './item.ts'

export default definePlatform<Library>({
  name: 'wordpress',
  parser: 'wordpress 2',
  title: 'WordPress',
  texts: { how: 'lines' },
  neverExported: ['A WXR file holds no earlier revisions, and of media the addresses only.'],
  itemAt: ({ searchParams }) => {
    const id = searchParams.get('p') ?? searchParams.get('page_id') ?? ''
    return /^\d+$/.test(id) ? { id, kinds: ['post', 'article', 'page'] } : null
  },
  claim: ({ form, text }) =>
    form === 'xml' && /<wp:wxr_version>|xmlns:wp=/.test(text) ? { type: 'wxr', weight: 0.97 } : null,
  about: async ({ peeks }) => {
    const text = peeks.find(({ form, text: one }) => form === 'xml' && /xmlns:wp=|<wp:/.test(one))?.text ?? ''
    const tag = (name: string) => new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([^<\\]]*)`).exec(text)?.[1]?.trim() || null
    return {
      layout: `wxr ${tag('wp:wxr_version') ?? 'unknown'}`,
      ownerHandle: null,
      ownerNativeId: tag('wp:base_blog_url') ?? tag('wp:base_site_url'),
      ownerName: tag('title'),
      generatedAt: madeAt(text),
    }
  },
  prepare: siteLibrary,
  readers: {
    wxr: markupReader({
      xml: true,
      isItem: ({ name }, ancestors) => name === 'item' && ancestors.at(-1)?.name === 'channel',
      make: (element, _place, { state, media, about }) =>
        itemOutcomes(element, { library: state, media, host: hostOf(about.ownerNativeId) }),
    }),
  },
})

function hostOf(address: string | null): string {
  return /^https?:\/\/([^/?#]+)/i.exec(address ?? '')?.[1]?.toLowerCase() ?? ''
}

/** When WordPress wrote the file (formats.md §0.1): the channel’s own date, which stands before the first item. */
function madeAt(text: string): number | null {
  const [channel = ''] = text.split(/<item[\s>]/, 1)
  const said = /<pubDate>\s*([^<]*(?:GMT|UTC|[+-]\d{4}))\s*<\/pubDate>/.exec(channel)?.[1]
  const at = said === undefined ? Number.NaN : Date.parse(said)
  return Number.isNaN(at) || at < 0 ? null : at
}
