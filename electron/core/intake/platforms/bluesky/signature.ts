// Owns verifying a repository's signature by the key that a DID document beside it names.
import { createPublicKey, ECDH, type KeyObject, verify } from 'node:crypto'
import { encode } from '@ipld/dag-cbor'
import { base58btc } from 'multiformats/bases/base58'
import { isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'
import type { Commit } from './repo.ts'

export type Signature = 'verified' | 'wrong' | 'not verified'

/** Whether a value is a DID document, of the given account where one is given. */
export function isDidDocument(value: unknown, did?: string): value is JsonObject {
  if (!isObject(value) || !('verificationMethod' in value || 'alsoKnownAs' in value)) return false
  const id = textOf(value.id)
  return id.startsWith('did:') && (did === undefined || id === did)
}

/** The name that a DID document gives the account, such as `alderbay.example`. */
export function handleOf(document: JsonObject): string | null {
  const names = Array.isArray(document.alsoKnownAs) ? document.alsoKnownAs : []
  const name = names.find((one): one is string => typeof one === 'string' && one.startsWith('at://'))
  return name === undefined ? null : name.slice('at://'.length)
}

/** `not verified` where the document names no key of a kind that is known here. */
export function signatureOf({ value }: Commit, document: JsonObject): Signature {
  const { sig, ...unsigned } = value
  const method = objectsOf(document.verificationMethod).find(({ id }) => textOf(id).endsWith('#atproto'))
  const key = keyOf(textOf(method?.publicKeyMultibase), textOf(method?.type))
  if (key === null || !(sig instanceof Uint8Array)) return 'not verified'
  try {
    const sound = verify('sha256', encode(unsigned), { key, dsaEncoding: 'ieee-p1363' }, sig)
    return sound ? 'verified' : 'wrong'
  } catch {
    return 'not verified'
  }
}

const CURVES = [
  { prefix: [0xe7, 0x01], name: 'secp256k1', jwk: 'secp256k1', type: 'EcdsaSecp256k1VerificationKey2019' },
  { prefix: [0x80, 0x24], name: 'prime256v1', jwk: 'P-256', type: 'EcdsaSecp256r1VerificationKey2019' },
] as const

/** A key in base58: with two bytes that name its curve, or, in older documents, named by its type. */
function keyOf(multibase: string, type: string): KeyObject | null {
  try {
    const bytes = Buffer.from(base58btc.decode(multibase))
    const curve = CURVES.find(
      ({ prefix, type: own }) => own === type || (bytes[0] === prefix[0] && bytes[1] === prefix[1]),
    )
    if (curve === undefined) return null
    const point = curve.type === type ? bytes : bytes.subarray(2)
    const whole = Buffer.from(ECDH.convertKey(point, curve.name, undefined, undefined, 'uncompressed'))
    const [x, y] = [whole.subarray(1, 33).toString('base64url'), whole.subarray(33).toString('base64url')]
    return createPublicKey({ key: { kty: 'EC', crv: curve.jwk, x, y }, format: 'jwk' })
  } catch {
    return null
  }
}
