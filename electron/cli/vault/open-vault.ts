// Opens the vault that a command works on, for the person who acts.
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import { personList } from '../../../shared/contract/people.ts'
import { CommandId, PersonId } from '../../../shared/domain/id.ts'
import type { Context, GlobalOptions } from '../command.ts'
import { UsageError } from '../failure.ts'
import type { Surroundings } from '../surroundings.ts'
import { printable } from '../text/printable.ts'
import { type Connection, connectVault } from './connection.ts'
import { followJob, type JobDoor, runJob } from './run-job.ts'
import type { Vault } from './vault.ts'

/**
 * Opens or attaches to the vault that the options, the environment or the folder name.
 * @throws UsageError where none is named; MunimentError where it cannot be opened or the person is not known in it
 */
export async function openVault(
  surroundings: Surroundings,
  options: GlobalOptions,
): Promise<Pick<Context, 'vault' | 'actor' | 'say'>> {
  const say = (sentence: string) => surroundings.err.write(`${printable(sentence)}\n`)
  const folder = vaultFolder(surroundings, options.vault)
  const actor = personNamed(options.as ?? surroundings.env.MUNIMENT_AS)
  const connection = await connectVault(folder, surroundings, say, options.vaultPassphraseFile)
  for (const warning of connection.warnings) say(warning)
  const file = options.vaultPassphraseFile
  const passphraseFile = file === undefined ? null : resolve(surroundings.folder, file)
  const vault = { ...vaultOn(connection, folder, actor, surroundings), passphraseFile }
  try {
    if (actor !== null) await mustBeKnown(vault, actor)
    return { vault, actor, say }
  } catch (error) {
    await vault.close()
    throw error
  }
}

function vaultOn(
  connection: Connection,
  folder: string,
  actor: PersonId | null,
  surroundings: Surroundings,
): Omit<Vault, 'passphraseFile'> {
  const commandId = () => CommandId.parse(Buffer.from(surroundings.random(16)).toString('hex'))
  const interruptible = async (operation: string, input: unknown, command: CommandId | null) => {
    const abort = new AbortController()
    const forget = surroundings.onInterrupt(() => abort.abort())
    try {
      return await connection.call(operation, input, { command, actor, signal: abort.signal })
    } finally {
      forget()
    }
  }
  const door: JobDoor = {
    call: (operation, input, command) =>
      connection.call(operation, input, { command, actor, signal: new AbortController().signal }),
    commandId,
    subscribe: connection.subscribe,
    surroundings,
  }
  return {
    folder,
    about: connection.about,
    ask: async (operation, input) => {
      const command = operation.kind === 'command' ? commandId() : null
      return operation.output.parse(await interruptible(operation.name, input, command))
    },
    run: async (operation, input) => operation.output.parse(await runJob(door, operation.name, input)),
    follow: (job) => followJob(door, job),
    grant: async (path, mode) => (await connection.grant(resolve(surroundings.folder, path), mode)).grant,
    credential: connection.credential,
    close: connection.close,
  }
}

/** The folder of the vault that is meant. @throws UsageError where none is named */
export function vaultFolder(surroundings: Surroundings, named: string | undefined): string {
  const known = knownVault(surroundings, named)
  if (known !== null) return known
  throw new UsageError('Say which vault: --vault DIR (or set MUNIMENT_VAULT).')
}

/** The folder of the vault that is named, or that alone lies here; null where there is none, or more than one. */
export function knownVault({ folder, env }: Surroundings, named: string | undefined): string | null {
  const said = named ?? env.MUNIMENT_VAULT
  if (said) return resolve(folder, said)
  if (existsSync(join(folder, 'vault.json'))) return folder
  const here = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'vault.json')))
  const [only] = here
  return only !== undefined && here.length === 1 ? join(folder, only) : null
}

function personNamed(name: string | undefined): PersonId | null {
  if (!name) return null
  const id = PersonId.safeParse(name)
  if (id.success) return id.data
  throw new UsageError('--as takes the short name of a person, such as dana-reyes: small letters, digits and hyphens.')
}

async function mustBeKnown(vault: Vault, actor: PersonId): Promise<void> {
  const people = await vault.ask(personList, {})
  if (people.some(({ id }) => id === actor)) return
  throw new MunimentError(
    'PERSON_UNKNOWN',
    `Nobody in this vault is called ${actor}. Nothing was done; “muniment people” lists who is, “muniment people add” adds one.`,
  )
}
