// Practice vaults: made and filled with a fictional city, made as new, and fed with sample exports.
import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { makePractice, type PracticeOptions, resetPractice } from '../../core/practice/make.ts'
import { sampleExports } from '../../core/practice/pack.ts'
import { readVaultFile } from '../../core/vault/about.ts'
import { type CommandFile, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import type { Surroundings } from '../surroundings.ts'

const Folder = z.object({ DIR: z.string().min(1) })
const Reset = Folder.extend({ yes: z.boolean().default(false) })

export default ((program, runner) => {
  const practice = program
    .command('practice')
    .description('Practice vaults: everything in one, and all that it writes, says TRAINING.')
    .addHelpText('after', example('muniment practice start Practice.muniment'))
  practice
    .command('start')
    .description('Makes a practice vault, filled with the posts of a fictional city.')
    .argument('<DIR>', 'the folder; it must be empty or not exist yet')
    .addHelpText('after', example('muniment practice start Practice.muniment'))
    .action(
      runner.alone(Folder, async (surroundings, { DIR }) => {
        const folder = resolve(surroundings.folder, DIR)
        await makePractice(folder, optionsOf(surroundings), tellSteps(surroundings))
        return made(folder, `Made ${DIR}, a practice vault.`)
      }),
    )
  practice
    .command('reset')
    .description('Makes a practice vault as new: everything that was done in it is gone.')
    .argument('<DIR>', 'the practice vault')
    .option('--yes', 'confirms it; without this nothing is done')
    .addHelpText('after', example('muniment practice reset Practice.muniment --yes'))
    .action(
      runner.alone(Reset, async (surroundings, { DIR, yes }) => {
        if (!yes) throw new UsageError(`Everything that was done in ${DIR} would be gone. Say --yes to reset it.`)
        const folder = resolve(surroundings.folder, DIR)
        await resetPractice(folder, optionsOf(surroundings), tellSteps(surroundings), async () => undefined)
        return made(folder, `${DIR} is as new.`)
      }),
    )
  practice
    .command('samples')
    .description('Copies two exports of one fictional account into a folder, to be taken into a practice vault.')
    .argument('<DIR>', 'the folder')
    .addHelpText('after', example('muniment practice samples samples'))
    .action(
      runner.alone(Folder, async (surroundings, { DIR }) => {
        const { first, later } = sampleExports(optionsOf(surroundings).practiceFolder)
        mkdirSync(resolve(surroundings.folder, DIR), { recursive: true })
        const files = [first, later].map((from) => {
          const file = join(DIR, basename(from))
          copyFileSync(from, resolve(surroundings.folder, file))
          return file
        })
        return { value: { files }, lines: files }
      }),
    )
}) satisfies CommandFile

/** What practice vaults are filled with lies beside the worker. */
function optionsOf(surroundings: Surroundings): PracticeOptions {
  return { ...surroundings, practiceFolder: join(dirname(surroundings.workerFile), 'practice') }
}

function tellSteps({ err }: Surroundings): Parameters<typeof makePractice>[2] {
  return ({ step, steps }) => err.write(`Filling the practice vault: step ${step} of ${steps} …\n`)
}

function made(folder: string, sentence: string) {
  const { vaultId, city, zone, practice } = readVaultFile(folder)
  return { value: { practice, folder, vaultId, city, zone }, lines: [sentence] }
}
