// Owns what a package lists as its pages where no browser showed any: the answers that can be read, so that programs which open its list find them.
import { z } from 'zod'

/** A page of a package's list. */
export interface ListedAnswer {
  readonly url: string
  readonly at: number
  readonly title: string
  readonly text: null
}

const Line = z.object({
  url: z.string().regex(/^https?:/),
  mime: z.string().regex(/json|xml|html|^text\//i),
  status: z.string().regex(/^2\d\d$/),
  method: z.undefined().optional(),
  offset: z.coerce.number(),
})
/** The index has the rest. */
const MOST = 1000

/**
 * The answers of success to what was asked by address alone, each once, in the order in which they came.
 * @param lines of the package's index @param named what the capture was to reach: listed by itself where nothing can be read
 */
export function answeredPages(
  lines: readonly string[],
  named: { readonly url: string; readonly at: number; readonly title: string },
): readonly ListedAnswer[] {
  const answers = lines.flatMap((line) => {
    const [, stamp = ''] = line.split(' ', 2)
    const found = Line.safeParse(JSON.parse(line.slice(line.indexOf('{')))).data
    return found === undefined ? [] : [{ ...found, at: instantOf(stamp) }]
  })
  const inOrder = answers.toSorted((one, other) => one.offset - other.offset)
  const listed = new Map<string, ListedAnswer>()
  for (const { url, at } of inOrder) {
    if (listed.size >= MOST) break
    if (!listed.has(url)) listed.set(url, { url, at, title: '', text: null })
  }
  const [first = { ...named, text: null }, ...others] = listed.values()
  // What programs open first is called what the capture is called.
  return [{ ...first, title: named.title }, ...others]
}

/** Of fourteen digits, UTC. */
function instantOf(stamp: string): number {
  return Date.parse(stamp.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z'))
}
