// Owns carrying a capture out: everything that its way yields is stripped of secrets and stored, and the facts are gathered beside it.
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { CaptureFacts, CaptureOutcome, CaptureScope, MetLimit } from '../../../shared/domain/capture/capture.ts'
import { loginOf } from '../../../shared/domain/capture/login.ts'
import type { CaptureTerms } from '../../../shared/domain/capture/terms.ts'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { SavedMapping } from '../../../shared/domain/intake/mapping.ts'
import { Instant, type Zone } from '../../../shared/domain/time.ts'
import { mkdir, rm } from '../vault/cipher/fs-promises.ts'
import { MUNIMENT_VERSION } from '../vault/version.ts'
import { isPage } from './exchange.ts'
import { BOUNDS, type FetchBounds, fetcher } from './http.ts'
import { type Left, mark } from './journal.ts'
import { serverBook } from './servers.ts'
import type { Signer } from './sign.ts'
import { stripFile } from './strip-file.ts'
import { secretsIn, stripPage, strippedAddress, strippedText, stripSecrets } from './strip-secrets.ts'
import { waczWriter } from './wacz.ts'
import type { CaptureContext, CaptureEnd, CaptureWay } from './way.ts'

const SOFTWARE = `Muniment ${MUNIMENT_VERSION}`
const USER_AGENT = `Muniment/${MUNIMENT_VERSION} (records capture)`

export interface Recording
  extends Pick<
    CaptureContext,
    'account' | 'mapping' | 'pages' | 'scope' | 'earlier' | 'shownBefore' | 'secret' | 'signal' | 'now' | 'progress'
  > {
  readonly way: CaptureWay
  readonly zone: Zone
  readonly operator: PersonId | null
  readonly attorney: string | null
  readonly terms: CaptureTerms | null
  /** A folder in the vault's staging, empty but for what an earlier run left. */
  readonly folder: string
  readonly random: (bytes: number) => Uint8Array
  readonly signer: Signer | null
  /** What that run left; null where there is nothing to go on from. */
  readonly left: Left | null
  /** Secrets known from the beginning. */
  readonly secrets: readonly string[]
  readonly bounds?: Partial<FetchBounds>
  /** Certificates trusted beside the computer's own, PEM. */
  readonly ca?: readonly string[]
}

export interface Recorded {
  readonly facts: CaptureFacts
  /** The package; null where no answer came at all. */
  readonly path: string | null
  /** What servers called their answers, by address, for the next capture. */
  readonly validators: readonly { readonly address: string; readonly etag: string; readonly lastModified: string }[]
}

/** Captures. Throws errors of the disk, and the signal's reason where nothing had come; whatever else happens ends in `facts`. */
export async function recordCapture(recording: Recording): Promise<Recorded> {
  const { way, scope, folder, signal, now, random, left } = recording
  const login = loginOf(way.name, recording.secret)
  const startedAt = left?.startedAt ?? Instant.parse(now())
  const spool = join(folder, 'spool')
  // What an earlier run had begun to take in is not finished.
  await rm(spool, { recursive: true, force: true })
  await mkdir(spool, { recursive: true })
  const writer = await waczWriter({ folder, software: SOFTWARE, random, signer: recording.signer, left }, startedAt)
  // What its answers are read by belongs to it: later versions change nothing.
  if (recording.mapping !== null && left === null) await writer.resource(...mappingRecord(recording.mapping, startedAt))
  const limits: MetLimit[] = [...(left?.limits ?? [])]
  const servers = serverBook(left?.servers ?? [])
  const counts = { exchanges: 0, bytes: 0, pages: 0, truncated: 0, ...left?.counts }
  const validators: Recorded['validators'][number][] = []
  let marked = limits.length
  let marking = true
  let known = [...recording.secrets]
  let secrets = secretsIn(known)
  const limit = (met: MetLimit) => void limits.push(met)
  // Servers repeat in their errors what they were given.
  const stripped = (met: MetLimit): MetLimit => ({ ...met, sentence: strippedText(met.sentence, secrets) })
  const asked = fetcher({
    policy: { named: new URL(scope.address).origin, origins: null },
    bounds: { ...BOUNDS, ...recording.bounds },
    signal,
    now,
    sleep: (ms, own) => setTimeout(ms, undefined, { signal: own }),
    random: () => (random(1)[0] ?? 0) / 256,
    userAgent: USER_AGENT,
    spool,
    limit,
    ...(recording.ca === undefined ? {} : { ca: recording.ca }),
    ...(left === null ? {} : { spent: left.spent }),
  })
  let browser = left?.browser ?? null
  const seen = (name: string) => {
    browser = name
  }
  const pages = recording.pages === null ? null : { ...recording.pages, seen }
  const context: CaptureContext = {
    ...recording,
    pages,
    fetcher: asked,
    sleep: async (ms) => void (await setTimeout(ms, undefined, { signal })),
    limit,
    left: left?.steps ?? [],
    mark: async (step) => {
      const said = JSON.stringify(step)
      // A server may put what it was given into the address that comes next: from there on nothing is written down to go on from.
      marking &&= !secrets.some((secret) => said.includes(secret))
      if (!marking) return
      const met = limits.slice(marked)
      marked = limits.length
      const reached = { ...(await writer.reached()), startedAt, counts: { ...counts }, spent: asked.spent() }
      await mark(folder, { ...reached, limits: met.map(stripped), servers: servers.seen(), browser, login, step })
    },
    learn: (secret) => {
      known = [...known, secret]
      secrets = secretsIn(known)
    },
  }
  let end: CaptureEnd
  try {
    // Stopped, a way may still bring what it has to an end.
    const steps = way.capture(context)
    let step = await steps.next()
    for (; step.done !== true; step = await steps.next()) {
      const one = step.value
      if (isPage(one)) {
        counts.pages += 1
        await writer.page(stripPage(one, secrets))
        continue
      }
      const storable = stripSecrets(one, secrets)
      if (one.spooled !== null) await stripFile(one.spooled.path, secrets)
      servers.see(one)
      counts.exchanges += 1
      counts.bytes += one.spooled?.size ?? one.body.length
      if (one.truncated !== null) counts.truncated += 1
      await writer.exchange(storable)
      if (one.status === 200 && one.truncated === null && one.method === 'GET') {
        const [etag, lastModified] = [servers.field(one, 'etag'), servers.field(one, 'last-modified')]
        if (etag !== '' || lastModified !== '') validators.push({ address: storable.url, etag, lastModified })
      }
    }
    end = step.value
    if (counts.exchanges + counts.pages === 0) signal.throwIfAborted()
  } catch (error) {
    // What came before it was stopped is evidence, too.
    if (!signal.aborted || counts.exchanges === 0) throw error
    end = stopped(way, counts.exchanges)
  } finally {
    asked.close()
  }
  const outcome: CaptureOutcome = counts.exchanges + counts.pages === 0 ? 'nothing' : end.outcome
  const facts: CaptureFacts = {
    way: way.name,
    scope: strippedScope(scope, secrets),
    login,
    stop: { ...end.stop, what: strippedText(end.stop.what, secrets), met: end.stop.met && outcome !== 'nothing' },
    outcome,
    sentence: strippedText(end.sentence, secrets),
    startedAt,
    endedAt: Instant.parse(now()),
    operator: { person: recording.operator, osUser: userInfo().username, machine: hostname() },
    zone: recording.zone,
    software: SOFTWARE,
    browser,
    counts,
    servers: servers.seen(),
    limits: limits.map(stripped),
    attorney: recording.attorney,
    terms: recording.terms,
  }
  const confirming = validators.filter(({ address }) => end.unconfirmable !== true || address !== facts.scope.address)
  const title = `Capture of ${recording.account.handle} (${recording.account.platform})`
  return { facts, path: outcome === 'nothing' ? null : await writer.finish(facts, title), validators: confirming }
}

function mappingRecord(mapping: SavedMapping, at: number) {
  const address = `urn:mapping:${encodeURIComponent(mapping.name)}:${mapping.version}`
  return [address, 'application/json', Buffer.from(JSON.stringify(mapping)), at, 'mapped'] as const
}

function stopped({ title }: CaptureWay, exchanges: number): CaptureEnd {
  const came = `${exchanges} ${exchanges === 1 ? 'answer' : 'answers'}`
  return {
    stop: { what: `Everything that was asked for (${title})`, met: false, since: null },
    outcome: 'incomplete',
    sentence: `It was stopped. ${came} came until then; what came is kept.`,
  }
}

function strippedScope(scope: CaptureScope, secrets: readonly string[]): CaptureScope {
  return { ...scope, address: strippedAddress(scope.address, secrets) }
}
