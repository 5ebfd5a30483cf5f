// Carrying a plan out, and what that leaves: certificates, and decisions to take records in again.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import {
  DestructionId,
  type DestructionSummary,
  destructionList,
  destructionReadmit,
  destructionSave,
  destructionShow,
  purgeExecute,
} from '../../../shared/contract/destruction.ts'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { PassedOver } from '../../../shared/domain/disposition/destruction.ts'
import { officeFileName } from '../../../shared/domain/disposition/office-file.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { type Context, example, type Runner } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { Nothing } from '../input/schemas.ts'
import { count, counted, when } from '../text/number.ts'
import { stayLines } from '../text/stays.ts'
import { table } from '../text/table.ts'
import { planNamed } from './plan.ts'

const Execute = z.object({
  FILE: z.string().min(1),
  out: z.string().min(1),
  witness: PersonId.nullable().default(null),
})
const Certificate = z.object({ NUMBER: z.string().min(1), out: z.string().min(1) })
const Destroyed = z.object({ NUMBER: z.string().min(1), csv: z.string().min(1).optional() })
const Readmit = z.object({ NUMBER: z.string().min(1), reason: z.string().trim().min(1).max(500) })

const FILES = { pdf: 'certificate.pdf', json: 'certificate.json' } as const

/** Adds the commands. */
export function addExecution(purge: Command, runner: Runner): void {
  purge
    .command('execute')
    .description('Carries an approved plan out: destroys what may go today, looks through the vault, and certifies.')
    .argument('<FILE>', 'the plan')
    .requiredOption('--out <folder>', `the folder for ${FILES.pdf} and ${FILES.json}; made where it is not there`)
    .option('--witness <person>', 'who is there beside the person of --as: the certificate names both')
    .addHelpText(
      'after',
      example(
        'muniment purge execute plan.json --out destroyed-2026 --as rosa',
        'muniment purge execute plan.json --out destroyed-2026 --as rosa --witness dana',
      ),
    )
    .action(
      runner.inVault(Execute, async (context, { FILE, out, witness }) => {
        const { id: plan } = await planNamed(context, FILE)
        const to = await targets(context, out)
        const value = await context.vault.run(purgeExecute, { plan, witness, to })
        const lines = executedLines(value, out, await whyStays(context, DestructionId.parse(value.id)))
        return { value, lines, unexplained: (value.proof?.left.length ?? 0) > 0 }
      }),
    )
  purge
    .command('certificates')
    .description('Lists the destructions with their certificates, the newest first.')
    .addHelpText('after', example('muniment purge certificates'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const value = await vault.ask(destructionList, {})
        const lines = table(value, [
          { title: 'Certificate', value: ({ certificate }) => certificate },
          { title: 'Plan', value: ({ plan }) => String(plan), side: 'right' },
          { title: 'Custody to', value: ({ archives }) => archives, most: 30 },
          { title: 'Begun', value: ({ beganAt }) => when(beganAt, vault.about.zone) },
          { title: 'By', value: ({ executedBy }) => executedBy, most: 30 },
          { title: 'Witness', value: ({ witness }) => witness ?? '', most: 30 },
          { title: 'Destroyed', value: ({ destroyed }) => count(destroyed), side: 'right' },
          { title: 'Not', value: ({ skipped }) => count(skipped), side: 'right' },
          { title: 'State', value: ({ state }) => state },
        ])
        return { value, lines: lines.length > 0 ? lines : ['Nothing has been destroyed in this vault.'] }
      }),
    )
  purge
    .command('certificate')
    .description('Writes a certificate again, byte for byte as it was made.')
    .argument('<NUMBER>', 'its number, such as 2026-0001')
    .requiredOption('--out <folder>', 'the folder to write it into')
    .addHelpText('after', example('muniment purge certificate 2026-0001 --out again'))
    .action(
      runner.inVault(Certificate, async (context, { NUMBER, out }) => {
        const id = await numbered(context, NUMBER)
        const value = await context.vault.run(destructionSave, { id, to: await targets(context, out) })
        return { value, lines: [`${counted(value.files, 'file')} written to ${out}.`] }
      }),
    )
  purge
    .command('destroyed')
    .description('Lists what a destruction destroyed, as its certificate names it.')
    .argument('<NUMBER>', 'the number of the certificate')
    .option('--csv <file>', 'writes the list into a file instead, as a table')
    .addHelpText(
      'after',
      example('muniment purge destroyed 2026-0001', 'muniment purge destroyed 2026-0001 --csv destroyed.csv'),
    )
    .action(
      runner.inVault(Destroyed, async (context, { NUMBER, csv }) => {
        const id = await numbered(context, NUMBER)
        if (csv !== undefined) {
          mustNotExist(context.surroundings.folder, csv)
          const to = { pdf: null, json: null, csv: await context.vault.grant(csv, 'write') }
          return {
            value: await context.vault.run(destructionSave, { id, to }),
            lines: [`The list is written to ${csv}.`],
          }
        }
        const value = await everythingGone(context, id)
        return {
          value: { certificate: NUMBER, ...value },
          lines: [
            ...table(value.destroyed, [
              { title: 'Record', value: ({ recordId }) => String(recordId), side: 'right' },
              { title: 'Account', value: ({ account }) => account, most: 40 },
              { title: 'Kind', value: ({ kind }) => kind },
              { title: 'Number there', value: ({ nativeId }) => nativeId, most: 40 },
              { title: 'Series', value: ({ series }) => series, most: 40 },
            ]),
            ...value.files.map(({ kind, id }) => `${officeFileName({ kind, id })}.`),
          ],
        }
      }),
    )
  purge
    .command('readmit')
    .description('Decides that what was destroyed may be taken in again where an export brings it.')
    .argument('<NUMBER>', 'the number of the certificate')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment purge readmit 2026-0001 --reason "Destroyed by mistake" --as dana'))
    .action(
      runner.inVault(Readmit, async (context, { NUMBER, reason }) => {
        const id = await numbered(context, NUMBER)
        await context.vault.ask(destructionReadmit, { id, reason })
        return {
          value: { id },
          lines: [`What certificate ${NUMBER} is of is taken in again where an export brings it.`],
        }
      }),
    )
}

async function everythingGone({ vault }: Context, id: DestructionId) {
  const first = await vault.ask(destructionShow, { id, from: 0, limit: 1000 })
  const destroyed = [...first.destroyed]
  for (let from = first.next; from !== null; ) {
    const page = await vault.ask(destructionShow, { id, from, limit: 1000 })
    destroyed.push(...page.destroyed)
    from = page.next
  }
  return { destroyed, files: first.files }
}

/** Why records of the plan stay; the certificate names every one. */
async function whyStays({ vault }: Context, id: DestructionId): Promise<string[]> {
  const stays: PassedOver[] = []
  for (let from: number | null = 0; from !== null; ) {
    const page: z.output<typeof destructionShow.output> = await vault.ask(destructionShow, { id, from, limit: 1000 })
    stays.push(...page.passedOver)
    from = page.next
  }
  return stayLines(stays)
}

async function targets({ vault, surroundings }: Context, out: string) {
  const folder = resolve(surroundings.folder, out)
  for (const name of Object.values(FILES)) mustNotExist(folder, name)
  mkdirSync(folder, { recursive: true })
  return {
    pdf: await vault.grant(join(folder, FILES.pdf), 'write'),
    json: await vault.grant(join(folder, FILES.json), 'write'),
  }
}

async function numbered({ vault }: Context, number: string): Promise<DestructionId> {
  const known = (await vault.ask(destructionList, {})).find(({ certificate }) => certificate === number)
  if (known !== undefined) return DestructionId.parse(known.id)
  throw new MunimentError('DESTRUCTION_REFUSED', `There is no certificate ${number} in this vault. Nothing was done.`)
}

function executedLines(
  {
    certificate,
    kind,
    archives,
    executedBy,
    witness,
    destroyed,
    skipped,
    files,
    filesKept,
    stopped,
    proof,
  }: DestructionSummary,
  out: string,
  stays: readonly string[],
): string[] {
  return [
    kind === 'custody'
      ? `Certificate ${certificate}: custody of ${counted(destroyed, 'record')} given to ${archives} and the City’s copy destroyed, ${count(skipped)} of the plan not.`
      : `Certificate ${certificate}: ${counted(destroyed, 'record')} destroyed, ${count(skipped)} of the plan not.`,
    `Carried out by ${executedBy}; ${witness === null ? 'no witness named' : `witness: ${witness}`}.`,
    ...stays,
    ...(files + filesKept === 0
      ? []
      : [`Of the office’s own files: ${count(files)} destroyed, ${count(filesKept)} not.`]),
    ...(stopped === null ? [] : [`Stopped before its end: ${stopped}`]),
    ...(proof?.left.map(({ place, sentence }) => `Found ${place}: ${sentence}`) ?? []),
    ...(proof?.left.length === 0 && destroyed + files > 0
      ? ['No byte of what was destroyed was found in the vault.']
      : []),
    ...(proof?.residual.map(({ place, sentence }) => `Out of reach, ${place}: ${sentence}`) ?? []),
    `${out}: ${Object.values(FILES).join(', ')}`,
  ]
}
