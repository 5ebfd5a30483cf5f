// What a window may ask of the shell: dialogs that end in grants, never in paths.
import { z } from 'zod'
import { Zone } from '../domain/time.ts'
import { Refusal } from './error.ts'
import { Making } from './host.ts'
import { Granted } from './message.ts'

export const ShellRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('state') }),
  z.strictObject({ ask: z.literal('create-vault'), city: z.string().trim().min(1).max(200), zone: Zone }),
  z.strictObject({ ask: z.literal('start-practice') }),
  z.strictObject({ ask: z.literal('reset-practice') }),
  z.strictObject({ ask: z.literal('take-sample') }),
  z.strictObject({ ask: z.literal('open-vault') }),
  z.strictObject({ ask: z.literal('open-recent'), index: z.int().nonnegative() }),
  z.strictObject({ ask: z.literal('close-vault') }),
  z.strictObject({ ask: z.literal('choose-archives') }),
  z.strictObject({ ask: z.literal('choose-backup-folder') }),
  z.strictObject({ ask: z.literal('choose-inbox-folder') }),
  z.strictObject({ ask: z.literal('save-as'), name: z.string().max(200) }),
  z.strictObject({ ask: z.literal('grant-dropped'), paths: z.array(z.string().max(4096)).max(64) }),
  z.strictObject({ ask: z.literal('open-link'), url: z.url().max(4096) }),
])
export type ShellRequest = z.infer<typeof ShellRequest>

export const ShellState = z.strictObject({
  vault: z.enum(['none', 'opening', 'open', 'refused', 'restarting']),
  name: z.string().nullable(),
  practice: z.boolean(),
  /** While a practice vault is made: how far. */
  making: Making.nullable(),
  refusal: Refusal.nullable(),
  recent: z.array(z.strictObject({ name: z.string(), folder: z.string() })),
  warning: z.string().nullable(),
})
export type ShellState = z.infer<typeof ShellState>

export const ShellAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), state: ShellState }),
  z.strictObject({ kind: z.literal('granted'), files: z.array(Granted) }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('refused'), refusal: Refusal }),
])
export type ShellAnswer = z.infer<typeof ShellAnswer>
