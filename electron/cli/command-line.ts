// The command line: commands found by folder, one exit code for each way to end.
import { Command, CommanderError } from 'commander'
import { toRefusal } from '../../shared/contract/error.ts'
import { letGoAll } from '../core/vault/cipher/keyring.ts'
import {
  type Answer,
  type CommandFile,
  type Context,
  example,
  GlobalOptions,
  type Runner,
  readInput,
} from './command.ts'
import { type ExitCode, exitCode, refusalValue, UsageError } from './failure.ts'
import type { Surroundings } from './surroundings.ts'
import { jsonText } from './text/json.ts'
import { printable } from './text/printable.ts'
import { trainingAnswer } from './text/training.ts'
import { knownVault, openVault } from './vault/open-vault.ts'

const files = import.meta.glob<CommandFile>('./commands/*.ts', { import: 'default', eager: true })

/**
 * Runs one command.
 * @param args what follows the program's name
 * @returns the exit code
 */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  let unexplained = false
  const program = programFor(surroundings, (answer, json) => {
    unexplained = answer.unexplained === true
    if (json) surroundings.out.write(jsonText(answer.value))
    else for (const line of answer.lines) surroundings.out.write(`${printable(line)}\n`)
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return unexplained ? exitCode.refused : exitCode.done
  } catch (error) {
    return tellFailure(error, surroundings, args.includes('--json'))
  } finally {
    letGoAll()
  }
}

/**
 * The program with all its commands.
 * @param print told the answer of the command that ran
 */
export function programFor(surroundings: Surroundings, print: (answer: Answer, json: boolean) => void): Command {
  const program = new Command('muniment')
    .description('Keeps a city’s social media as evidence.')
    .option('--vault <dir>', 'the vault’s folder (otherwise MUNIMENT_VAULT, or the one in this folder)')
    .option('--json', 'print one JSON value on standard output, and nothing else')
    .option('--as <person>', 'the short name of the person who acts (see “people”)')
    .option(
      '--vault-passphrase-file <file>',
      'of a vault under a passphrase: a file with it, or with the recovery key; else it is asked for',
    )
    .helpCommand(false)
    .showSuggestionAfterError()
    .showHelpAfterError('See “muniment --help”, or --help after a command.')
    .addHelpText(
      'after',
      example(
        'muniment init Oakland.muniment --city "City of Oakland"',
        'muniment import twitter-2026-09-14.zip --account OaklandCity',
      ),
    )
    .configureHelp({ showGlobalOptions: true, helpWidth: 100 })
    .configureOutput({ writeOut: surroundings.out.write, writeErr: surroundings.err.write })
    .exitOverride()
  const runner = runnerFor(surroundings, print)
  for (const path of Object.keys(files).sort()) files[path]?.(program, runner)
  return program
}

function runnerFor(surroundings: Surroundings, print: (answer: Answer, json: boolean) => void): Runner {
  const opening = async (options: GlobalOptions, work: (context: Context) => Promise<Answer>) => {
    const opened = await openVault(surroundings, options)
    try {
      const answer = await work({ surroundings, ...opened })
      print(opened.vault.about.practice ? trainingAnswer(answer) : answer, options.json)
    } finally {
      await opened.vault.close()
    }
  }
  return {
    inVault: (schema, work) =>
      async function (this: Command) {
        const options = GlobalOptions.parse(this.optsWithGlobals())
        const input = readInput(this, schema)
        await opening(options, (context) => work(context, input))
      },
    inVaultIfAny: (schema, work) =>
      async function (this: Command) {
        const options = GlobalOptions.parse(this.optsWithGlobals())
        const input = readInput(this, schema)
        if (knownVault(surroundings, options.vault) === null) print(await work(surroundings, null, input), options.json)
        else await opening(options, ({ vault }) => work(surroundings, vault, input))
      },
    alone: (schema, work) =>
      async function (this: Command) {
        const options = GlobalOptions.parse(this.optsWithGlobals())
        print(await work(surroundings, readInput(this, schema), options), options.json)
      },
  }
}

function tellFailure(error: unknown, { out, err }: Surroundings, json: boolean): ExitCode {
  // Commander has told what was wrong, or shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.misused
  if (error instanceof UsageError) {
    err.write(`${printable(error.message)}\nSee “muniment --help”, or --help after a command.\n`)
    return exitCode.misused
  }
  const refusal = toRefusal(error)
  err.write(`${printable(refusal.sentence)}\n`)
  if (json) out.write(jsonText(refusalValue(refusal)))
  return exitCode.refused
}
