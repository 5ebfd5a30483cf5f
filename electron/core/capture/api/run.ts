// Owns asking an API to its end: pages in turn, limits obeyed, log-ins that lapsed said in words, and an end that says whether all was reached.
import { CaptureWayName, LARGEST_HELD } from '../../../../shared/domain/capture/capture.ts'
import { Instant, LocalDate, startOfDay } from '../../../../shared/domain/time.ts'
import { parseLossless } from '../../json/lossless.ts'
import { type JsonOutline, outlineOf } from '../../json/outline-of.ts'
import { createReadStream } from '../../vault/cipher/streams.ts'
import { type Exchange, type Fields, fieldOf } from '../exchange.ts'
import type { Problem } from '../problem.ts'
import type { CaptureContext, CaptureEnd, CaptureWay } from '../way.ts'
import {
  ACCOUNT,
  type Answer,
  type Api,
  type ApiOrder,
  ApiRefusal,
  type Ask,
  type Authorised,
  NOTHING,
  type Trouble,
} from './define.ts'
import { usedUp, waitUntilAllowed } from './rate.ts'
import { courseFrom, goneOnWith, type Step, stepsLeft } from './steps.ts'

/** What a capture waits in all because a server says that nothing is left. */
const MOST_WAIT = 20 * 60_000
/** From here on Meta is left alone for a while, in parts of a hundred. */
const NEARLY_USED = 95
const PAUSE = 5 * 60_000

/** The way of an API. */
export function apiWay(api: Api): CaptureWay {
  return {
    name: CaptureWayName.parse(`api/${api.name}`),
    title: api.title,
    capture: (context) => captureApi(api, context),
  }
}

/** How a capture that is under way must end. */
interface Ending {
  readonly outcome: CaptureEnd['outcome']
  readonly sentence: string
}

/** Captures by an interface. */
export async function* captureApi(api: Api, context: CaptureContext): AsyncGenerator<Exchange, CaptureEnd, undefined> {
  const order = orderOf(context)
  const stop = { what: api.goal, since: order.from === null ? null : Instant.parse(order.from) }
  const door = { context, waited: 0, signed: [] satisfies Fields as Fields }
  try {
    door.signed = (await api.signIn?.(signInDoor(context, order))) ?? []
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    const outcome = error.is === 'log-in' ? 'lapsed' : 'refused'
    return { stop: { ...stop, met: false }, outcome, sentence: error.message }
  }
  const course = courseFrom(api.begin(order))
  const left = stepsLeft(context.left)
  for (const step of left) course.take(step)
  door.waited = left.at(-1)?.waited ?? 0
  if (left.length > 0) context.limit(goneOnWith(left.length, context.now()))
  let ending = await leaveAlone(left.at(-1) ?? null, door)
  for (let ask = course.next(); ask !== undefined && ending === null; ask = course.next()) {
    context.signal.throwIfAborted()
    if (context.scope.depth !== null && course.items >= context.scope.depth) {
      course.cuts.push(`It was to hold no more than ${context.scope.depth} items.`)
      break
    }
    const { headers, url } = authorised(api, ask, context, door.signed)
    const body = ask.body === undefined ? null : Buffer.from(ask.body)
    const request = { url, method: body === null ? 'GET' : 'POST', body, reader: ask.reader }
    const own: Fields = [
      ...(ask.accept === undefined ? [] : [['Accept', ask.accept] as const]),
      ...(ask.headers ?? []),
      ...headers,
    ]
    const { exchanges, answer, problem } = await context.fetcher.fetch({ ...request, headers: own })
    // What lies in a file is gone once it is stored.
    const outline = answer === null ? null : await jsonIn(answer, context.signal)
    const read = answer === null || outline === null ? null : answerOf(ask, answer, outline)
    yield* exchanges
    const trouble = strayed(ask, url, headers, answer) ?? troubleOf(api, read, problem, order)
    ending = trouble === null ? null : endingOf(trouble, ask, problem, order, course.items)
    // What ends the capture is no place to go on from: it is asked again.
    if (ending !== null) break
    const step = stepOf(ask, read, trouble, api, order)
    const unread = step.following !== null && ask.reader !== null && outline?.is === 'large'
    const until = read === null || trouble !== null ? null : untilOf(read, context)
    const taken: Step = { ...step, unread, until, waited: door.waited }
    course.take(taken)
    await context.mark(taken)
    context.progress(course.items, null, 'items')
    if (course.next() !== undefined) ending = await leaveAlone(taken, door)
  }
  return endOf({ stop, lists: course.items, cuts: course.cuts, missed: course.missed, ending })
}

/** What an answer leads to. A page behind the last one is gone, and ends its list. */
function stepOf(ask: Ask, read: Answer | null, trouble: Trouble | null, api: Api, order: ApiOrder) {
  const ends = trouble?.is === 'gone' && ask.list !== ACCOUNT
  if (read === null || (trouble !== null && !ends)) return { ask, trouble, following: null }
  return { ask, trouble, following: trouble === null ? api.follow(read, order) : NOTHING }
}

/** How a trouble ends the capture; null where the rest is asked all the same. @param items those that were seen until now */
function endingOf(
  { is, sentence }: Trouble,
  ask: Ask,
  problem: Problem | null,
  order: ApiOrder,
  items: number,
): Ending | null {
  if (!ask.essential) return null
  if (problem?.code === 'log-in' && !order.known && items === 0)
    return { outcome: 'lapsed', sentence: `${sentence} No log-in is held for this account.` }
  if (is === 'log-in') return lapsed(sentence, order)
  if (is === 'rate' || problem?.code === 'bound') return incomplete(sentence)
  return is === 'gone' && ask.list === ACCOUNT ? { outcome: 'refused', sentence } : null
}

function orderOf({ account, scope, zone, secret }: CaptureContext): ApiOrder {
  const kinds = new Set(scope.kinds)
  const dayAfter = (day: string) => LocalDate.parse(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10))
  return {
    address: scope.address.replace(/[?#].*$/s, '').replace(/\/+$/, ''),
    handle: account.handle,
    nativeId: account.nativeId,
    wants: (kind) => kinds.size === 0 || kinds.has(kind),
    from: scope.from === null ? null : startOfDay(scope.from, zone),
    to: scope.to === null ? null : startOfDay(dayAfter(scope.to), zone) - 1,
    depth: scope.depth,
    has: (part) => secret(part) !== null,
    known: ['token', 'key', 'password'].some((name) => secret(name) !== null),
  }
}

/** Pictures, films and whatever else an answer leads to may lie at other servers: those are not told who asks. */
function authorised(api: Api, ask: Ask, { secret, scope }: CaptureContext, signed: Fields): Authorised {
  if (new URL(ask.url).origin !== new URL(scope.address).origin) return { url: ask.url, headers: [] }
  const { url, headers } = api.authorise?.(ask, secret) ?? { url: ask.url, headers: [] }
  return { url, headers: [...headers, ...signed] }
}

/** Sent on to another server, which is not told who asks, it shows what anybody sees: what it does not show is not gone. */
function strayed({ reader }: Ask, url: string, said: Fields, answer: Exchange | null): Trouble | null {
  if (answer === null || reader === null || said.length === 0) return null
  const [asked, other] = [new URL(url), new URL(answer.url)]
  if (asked.origin === other.origin) return null
  const sentence = `${asked.origin} sends on to ${other.origin}, which was not told who asks. Capture from that address.`
  return { is: 'refused', sentence }
}

function answerOf(ask: Ask, answer: Exchange, outline: JsonOutline): Answer {
  const json = outline.is === 'whole' ? outline.value : undefined
  return { ask, status: answer.status, head: (name) => fieldOf(answer.responseHeaders, name), json }
}

/** An answer’s JSON; of one that does not fit into memory its outline. What is no JSON is `large` where its reader could not hold it. */
async function jsonIn({ body, spooled, responseHeaders }: Exchange, signal: AbortSignal): Promise<JsonOutline> {
  const isJson = /json/i.test(fieldOf(responseHeaders, 'content-type'))
  if (spooled !== null)
    return isJson
      ? outlineOf(createReadStream(spooled.path), signal)
      : { is: spooled.size > LARGEST_HELD ? 'large' : 'broken' }
  if (!isJson) return { is: 'broken' }
  try {
    const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')
    return { is: 'whole', value: parseLossless(text) }
  } catch {
    return { is: 'broken' }
  }
}

const PROBLEMS: Readonly<Partial<Record<Problem['code'], Trouble['is']>>> = {
  'log-in': 'log-in',
  rate: 'rate',
  missing: 'gone',
}

/** What the API says itself comes before what its status says. */
function troubleOf(api: Api, read: Answer | null, problem: Problem | null, order: ApiOrder): Trouble | null {
  const said = read === null ? null : (api.trouble?.(read) ?? null)
  if (said !== null) return said
  if (problem === null) return null
  const is = PROBLEMS[problem.code] ?? 'status'
  return is === 'log-in' && !order.known
    ? { is: 'refused', sentence: problem.sentence }
    : { is, sentence: problem.sentence }
}

function lapsed(sentence: string, order: ApiOrder): Ending {
  return order.known
    ? {
        outcome: 'lapsed',
        sentence: `The log-in has lapsed, or may not see this any longer: ${sentence} Set it anew at the account, then capture again.`,
      }
    : { outcome: 'refused', sentence }
}

const incomplete = (sentence: string): Ending => ({ outcome: 'incomplete', sentence })

/** Until when the server wants to be left alone, ms since 1970 UTC; null where it does not say. */
function untilOf(read: Answer, { now }: CaptureContext): number | null {
  const used = usedUp(read.head)
  const asked = waitUntilAllowed(read.head, now()) ?? (used !== null && used >= NEARLY_USED ? PAUSE : null)
  return asked === null ? null : now() + asked
}

/** Waits where the server says that nothing is left; says so where that would be too long. */
async function leaveAlone(
  step: Step | null,
  door: { context: CaptureContext; waited: number },
): Promise<Ending | null> {
  const { context } = door
  const asked = step?.until == null ? 0 : step.until - context.now()
  if (step === null || asked <= 0) return null
  const host = new URL(step.ask.url).host
  const minutes = Math.max(1, Math.round(asked / 60_000))
  const kept = `${host} says that no more may be asked for ${minutes} minutes`
  if (door.waited + asked > MOST_WAIT) return incomplete(`${kept}, longer than a capture waits.`)
  door.waited += asked
  context.limit({ kind: 'rate', at: Instant.parse(context.now()), sentence: `${kept}, and the capture waited.` })
  await context.sleep(asked)
  return null
}

function signInDoor({ secret, fetcher, learn }: CaptureContext, { address }: ApiOrder) {
  return {
    address,
    secret,
    learn,
    ask: async (url: string, headers: Fields, form: string | null) => {
      const typed: Fields = [...headers, ['Content-Type', 'application/x-www-form-urlencoded']]
      const { answer } = await fetcher.fetch(
        form === null ? { url, headers } : { url, headers: typed, method: 'POST', body: Buffer.from(form) },
      )
      return answer
    },
  }
}

function endOf(found: {
  readonly stop: { readonly what: string; readonly since: Instant | null }
  readonly lists: number
  readonly cuts: readonly string[]
  readonly missed: readonly string[]
  readonly ending: Ending | null
}): CaptureEnd {
  const { stop, lists, cuts, missed, ending } = found
  const seen = `${lists} ${lists === 1 ? 'item was' : 'items were'} seen.`
  const beside =
    missed.length === 0 ? '' : ` ${missed.length} answers beside them did not come, one because: ${missed[0]}`
  if (ending !== null)
    return { stop: { ...stop, met: false }, outcome: ending.outcome, sentence: `${ending.sentence} ${seen}` }
  const why = [...new Set(cuts)].slice(0, 3).join(' ')
  if (why !== '') return { stop: { ...stop, met: false }, outcome: 'incomplete', sentence: `${why} ${seen}${beside}` }
  return { stop: { ...stop, met: true }, outcome: 'complete', sentence: `${seen}${beside}` }
}
