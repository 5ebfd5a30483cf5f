// As whom an interface was asked. What it shows depends on that: two captures by two log-ins say nothing of what is gone.
import { z } from 'zod'
import { type CredentialPart, credentialParts } from '../account/credential.ts'
import { anyApiWay, apiWays } from './api-way.ts'

/** A log-in without its secrets. */
export const CaptureLogin = z.strictObject({
  /** Its parts that the interface was given; none where it was asked as anybody may ask. */
  parts: z.array(z.enum(credentialParts)),
  /** The name in it, which is no secret; null where it has none. */
  user: z.string().nullable(),
})
export type CaptureLogin = z.infer<typeof CaptureLogin>

interface Asked {
  readonly way: string
  /** Null where nobody wrote it down, as in captures of earlier versions. */
  readonly login: CaptureLogin | null
}

/** What a way is given of a log-in. @param secret a part of it; null where there is none of that name */
export function loginOf(way: string, secret: (part: CredentialPart) => string | null): CaptureLogin {
  const taken = factsOf(way)?.parts ?? []
  const parts = credentialParts.filter((part) => taken.includes(part) && secret(part) !== null)
  // A name alone lets nobody in.
  if (parts.every((part) => part === 'user')) return { parts: [], user: null }
  return { parts, user: parts.includes('user') ? secret('user') : null }
}

/** Whether two captures of one way were shown the same by their log-ins, as far as anybody can tell. */
export function sawAsTheSame(one: Asked, other: Asked): boolean {
  const facts = factsOf(one.way)
  // Without a log-in, or by the one kind that there is: it could not be otherwise.
  if (facts === null || facts.login === 'never' || (facts.login === 'must' && facts.parts.length === 1)) return true
  return one.login !== null && other.login !== null && isSameLogin(one.login, other.login)
}

/** Whether two log-ins are one, as far as what is no secret tells. */
export function isSameLogin(one: CaptureLogin, other: CaptureLogin): boolean {
  return one.user === other.user && one.parts.join() === other.parts.join()
}

/** Null for ways that know no log-in to an interface: that of pages stands in their scope. */
function factsOf(way: string) {
  return way.startsWith('api/') ? (apiWays.find(({ name }) => `api/${name}` === way) ?? anyApiWay) : null
}
