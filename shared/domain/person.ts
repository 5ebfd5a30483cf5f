// People who act, and the actor stamped on every command.
import { z } from 'zod'
import { PersonId } from './id.ts'

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

/** Who stands behind a command: the person named, and the operating-system user and machine seen. */
export const Actor = z.strictObject({
  person: PersonId.nullable(),
  osUser: z.string().max(200),
  machine: z.string().max(200),
})
export type Actor = z.infer<typeof Actor>
