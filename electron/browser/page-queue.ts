// Owns which page is next: pages that lead to others, shared out among several windows, each page once.

export interface PageQueue {
  /** The next page as soon as there is one; null once none is to be visited any more. */
  next(): Promise<string | null>
  /**
   * Says that a page which was given out is at its end.
   * @param links where it leads, without what stands behind `#` @returns those of them that are visited too and that nobody knew of before
   */
  done(links: readonly string[]): readonly string[]
  /** Gives out nothing until a wait is over. */
  hold(wait: Promise<unknown>): Promise<void>
  /** Gives out nothing any more. */
  close(): void
  /** Pages that are known, those that were visited before included. */
  known(): number
  /** Pages that are known and were not given out. */
  left(): number
}

export interface QueueOptions {
  readonly addresses: readonly string[]
  /** Pages that count as visited from the beginning. */
  readonly visited: readonly string[]
  /** Pages in all, those included. */
  readonly most: number
  /** Whether a page that others lead to is one to visit. */
  readonly wanted: (link: string) => boolean
}

/** Makes one. */
export function pageQueue({ addresses, visited, most, wanted }: QueueOptions): PageQueue {
  const queue = [...addresses]
  const known = new Set([...visited, ...addresses].map(withoutFragment))
  let given = visited.length
  let underWay = 0
  let holds = 0
  let closed = false
  let waiting: (() => void)[] = []
  const tell = () => {
    const told = waiting
    waiting = []
    for (const go of told) go()
  }
  return {
    async next() {
      for (;;) {
        if (closed || given >= most) return null
        if (holds === 0) {
          const address = queue.shift()
          if (address !== undefined) {
            given++
            underWay++
            return address
          }
          // What is under way may still lead on.
          if (underWay === 0) return null
        }
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
    done(links) {
      underWay--
      const fresh = links.filter((link) => !known.has(link) && wanted(link))
      for (const link of fresh) known.add(link)
      queue.push(...fresh)
      tell()
      return fresh
    },
    async hold(wait) {
      holds++
      await wait
      holds--
      tell()
    },
    close() {
      closed = true
      tell()
    },
    known: () => known.size,
    left: () => queue.length,
  }
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '')
}
