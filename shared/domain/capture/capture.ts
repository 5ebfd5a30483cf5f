// Captures: what an account showed at a moment, as evidence; and what changed between two of them.
import { z } from 'zod'
import { isSecretName } from '../../text/secret-names.ts'
import { withoutKeys } from '../../text/secret-values.ts'
import { AccessionId, AccountId, CaptureId, Digest, JobId, PersonId } from '../id.ts'
import { MappingVersion } from '../intake/mapping.ts'
import { Instant, LocalDate, Zone } from '../time.ts'
import { CaptureLogin } from './login.ts'
import { CaptureTerms } from './terms.ts'

/** How a capture is made: `feed`, `page`, or `api/` and the name of an API, such as `api/mastodon`. */
export const CaptureWayName = z
  .string()
  .regex(/^(?:feed|page|api\/[a-z][a-z0-9-]{0,39})$/)
  .brand<'CaptureWayName'>()
export type CaptureWayName = z.infer<typeof CaptureWayName>

/** Bytes of one answer that a reader holds whole: a repository, a feed. JSON is read as it streams, however large it is. */
export const LARGEST_HELD = 256 << 20

/** Whether an address says who somebody is: then it must not be kept. */
function carriesSecret(address: string): boolean {
  const [, place = '', query = ''] = /^https?:\/\/([^/?#]*)[^?#]*\??([^#]*)/i.exec(address) ?? []
  const named = query.split('&').some((pair) => isSecretName(pair.split('=', 1)[0] ?? ''))
  return place.includes('@') || named || withoutKeys(address) !== address
}

/** What was asked for. Two captures of one scope can be compared, where they were shown the same by their log-ins (`sawAsTheSame`). */
export const CaptureScope = z.strictObject({
  /** Where it begins: the address of a feed, a page, or of the server that has the API. Holds no password. */
  address: z
    .url({ protocol: /^https?$/ })
    .max(4000)
    .refine((address) => !carriesSecret(address), {
      error:
        'holds a password or a key, which would be stored with it: leave it out, and give it as the log-in of the account',
    }),
  /** The way's own words for kinds of items (`posts`, `comments`, `media`); none for all that it gives. */
  kinds: z.array(z.string().min(1).max(60)).max(40).default([]),
  /** Days in the City's zone, both included; null for no bound. */
  from: LocalDate.nullable().default(null),
  to: LocalDate.nullable().default(null),
  /** Items or pages at most; null for as many as there are within the way's own bounds. */
  depth: z.int().positive().nullable().default(null),
  /** Whether pages are seen with the operator's log-in of this desk. */
  signedIn: z.boolean().default(false),
  /** Whether the source is a closed group or a private profile: then the attorney is named. */
  closed: z.boolean().default(false),
  /** Of `api/json`: by which mapping its answers are read. Another version may take other things for items, and is another scope. */
  mapping: MappingVersion.exactOptional(),
})
export type CaptureScope = z.infer<typeof CaptureScope>

/** A scope as it is stored: JSON that is the same for all that ask for the same, in whatever order they name fields and kinds. */
export function scopeText({ address, kinds, from, to, depth, signedIn, closed, mapping }: CaptureScope): string {
  const all = [...new Set(kinds)].sort()
  const read = mapping === undefined ? undefined : { name: mapping.name, version: mapping.version }
  // All that a scope has: what is left out here would not be stored.
  const said = { address, kinds: all, from, to, depth, signedIn, closed, mapping: read }
  return JSON.stringify(said satisfies Record<keyof CaptureScope, unknown>)
}

/** Whether two captures, or what was ordered, are of one scope: the same was asked for, in the same way, of the same account. */
export function isOfOneScope(one: Asked, other: Asked): boolean {
  return one.account === other.account && one.way === other.way && scopeText(one.scope) === scopeText(other.scope)
}

interface Asked {
  readonly account: AccountId
  readonly way: CaptureWayName
  readonly scope: CaptureScope
}

/** The end that the capture was to reach, and whether it did. Only one that was met lets a comparison say “no longer shown”. */
export const StopCondition = z.strictObject({
  /** In plain words: “every item that the feed holds”. */
  what: z.string().min(1).max(500),
  met: z.boolean(),
  /** Items older than this were not asked for or are not shown by nature (a feed holds its newest alone): out of range; null for none. */
  since: Instant.nullable(),
})
export type StopCondition = z.infer<typeof StopCondition>

/**
 * How it ended. `complete`: its stop condition was met. `unchanged`: the server said that nothing changed since an earlier capture.
 * `incomplete`: it holds what came. `lapsed`: a log-in is needed anew. `refused`: the server, its terms or a bound forbade it. `nothing`: no
 * answer at all, and so no accession.
 */
export const CaptureOutcome = z.enum(['complete', 'unchanged', 'incomplete', 'lapsed', 'refused', 'nothing'])
export type CaptureOutcome = z.infer<typeof CaptureOutcome>

/** A certificate as the server showed it. */
export const SeenCertificate = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  /** Of its DER form. */
  sha256: Digest,
  pem: z.string(),
})
export type SeenCertificate = z.infer<typeof SeenCertificate>

/** A server that answered. */
export const SeenServer = z.strictObject({
  host: z.string(),
  addresses: z.array(z.string()),
  protocol: z.string().nullable(),
  cipher: z.string().nullable(),
  /** The server's own first, then those that vouch for it. */
  certificates: z.array(SeenCertificate),
  /** Seconds by which its clock, as its answers told, was ahead of this computer's; null where it told none. */
  clockAhead: z.number().nullable(),
})
export type SeenServer = z.infer<typeof SeenServer>

/** What was met on the way: robots.txt, rate limits, bounds of the capture. */
export const MetLimit = z.strictObject({
  kind: z.enum(['robots', 'rate', 'bound', 'address', 'certificate', 'log-in']),
  at: Instant,
  sentence: z.string(),
})
export type MetLimit = z.infer<typeof MetLimit>

/** Everything that a capture says of itself, beside the bytes. It says “captured by this operator, these bytes, this time”, and no more. */
export const CaptureFacts = z.strictObject({
  way: CaptureWayName,
  scope: CaptureScope,
  /** As whom an interface was asked; null where nobody wrote it down, as in captures of earlier versions. */
  login: CaptureLogin.nullable().default(null),
  stop: StopCondition,
  outcome: CaptureOutcome,
  /** What happened, in plain words. */
  sentence: z.string(),
  startedAt: Instant,
  endedAt: Instant,
  operator: z.strictObject({ person: PersonId.nullable(), osUser: z.string(), machine: z.string() }),
  /** The zone of the City; what is known of this computer's clock stands with the servers. */
  zone: Zone,
  software: z.string(),
  /** The browser that loaded pages; null where none did. */
  browser: z.string().nullable(),
  counts: z.strictObject({
    exchanges: z.int().nonnegative(),
    bytes: z.int().nonnegative(),
    pages: z.int().nonnegative(),
    /** Answers that were cut off. */
    truncated: z.int().nonnegative(),
  }),
  servers: z.array(SeenServer),
  limits: z.array(MetLimit),
  /** Who of the City Attorney's allowed it, where the source is closed to the public. */
  attorney: z.string().nullable(),
  /** The platform's terms as they were shown to the operator before; null for ways that need none. */
  terms: CaptureTerms.nullable().default(null),
})
export type CaptureFacts = z.infer<typeof CaptureFacts>

/** A capture as listed. `running` until it ended; `facts` are null until then. */
export const Capture = z.strictObject({
  id: CaptureId,
  account: AccountId,
  job: JobId,
  way: CaptureWayName,
  scope: CaptureScope,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  by: PersonId.nullable(),
  state: z.enum(['running', 'ended', 'interrupted']),
  /** `dropped`: it was interrupted, and what it had fetched was thrown away by a person. Null until it ended. */
  outcome: z.enum([...CaptureOutcome.options, 'dropped']).nullable(),
  sentence: z.string(),
  stop: StopCondition.nullable(),
  /** As whom an interface was asked; null until it ended, and where nobody wrote it down. */
  login: CaptureLogin.nullable(),
  /** What it was received as; null where nothing was. */
  accession: AccessionId.nullable(),
  /** The capture whose items it confirms, where the server said that nothing changed. */
  sameAs: CaptureId.nullable(),
  /** Records that it saw. */
  items: z.int().nonnegative(),
})
export type Capture = z.infer<typeof Capture>
