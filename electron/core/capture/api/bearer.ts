// Owns the two ways in which most APIs are told who asks: a token in a head, a key in the address.
import type { Api } from './define.ts'
import { asking } from './define.ts'

/** A token, as RFC 6750 has it. */
export const byToken: NonNullable<Api['authorise']> = ({ url }, secret) => {
  const token = secret('token')
  return { url, headers: token === null ? [] : [['Authorization', `Bearer ${token}`]] }
}

/** A token where there is one, else a key in the address. @param name what the API calls it there */
export function byTokenOrKey(name: string): NonNullable<Api['authorise']> {
  return (ask, secret) => {
    const key = secret('key')
    return secret('token') !== null || key === null
      ? byToken(ask, secret)
      : { url: asking(ask.url, { [name]: key }), headers: [] }
  }
}
