// A log-in to a platform's interface. It is held in memory and in the computer's own keychain; never in a vault, a log or a job.
import { z } from 'zod'

const Part = z.string().trim().min(1).max(4000)

/** What a log-in is made of; each platform wants some of it (docs/capture.md). */
export const Credential = z
  .strictObject({
    user: Part.optional(),
    password: Part.optional(),
    token: Part.optional(),
    key: Part.optional(),
  })
  .refine((parts) => Object.values(parts).some((part) => part !== undefined), { error: 'says nothing' })
export type Credential = z.infer<typeof Credential>

/** The parts that a log-in has, by name. */
export function partsOf(credential: Credential | null): ReadonlyMap<string, string> {
  const parts = Object.entries(credential ?? {})
  return new Map(parts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
}

/** What of a log-in must stand nowhere: its name is no secret, and is a word like others; together with its password it is one. */
export function secretsOf(parts: ReadonlyMap<string, string>): readonly string[] {
  const [user, password] = [parts.get('user'), parts.get('password')]
  const both = user === undefined || password === undefined ? [] : [`${user}:${password}`]
  return [...both, ...[...parts].flatMap(([name, value]) => (name === 'user' ? [] : [value]))]
}

/** Names of the parts, in the order in which they are asked for. */
export const credentialParts = ['user', 'password', 'token', 'key'] as const
export type CredentialPart = (typeof credentialParts)[number]
