// How a command is declared: its arguments parsed by one schema, its answer a value for programs and lines for people.
import type { Command } from 'commander'
import { z } from 'zod'
import type { PersonId } from '../../shared/domain/id.ts'
import { UsageError } from './failure.ts'
import type { Surroundings } from './surroundings.ts'
import type { Vault } from './vault/vault.ts'

/** What a command hands back. */
export interface Answer {
  /** Printed by `--json`. */
  readonly value: unknown
  /** Printed otherwise; what comes from outside is made safe when it is printed. */
  readonly lines: readonly string[]
  /** Something does not add up: the exit code tells. */
  readonly unexplained?: boolean
}

export interface Context {
  readonly surroundings: Surroundings
  readonly vault: Vault
  /** The person named by `--as`, or null. */
  readonly actor: PersonId | null
  /** A remark beside the answer, on standard error. */
  say(sentence: string): void
}

/** Options that every command takes. */
export const GlobalOptions = z.object({
  vault: z.string().optional(),
  json: z.boolean().default(false),
  as: z.string().optional(),
  vaultPassphraseFile: z.string().min(1).optional(),
})
export type GlobalOptions = z.infer<typeof GlobalOptions>

/** Work on an open vault; `input` is what the command's schema makes of its arguments and options. */
export type Work<Input> = (context: Context, input: Input) => Promise<Answer>

/** Runs work and prints its answer; made by the command line, used by the files below `commands/`. */
export interface Runner {
  /** The action of a command that opens the vault. */
  inVault<Input extends z.ZodType>(schema: Input, work: Work<z.output<Input>>): Action
  /** The action of a command that needs no vault, and asks one where it is named or lies in this folder. */
  inVaultIfAny<Input extends z.ZodType>(
    schema: Input,
    work: (surroundings: Surroundings, vault: Vault | null, input: z.output<Input>) => Promise<Answer>,
  ): Action
  /** The action of a command that opens no vault as its owner. */
  alone<Input extends z.ZodType>(
    schema: Input,
    work: (surroundings: Surroundings, input: z.output<Input>, options: GlobalOptions) => Promise<Answer>,
  ): Action
}

/** As commander calls it: the arguments one by one, the options, the command itself. */
export type Action = (this: Command) => Promise<void>

/** A file below `commands/`: adds its command to the program. */
export type CommandFile = (program: Command, runner: Runner) => void

/**
 * A command's arguments and options, by name, checked.
 * @throws UsageError naming each that does not fit
 */
export function readInput<Input extends z.ZodType>(command: Command, schema: Input): z.output<Input> {
  const named = command.registeredArguments.map((argument, at) => [argument.name(), command.processedArgs[at]])
  const parsed = schema.safeParse({ ...Object.fromEntries(named), ...command.opts() })
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map(
    ({ path, message }) => `${nameIn(command, String(path[0] ?? ''))}: ${message}`,
  )
  throw new UsageError(sentences.join('\n'))
}

function nameIn(command: Command, key: string): string {
  const option = command.options.find((one) => one.attributeName() === key)
  return option?.long ?? key.toUpperCase()
}

/** An example below the help of a command. */
export function example(...lines: readonly string[]): string {
  return `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}`
}
