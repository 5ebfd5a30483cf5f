// Owns turning values of DAG-CBOR into plain JSON: links to blocks and bytes become texts, as the protocol writes them.
import { CID } from 'multiformats/cid'
import { isObject, type JsonObject } from '../../kit/value.ts'

const DEEPEST = 64

/** The value with links as `{"$link": …}` and bytes as `{"$bytes": …}`; what is nested deeper than any record is left out. */
function plain(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return null
  const cid = CID.asCID(value)
  if (cid !== null) return { $link: cid.toString() }
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') }
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map((one) => plain(one, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one, depth + 1)]))
}

/** The value as a plain object; null where it is none. */
export function plainObject(value: unknown): JsonObject | null {
  const made = plain(value)
  return isObject(made) ? made : null
}
