// Owns saying in plain words what kept a server's answer from coming whole.

/** What went wrong, for whoever decides, and in words for whoever reads. */
export interface Problem {
  readonly code:
    | 'address'
    | 'bound'
    | 'certificate'
    | 'disconnect'
    | 'log-in'
    | 'missing'
    | 'name'
    | 'packing'
    | 'rate'
    | 'ring'
    | 'status'
    | 'time'
  readonly sentence: string
  /** Whether asking again may help. */
  readonly passing?: boolean
}

/** A problem that asking again does not help. */
export function problemOf(code: Problem['code'], sentence: string): Problem {
  return { code, sentence }
}

const CERTIFICATES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet, by this computer’s clock',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is vouched for by nobody but the server itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'is vouched for by somebody whom this computer does not know',
  UNABLE_TO_GET_ISSUER_CERT: 'is vouched for by somebody whom this computer does not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'is vouched for by somebody whom this computer does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'is vouched for by somebody whom this computer does not know',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another name',
  CERT_REVOKED: 'was revoked',
}

/** What an error of the network means. @param host as the address writes it */
export function networkProblem(error: unknown, host: string): Problem {
  const code = codeOf(error)
  const why = CERTIFICATES[code]
  if (why !== undefined)
    return problemOf(
      'certificate',
      `The certificate of ${host} ${why}: nobody can tell whether it is that server. Nothing was asked of it.`,
    )
  if (code === 'EPRIVATE') return problemOf('address', error instanceof Error ? error.message : '')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA')
    return {
      code: 'name',
      sentence: `There is no server by the name of ${host}, or no network.`,
      passing: code === 'EAI_AGAIN',
    }
  if (code === 'ECONNREFUSED') return { code: 'disconnect', sentence: `${host} lets nobody in.`, passing: true }
  if (code === 'EIDLE' || code === 'ETIMEDOUT')
    return { code: 'time', sentence: `${host} did not answer in time.`, passing: true }
  if (code === 'HPE_HEADER_OVERFLOW') return problemOf('bound', `The head of ${host}’s answer has no end.`)
  if (code.startsWith('HPE_')) return problemOf('disconnect', `${host} does not answer as a server of the web does.`)
  if (code.startsWith('ERR_SSL') || code === 'EPROTO')
    return problemOf('certificate', `No safe connection with ${host} could be made.`)
  return { code: 'disconnect', sentence: `${host} broke the connection.`, passing: true }
}

/** The code of an error; `''` where it has none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
