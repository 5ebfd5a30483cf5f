// Owns what feeds are to the platforms that read them, and what is told of several in one package.
import type { Peek, Survey } from '../kit/peek.ts'
import type { About, Claim } from '../kit/spec.ts'
import { type FeedHead, feedHead, sameShow } from './head.ts'

/** A feed as a claim; snapshots of one feed are read by the time when they were made. */
export function claimFeed({ built }: FeedHead, weight: number): Claim {
  return { type: 'feed', weight, order: built ?? 0 }
}

/** The feeds of a package that a platform reads. */
export function feedsIn({ peeks }: Survey, isOwn: (head: FeedHead) => boolean): readonly (readonly [Peek, FeedHead])[] {
  return peeks.flatMap((peek) => {
    const head = feedHead(peek)
    return head !== null && isOwn(head) ? [[peek, head] as const] : []
  })
}

/** One feed of each show. */
export function showsOf(feeds: readonly (readonly [Peek, FeedHead])[]): readonly FeedHead[] {
  const shows: FeedHead[] = []
  for (const [, head] of feeds) if (!shows.some((one) => sameShow(one, head))) shows.push(head)
  return shows
}

type Findings = NonNullable<About['findings']>

/** What a clerk should know of a package's feeds before relying on them. */
export function feedFindings(feeds: readonly (readonly [Peek, FeedHead])[]): Findings {
  const addresses = new Set(feeds.map(([, { self }]) => self))
  const shows = showsOf(feeds)
  const several: Findings =
    shows.length < 2
      ? []
      : [
          {
            code: 'several-shows',
            file: null,
            sentence: `These are feeds of ${shows.length} shows, ${shows
              .slice(0, 3)
              .map(({ title }) => `“${title || 'untitled'}”`)
              .join(
                ', ',
              )}${shows.length > 3 ? ' and others' : ''}. They go into one account; import each show by itself if each has an account.`,
          },
        ]
  return [
    ...several,
    ...feeds.flatMap(([{ name }, head]): Findings => {
      const alike = feeds.filter(([, other]) => sameShow(head, other))
      const more = head.next !== '' && !addresses.has(head.next)
      return [
        ...(more
          ? [
              {
                code: 'feed-continues',
                file: name,
                sentence: `This feed goes on at ${head.next}, which is not in the package: older episodes stand there. Save that page too and import it.`,
              },
            ]
          : []),
        ...(head.movedTo !== '' && head.movedTo !== head.self
          ? [
              {
                code: 'feed-moved',
                file: name,
                sentence: `This feed says that it moved to ${head.movedTo}: what was published since stands there.`,
              },
            ]
          : []),
        ...(alike.length > 1 && head.built === null
          ? [
              {
                code: 'snapshot-undated',
                file: name,
                sentence:
                  'This is one of several copies of a feed and does not say when it was made: it was read before those that do.',
              },
            ]
          : []),
      ]
    }),
  ]
}

/** What the feeds of a package say together: forms, and when the newest was made. */
export function feedLayout(feeds: readonly (readonly [Peek, FeedHead])[]): Pick<About, 'layout' | 'generatedAt'> {
  const times = feeds.flatMap(([, { built }]) => (built === null ? [] : [built]))
  return {
    layout: [...new Set(feeds.map(([, { form }]) => form))].join(', ') || 'feed',
    generatedAt: times.length === 0 ? null : Math.max(...times),
  }
}
