// The native file of a record: the exact source fragments of every released version, with where each was read.
import { createHash } from 'node:crypto'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import type { FieldValues } from '../../../../shared/packet/commitments.ts'
import { maskSecrets } from '../../../../shared/text/mask-secrets.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { fragmentsOf } from '../../vault/record/read.ts'
import type { Released, ReleasedVersion } from './released.ts'

/**
 * Writes a record's source as JSON. A fragment that is JSON stands in `source` byte for byte as the platform wrote it; any other
 * in `base64`. Where passwords, tokens, addresses of computers or devices are masked, `masked` says how many, and `sha256` is of what stands here.
 */
export function nativeFile(
  released: Released,
  source: readonly VersionSource[],
  committed: FieldValues | null,
): Buffer {
  const { label, account, record, earlier, newest } = released
  const head = {
    number: label,
    platform: account.platform,
    account: account.handle,
    kind: record.kind,
    nativeId: record.nativeId,
  }
  const fields = committed === null ? '' : `"fields":${JSON.stringify(committed)},\n`
  const parts: Uint8Array[] = [text(`{"record":${JSON.stringify(head)},${fields}"versions":[`)]
  for (const [place, { version }] of [...earlier, newest].entries()) {
    const facts = { version: version.number, contentSha256: version.digest }
    parts.push(text(`${place === 0 ? '' : ','}\n{${JSON.stringify(facts).slice(1, -1)},"fragments":[`))
    const { fragments, masked } = source[place] ?? { fragments: [], masked: 0 }
    for (const [part, { role, shown, count }] of fragments.entries()) {
      const sha256 = createHash('sha256').update(shown).digest('hex')
      const words = count === 0 ? '' : `"masked":${count},`
      parts.push(text(`${part === 0 ? '' : ','}\n{"role":${JSON.stringify(role)},${words}"sha256":"${sha256}",`))
      if (isJson(shown)) parts.push(text('"source":'), shown, text('}'))
      else parts.push(text(`"base64":"${Buffer.from(shown).toString('base64')}"}`))
    }
    const seen = version.observations.map(
      ({ packageName, member, pointer, start, length, digest, leaf, receivedAt, parser }) => ({
        package: packageName,
        file: member,
        pointer,
        start,
        length,
        // A digest of what is masked would let it be guessed.
        sha256: masked > 0 ? null : digest,
        leaf,
        received: new Date(receivedAt).toISOString(),
        parser,
      }),
    )
    parts.push(text(`],\n"seen":${JSON.stringify(seen)}}`))
  }
  parts.push(text(']}\n'))
  return Buffer.concat(parts)
}

/** The source of a version: its fragments as they are shown, with the digest of what was received, and how much is masked in them. */
export interface VersionSource {
  readonly version: number
  readonly fragments: readonly {
    readonly role: string
    readonly shown: Uint8Array
    readonly count: number
    readonly received: string
  }[]
  readonly masked: number
}

/** The source of every version that is told of. */
export function sourceOf(db: Driver, record: RecordDetail, versions: readonly ReleasedVersion[]): VersionSource[] {
  return versions.map(({ version }) => {
    const fragments = fragmentsOf(db, record.id, version.number).map(({ role, bytes }) => ({
      role,
      ...withoutMasked(bytes, version.text),
      received: createHash('sha256').update(bytes).digest('hex'),
    }))
    return { version: version.number, fragments, masked: fragments.reduce((sum, { count }) => sum + count, 0) }
  })
}

/** A fragment without passwords, tokens, addresses of computers and devices that the record itself does not say. */
function withoutMasked(bytes: Uint8Array, said: string): { readonly shown: Uint8Array; readonly count: number } {
  try {
    const { text: masked, count } = maskSecrets(utf8.decode(bytes), said)
    return { shown: count === 0 ? bytes : text(masked), count }
  } catch {
    return { shown: bytes, count: 0 }
  }
}

function text(value: string): Buffer {
  return Buffer.from(value, 'utf8')
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(utf8.decode(bytes))
    return true
  } catch {
    return false
  }
}
