// Owns verifying a repository's signature by the key that a DID document names.
import {
  formatDidKey,
  multibaseToBytes,
  P256_JWT_ALG,
  parseMultikey,
  SECP256K1_JWT_ALG,
  verifySignature,
} from '@atproto/crypto'
import { encode } from '@ipld/dag-cbor'
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

/**
 * Whether a commit is signed by a document's key, as https://atproto.com/specs/cryptography has it: by the protocol's own library, because the
 * app's OpenSSL does not have the curve that most accounts use. `not verified` where the document names no key of a kind that is known.
 */
export async function signatureOf({ value }: Commit, document: JsonObject): Promise<Signature> {
  const { sig, ...unsigned } = value
  const key = keyOf(document)
  if (key === null || !(sig instanceof Uint8Array)) return 'not verified'
  try {
    return (await verifySignature(key, encode(unsigned), sig)) ? 'verified' : 'wrong'
  } catch {
    // Of another length or form than a signature has.
    return 'wrong'
  }
}

/** Older documents name a key's curve by its type, and not in its bytes. */
const BY_TYPE: Readonly<Record<string, string>> = {
  EcdsaSecp256k1VerificationKey2019: SECP256K1_JWT_ALG,
  EcdsaSecp256r1VerificationKey2019: P256_JWT_ALG,
}

/** The key that signs the account's commits, as a `did:key`; null where the document names none that is known. */
export function keyOf(document: JsonObject): string | null {
  const method = objectsOf(document.verificationMethod).find(({ id }) => textOf(id).endsWith('#atproto'))
  const [bytes, type] = [textOf(method?.publicKeyMultibase), textOf(method?.type)]
  try {
    const curve = Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined
    if (curve !== undefined) return formatDidKey(curve, multibaseToBytes(bytes))
    const { jwtAlg, keyBytes } = parseMultikey(bytes)
    return formatDidKey(jwtAlg, keyBytes)
  } catch {
    return null
  }
}
