// Owns carrying a capture out: everything that its way yields is stripped of secrets and stored, and the facts are gathered beside it.
import { mkdir } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { CaptureFacts, CaptureOutcome, CaptureScope, MetLimit } from '../../../shared/domain/capture.ts'
import type { CaptureTerms } from '../../../shared/domain/capture-terms.ts'
import type { PersonId } from '../../../shared/domain/id.ts'
import { Instant, type Zone } from '../../../shared/domain/time.ts'
import { MUNIMENT_VERSION } from '../vault/version.ts'
import { isPage } from './exchange.ts'
import { BOUNDS, type FetchBounds, fetcher } from './http.ts'
import { serverBook } from './servers.ts'
import type { Signer } from './sign.ts'
import { secretsIn, stripPage, strippedAddress, stripSecrets } from './strip-secrets.ts'
import { waczWriter } from './wacz.ts'
import type { CaptureContext, CaptureEnd, CaptureWay } from './way.ts'

const SOFTWARE = `Muniment ${MUNIMENT_VERSION}`
const USER_AGENT = `Muniment/${MUNIMENT_VERSION} (records capture)`

export interface Recording
  extends Pick<CaptureContext, 'account' | 'pages' | 'scope' | 'earlier' | 'secret' | 'signal' | 'now' | 'progress'> {
  readonly way: CaptureWay
  readonly zone: Zone
  readonly operator: PersonId | null
  readonly attorney: string | null
  readonly terms: CaptureTerms | null
  /** An empty folder in the vault's staging. */
  readonly folder: string
  readonly random: (bytes: number) => Uint8Array
  readonly signer: Signer | null
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

/** Captures. Throws the signal's reason and errors of the disk; whatever servers do ends in `facts`. */
export async function recordCapture(recording: Recording): Promise<Recorded> {
  const { way, scope, folder, signal, now, random } = recording
  const startedAt = Instant.parse(now())
  const spool = join(folder, 'spool')
  await mkdir(spool, { recursive: true })
  const writer = await waczWriter({ folder, software: SOFTWARE, random, signer: recording.signer }, startedAt)
  const limits: MetLimit[] = []
  const servers = serverBook()
  const counts = { exchanges: 0, bytes: 0, pages: 0, truncated: 0 }
  const validators: Recorded['validators'][number][] = []
  let known = [...recording.secrets]
  let secrets = secretsIn(known)
  const limit = (met: MetLimit) => void limits.push(met)
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
  })
  let browser: string | null = null
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
    learn: (secret) => {
      known = [...known, secret]
      secrets = secretsIn(known)
    },
  }
  let end: CaptureEnd
  try {
    const steps = way.capture(context)
    let step = await steps.next()
    for (; step.done !== true; step = await steps.next()) {
      const one = step.value
      signal.throwIfAborted()
      if (isPage(one)) {
        counts.pages += 1
        await writer.page(stripPage(one, secrets))
        continue
      }
      const stripped = stripSecrets(one, secrets)
      servers.see(one)
      counts.exchanges += 1
      counts.bytes += one.spooled?.size ?? one.body.length
      if (one.truncated !== null) counts.truncated += 1
      await writer.exchange(stripped)
      if (one.status === 200 && one.truncated === null && one.method === 'GET') {
        const [etag, lastModified] = [servers.field(one, 'etag'), servers.field(one, 'last-modified')]
        if (etag !== '' || lastModified !== '') validators.push({ address: stripped.url, etag, lastModified })
      }
    }
    end = step.value
  } finally {
    asked.close()
  }
  const outcome: CaptureOutcome = counts.exchanges + counts.pages === 0 ? 'nothing' : end.outcome
  const facts: CaptureFacts = {
    way: way.name,
    scope: strippedScope(scope, secrets),
    stop: { ...end.stop, met: end.stop.met && outcome !== 'nothing' },
    outcome,
    sentence: end.sentence,
    startedAt,
    endedAt: Instant.parse(now()),
    operator: { person: recording.operator, osUser: userInfo().username, machine: hostname() },
    zone: recording.zone,
    software: SOFTWARE,
    browser,
    counts,
    servers: servers.seen(),
    limits,
    attorney: recording.attorney,
    terms: recording.terms,
  }
  const title = `Capture of ${recording.account.handle} (${recording.account.platform})`
  return { facts, path: outcome === 'nothing' ? null : await writer.finish(facts, title), validators }
}

function strippedScope(scope: CaptureScope, secrets: readonly string[]): CaptureScope {
  return { ...scope, address: strippedAddress(scope.address, secrets) }
}
