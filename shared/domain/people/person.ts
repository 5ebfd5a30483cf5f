// People who act, and the actor stamped on every command.
import { z } from 'zod'
import { PersonId } from '../id.ts'
import { Instant } from '../time.ts'

/** Roles guide and record; they do not protect an open folder (design §3). */
export const Role = z.enum(['records-clerk', 'custodian', 'department-head', 'city-attorney', 'city-clerk', 'liaison'])
export type Role = z.infer<typeof Role>

export const Person = z.strictObject({
  id: PersonId,
  name: z.string().trim().min(1).max(200),
  title: z.string().trim().max(200),
  role: Role,
})
export type Person = z.infer<typeof Person>

/** A change in the register of people, with what the person was from then on. */
export const PersonChange = z.strictObject({
  person: PersonId,
  kind: z.enum(['added', 'changed', 'ended', 'returned']),
  at: Instant,
  by: z.string().nullable(),
  reason: z.string(),
  name: z.string(),
  title: z.string(),
  role: Role,
})
export type PersonChange = z.infer<typeof PersonChange>

/** Who stands behind a command: the person named, and the operating-system user and machine seen. */
export const Actor = z.strictObject({
  person: PersonId.nullable(),
  osUser: z.string().max(200),
  machine: z.string().max(200),
})
export type Actor = z.infer<typeof Actor>
