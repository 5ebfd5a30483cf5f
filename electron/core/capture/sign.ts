// Owns signing a package's digest, by the anonymous form of WACZ's signing and verification specification (0.1.0, §4).
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { MunimentError } from '../../../shared/contract/error.ts'

export interface Signer {
  readonly key: KeyObject
  /** DER of the public key, base 64. */
  readonly publicKey: string
}

/** What stands as `signedData` in `datapackage-digest.json`. */
export interface SignedDigest {
  readonly hash: string
  readonly signature: string
  readonly publicKey: string
  readonly created: string
  readonly software: string
}

/**
 * A signer of a private key: ECDSA over P-256 or P-384, as the specification wants it; ReplayWeb.page checks those over P-384 alone.
 * @param pem PKCS 8 or SEC 1
 * @throws MunimentError CAPTURE_REFUSED where it is none
 */
export function signerOf(pem: string): Signer {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ec')
      return { key, publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64') }
  } catch {
    // Said below.
  }
  throw new MunimentError(
    'CAPTURE_REFUSED',
    'The key to sign with is no private key of the kind that web archives are signed with (ECDSA, as PEM, without a passphrase). Nothing was captured.',
  )
}

/** Signs the text of a digest, such as `sha256:9f86…`. */
export function signedDigest(
  { key, publicKey }: Signer,
  hash: string,
  created: string,
  software: string,
): SignedDigest {
  const signature = sign('sha256', Buffer.from(hash), { key, dsaEncoding: 'ieee-p1363' }).toString('base64')
  return { hash, signature, publicKey, created, software }
}
