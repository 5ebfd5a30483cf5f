// Has ReplayWeb.page open a package: its list must be the package's, every digest that it checks right, and each page must come as it was captured, from the
// package alone.
import type { ReadWacz, WaczAnswer } from '../../support/wacz.ts'
import type { ReplayHost } from './replay-host.ts'
import { openedPage } from './replay-page.ts'
import { digestsOf, listedBy, type ReplayWindow } from './replay-window.ts'

export interface Replayed {
  readonly pages: number
  /** Listed pages that no server answered with success: there is nothing to be shown. */
  readonly unanswered: number
  readonly pictures: number
  /** Digests of the package, its parts and its records that were checked and are right. */
  readonly digests: number
  readonly faults: readonly string[]
}

/** Pages of one package that are opened: its first ones. */
const MOST_PAGES = 3
const MOST_REDIRECTS = 10

/** Opens it and as many of its pages as are asked for. */
export async function replayPackage(
  window: ReplayWindow,
  host: ReplayHost,
  wacz: string,
  read: ReadWacz,
): Promise<Replayed> {
  const faults: string[] = []
  const ends = read.pages.map((page) => ({ page, end: endOf(page.url, read.answers) }))
  const offered = ends.flatMap(({ page, end }) => (end === null ? [] : [{ page, end }]))
  let [pages, pictures, digests] = [0, 0, 0]
  try {
    const whole = host.shows(wacz, null)
    const listed = await listedBy(window, whole)
    const [told, own] = [listed, read.pages].map((list) =>
      list
        .map(({ url }) => url)
        .sort()
        .join(' '),
    )
    if (told !== own) faults.push(`it lists ${told} in place of ${own}`)
    for (const { page, end } of offered.slice(0, MOST_PAGES)) {
      pages += 1
      const showing = host.shows(wacz, { url: page.url, stamp: page.at.replace(/\D/g, '').slice(0, 14) })
      const found = await openedPage(window, showing, page, end, read.answers)
      pictures += found.pictures
      for (const fault of found.faults) faults.push(`${page.url} ${fault}`)
    }
    const { right, wrong } = await digestsOf(window, whole)
    for (const what of wrong) faults.push(`it finds the digest of ${what} wrong`)
    if (right === 0) faults.push('it found no digest right')
    digests += right
  } catch (error) {
    faults.push(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error))
  }
  for (const address of await window.escaped()) faults.push(`asked for ${address}`)
  return { pages, unanswered: ends.length - offered.length, pictures, digests, faults }
}

/** The answers of success that an address leads to, by redirects where there are any; null where there is none. */
function endOf(address: string, answers: readonly WaczAnswer[]): readonly WaczAnswer[] | null {
  let at = plain(address)
  for (let nth = 0; nth <= MOST_REDIRECTS; nth++) {
    const here = answers.filter(({ url }) => plain(url) === at)
    const good = here.filter(({ status }) => status >= 200 && status < 300)
    if (good.length > 0) return good
    const on = here.find(({ status }) => status >= 300 && status < 400)?.field('location') ?? ''
    const next = on === '' ? null : URL.parse(on, at)
    if (next === null) return null
    at = plain(next.href)
  }
  return null
}

/** An address as an index names it. */
function plain(address: string): string {
  return (URL.parse(address)?.href ?? address).replace(/#.*$/s, '')
}
