// What an API says of itself to the engine: where it begins, what to ask after each answer, how it refuses. Pure: the engine alone asks and waits.
import type { z } from 'zod'
import type { Exchange, Fields } from '../exchange.ts'

/** One thing to ask. Holds no secret: the engine adds what says who asks. */
export interface Ask {
  readonly url: string
  /** The list that it is a page of, such as `posts` or `answers to 12`: a list ends where no answer names a further page of it. */
  readonly list: string
  /** The captured reader that reads the answer; null for pictures and films. */
  readonly reader: string | null
  /** Whether the capture is incomplete without it; a picture that is gone is only told. */
  readonly essential: boolean
  readonly accept?: string
  /** A form or JSON to post; its type stands in `headers`. */
  readonly body?: string
  readonly headers?: Fields
  /** What the answer alone does not say. */
  readonly about?: Readonly<Record<string, string>>
  /** Lists that are counted off by number shift while somebody deletes: the same without words, by which that is noticed. */
  readonly check?: string
}

/** What is known of the account and of what was asked for. */
export interface ApiOrder {
  /** Where the operator said that it begins, without a slash at its end. */
  readonly address: string
  readonly handle: string
  readonly nativeId: string | null
  /** Whether a kind of item is wanted. */
  readonly wants: (kind: string) => boolean
  /** ms since 1970 UTC; null for no bound. */
  readonly from: number | null
  readonly to: number | null
  /** Items at most; null for no bound. The engine counts them off; a way that looks them through for something else does, too. */
  readonly depth: number | null
  /** Whether the capture was given a log-in. */
  readonly known: boolean
  /** Whether it was given that part of a log-in. */
  readonly has: (part: string) => boolean
}

export interface Answer {
  readonly ask: Ask
  readonly status: number
  readonly head: (name: string) => string
  /** Undefined where the answer is no JSON. */
  readonly json: unknown
}

/** What an answer leads to. */
export interface Following {
  /** Asked next, before what already waits. */
  readonly asks: readonly Ask[]
  /** The numbers of the items on this page: a list that gives none but known ones goes in a ring. */
  readonly ids: readonly string[]
  /** Whether these items are another list's, which is looked through for what belongs to them: they are not counted. */
  readonly aside?: boolean
  /** The answer itself says that there is more than it gives, or gives nothing that can be understood: why, in a sentence. */
  readonly cut?: string
}

/** How an API refused. `rate`: later it may answer. `gone`: there is no such thing, which ends a list that had not begun, or that is counted off. */
export interface Trouble {
  readonly is: 'log-in' | 'rate' | 'gone' | 'refused' | 'status'
  readonly sentence: string
}

export interface Authorised {
  readonly url: string
  readonly headers: Fields
}

export interface Api {
  /** As in the name of its way, `api/<name>`. */
  readonly name: string
  readonly title: string
  /** The end that it is to reach, in plain words. */
  readonly goal: string
  readonly begin: (order: ApiOrder) => readonly Ask[]
  readonly follow: (answer: Answer, order: ApiOrder) => Following
  /** What the API itself says is wrong, where it says it in its own way; null where nothing is. */
  readonly trouble?: (answer: Answer) => Trouble | null
  /** Adds what says who asks. */
  readonly authorise?: (ask: Ask, secret: (name: string) => string | null) => Authorised
  /** Signs in before anything is asked; nothing of it is stored. Throws `ApiRefusal`. */
  readonly signIn?: (door: SignInDoor) => Promise<Fields>
}

export interface SignInDoor {
  readonly address: string
  readonly secret: (name: string) => string | null
  /** Asks, and keeps nothing of it. Null where no answer came. */
  readonly ask: (url: string, headers: Fields, form: string | null) => Promise<Exchange | null>
  readonly learn: (secret: string) => void
}

/** What an API refused for good, as a sentence. */
export class ApiRefusal extends Error {
  readonly is: Trouble['is']
  constructor(is: Trouble['is'], sentence: string) {
    super(sentence)
    this.is = is
  }
}

/** The list of what leads to everything else: without it nothing can be captured. */
export const ACCOUNT = 'the account'

/** A page that leads nowhere. */
export const NOTHING: Following = { asks: [], ids: [] }

/** An answer that is none of the interface's. */
const STRANGE: Following = {
  ...NOTHING,
  cut: 'One answer is not what this interface answers with; it is kept as it came.',
}

/** Follows an answer that has the form that the interface's reference gives it. @param lead what such an answer leads to */
export function followed<Schema extends z.ZodType>(
  { json }: Answer,
  schema: Schema,
  lead: (value: z.output<Schema>) => Following,
): Following {
  const parsed = schema.safeParse(json)
  return parsed.success ? lead(parsed.data) : STRANGE
}

/** An address with members of its query set; those that are null are left out. */
export function asking(address: string, query: Readonly<Record<string, string | number | null>>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(query)) if (value !== null) url.searchParams.set(name, String(value))
  return url.href
}

/** What follows a page by an address that its answer gives. */
export type Onward = { readonly asks: readonly Ask[] } | { readonly cut: string }

/**
 * The next page of a list at the address that an answer names. A page at another server is not asked for, and is no end: the list is cut off.
 * @param named what the answer names; null where it says that there is none
 */
export function onward(from: Ask, named: unknown): Onward {
  if (named === null || named === undefined) return { asks: [] }
  const here = new URL(from.url)
  const next = typeof named === 'string' && named !== '' ? URL.parse(named, from.url) : null
  if (next === null) return { cut: `What the answer names as the next page of ${from.list} is no address.` }
  // Behind a server that does the encrypting, programs think that they are asked without.
  if (here.protocol === 'https:' && next.protocol === 'http:' && next.hostname === here.hostname && next.port === '') {
    next.protocol = 'https:'
    next.port = here.port
  }
  if (next.origin !== here.origin)
    return { cut: `The next page of ${from.list} is said to be at another server (${next.host}), which was not asked.` }
  return next.href === here.href
    ? { cut: `The answer names itself as the page of ${from.list} that comes after it.` }
    : { asks: [{ ...from, url: next.href, ...(from.check === undefined ? {} : { check: next.href }) }] }
}

/** What an answer leads to, with the page that follows it. */
export function withNext(inside: readonly Ask[], next: Onward): Pick<Following, 'asks' | 'cut'> {
  return 'cut' in next ? { asks: inside, cut: next.cut } : { asks: [...inside, ...next.asks] }
}

/** A picture, film or file that an item shows. */
export function fileAsk(url: string): readonly Ask[] {
  return /^https?:\/\//i.test(url) ? [{ url, list: `file ${url}`, reader: null, essential: false }] : []
}
