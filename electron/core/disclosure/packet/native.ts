// The native file of a record: the exact source fragments of every released version, with where each was read.
import { createHash } from 'node:crypto'
import type { Driver } from '../../vault/catalog/driver.ts'
import { fragmentsOf } from '../../vault/record/read.ts'
import type { Released } from './released.ts'

/**
 * Writes a record's source as JSON. A fragment that is JSON stands in `source` byte for byte as the platform wrote it; any other
 * in `base64`.
 */
export function nativeFile(db: Driver, released: Released): Buffer {
  const { label, account, record, earlier, newest } = released
  const head = {
    number: label,
    platform: account.platform,
    account: account.handle,
    kind: record.kind,
    nativeId: record.nativeId,
  }
  const parts: Uint8Array[] = [text(`{"record":${JSON.stringify(head)},"versions":[`)]
  for (const [place, { version }] of [...earlier, newest].entries()) {
    const facts = { version: version.number, contentSha256: version.digest }
    parts.push(text(`${place === 0 ? '' : ','}\n{${JSON.stringify(facts).slice(1, -1)},"fragments":[`))
    for (const [part, { role, bytes }] of fragmentsOf(db, record.id, version.number).entries()) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      parts.push(text(`${part === 0 ? '' : ','}\n{"role":${JSON.stringify(role)},"sha256":"${sha256}",`))
      if (isJson(bytes)) parts.push(text('"source":'), bytes, text('}'))
      else parts.push(text(`"base64":"${Buffer.from(bytes).toString('base64')}"}`))
    }
    const seen = version.observations.map(
      ({ packageName, member, pointer, start, length, digest, leaf, receivedAt, parser }) => ({
        package: packageName,
        file: member,
        pointer,
        start,
        length,
        sha256: digest,
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
