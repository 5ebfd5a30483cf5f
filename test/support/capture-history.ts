// Random histories on a real feed server: it posts, edits, hides, shows again and deletes between two captures, and knows what it did.
import type { Comparison, ItemChange } from '../../shared/domain/capture/comparison.ts'
import type { FeedServer, ServedItem } from './feed-server.ts'

interface Play {
  readonly city: FeedServer
  /** Captures the feed; returns the number of the capture. */
  readonly capture: () => Promise<number>
  readonly compare: (one: number, other: number) => Promise<Comparison>
  readonly seed: number
  readonly steps: number
}

interface Shown {
  readonly words: ReadonlyMap<string, string>
  /** The oldest that is shown; null where nothing is. */
  readonly oldest: number | null
}

const KINDS = [
  'new',
  'changed',
  'same',
  'gone',
  'hidden',
  'outOfRange',
  'notReached',
] as const satisfies readonly ItemChange[]

/** Plays histories one after another, each between two captures. Returns where a comparison says other than the server knows. */
export async function playHistories({ city, capture, compare, seed, steps }: Play): Promise<string[]> {
  const wrong: string[] = []
  const random = generator(seed)
  const below = (count: number) => Math.floor(random() * count)
  let made = 0
  const post = () => {
    made += 1
    const at = Date.UTC(2026, 0, 1) + made * 3_600_000
    city.items.push({
      id: `item-${seed}-${made}`,
      title: `Item ${made}`,
      words: 'As posted.',
      at,
      sound: null,
      hidden: false,
    })
  }
  for (let count = 0; count < 6; count++) post()
  let before = await capture()
  let shownBefore = shown(city)
  for (let step = 1; step <= steps; step++) {
    if (random() < 0.2) city.window = random() < 0.5 ? 1000 : 2 + below(8)
    for (let acts = below(6); acts > 0; acts--) act(city.items, below, random(), post, step)
    const after = await capture()
    const shownAfter = shown(city)
    const comparison = await compare(before, after)
    const told = new Map(
      KINDS.flatMap((kind) => comparison[kind].map((item) => [item.nativeId, { kind, record: item.kind }] as const)),
    )
    for (const [id, { kind, record }] of told) {
      if (record === 'profile') continue
      const truth = truthOf(id, shownBefore, shownAfter)
      if (kind !== truth) wrong.push(`seed ${seed}, step ${step}: ${id} is ${truth}, and was called ${kind}`)
      // Whatever else is said: what the server still has and shows beyond the feed's end is not gone.
      if (kind === 'gone' && city.items.some((item) => item.id === id && !item.hidden))
        wrong.push(`seed ${seed}, step ${step}: ${id} is there, and was called gone`)
    }
    for (const id of new Set([...shownBefore.words.keys(), ...shownAfter.words.keys()]))
      if (!told.has(id)) wrong.push(`seed ${seed}, step ${step}: ${id} is missing`)
    before = after
    shownBefore = shownAfter
  }
  return wrong
}

function act(items: ServedItem[], below: (count: number) => number, die: number, post: () => void, step: number): void {
  const item = items[below(items.length)]
  if (item === undefined || die < 0.3) post()
  else if (die < 0.55) item.words = `Edited in step ${step}, ${below(1_000_000)}.`
  else if (die < 0.7) item.hidden = true
  else if (die < 0.8) item.hidden = false
  else items.splice(items.indexOf(item), 1)
}

function shown({ items, window }: FeedServer): Shown {
  const list = items
    .filter(({ hidden }) => !hidden)
    .sort((one, other) => other.at - one.at)
    .slice(0, window)
  return { words: new Map(list.map(({ id, words }) => [id, words])), oldest: list.at(-1)?.at ?? null }
}

function truthOf(id: string, before: Shown, after: Shown): ItemChange {
  const at = Date.UTC(2026, 0, 1) + Number(id.split('-')[2]) * 3_600_000
  const within = (oldest: number | null) => oldest === null || at > oldest
  const [was, is] = [before.words.get(id), after.words.get(id)]
  if (was !== undefined && is !== undefined) return was === is ? 'same' : 'changed'
  if (was !== undefined) return within(after.oldest) ? 'gone' : 'outOfRange'
  return within(before.oldest) ? 'new' : 'outOfRange'
}

/** Mulberry32: small, seeded. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
