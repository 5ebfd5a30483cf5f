// The inbox: the folder of the liaisons' uploads.
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { inboxChoose, inboxList } from '../../../shared/contract/inbox.ts'
import type { InboxItem, InboxState } from '../../../shared/domain/intake/inbox.ts'
import { type Answer, type CommandFile, type Context, example, type Work } from '../command.ts'
import { mustExist } from '../input/file.ts'
import { Nothing } from '../input/schemas.ts'
import { bytes, when } from '../text/number.ts'
import { table } from '../text/table.ts'

/** Between two looks, by which is told what still grows. */
const PAUSE_MS = 1500

const words: Readonly<Record<InboxState, string>> = {
  new: 'came just now',
  growing: 'still growing',
  unfinished: 'unfinished upload',
  ready: 'ready',
}

const list: Work<unknown> = async ({ vault }) => {
  const first = await vault.ask(inboxList, { before: [] })
  if (first.items.length > 0) await setTimeout(PAUSE_MS)
  const before = first.items.map(({ name, size, changedAt }) => ({ name, size, changedAt }))
  const inbox = first.items.length > 0 ? await vault.ask(inboxList, { before }) : first
  if (inbox.place === null) return { value: inbox, lines: ['No inbox folder is watched: “muniment inbox choose DIR”.'] }
  if (inbox.problem !== null) return { value: inbox, lines: [inbox.problem], unexplained: true }
  if (inbox.items.length === 0) return { value: inbox, lines: [`Nothing waits in ${inbox.place}.`] }
  return {
    value: inbox,
    lines: [inbox.place, ...itemLines(inbox.items, vault.about.zone), 'Import what is ready with “muniment import”.'],
  }
}

function itemLines(items: readonly InboxItem[], zone: string): string[] {
  return table(items, [
    { title: 'Name', value: ({ name, folder }) => (folder ? `${name}/` : name), most: 60 },
    { title: 'Size', value: ({ size }) => bytes(size), side: 'right' },
    { title: 'There since', value: ({ since }) => when(since, zone) },
    {
      title: 'State',
      value: ({ state, imported }) =>
        imported === null ? words[state] : `imported on ${when(imported.at, zone)} as import ${imported.accession}`,
    },
  ])
}

async function choose({ vault, surroundings }: Context, folder: string): Promise<Answer> {
  mustExist(surroundings.folder, folder)
  const chosen = await vault.ask(inboxChoose, { folder: await vault.grant(folder, 'read') })
  return { value: chosen, lines: [`${folder} is watched. Nothing in it is imported before somebody accepts it.`] }
}

export default ((program, runner) => {
  const inbox = program
    .command('inbox')
    .description('The folder into which liaisons put exports; by itself it lists what waits there.')
    .addHelpText('after', example('muniment inbox', 'muniment inbox choose "Exports from liaisons"'))
    .action(runner.inVault(Nothing, list))
  inbox
    .command('list')
    .description('Lists what waits, looking twice to tell what still grows, and what was imported.')
    .addHelpText('after', example('muniment inbox list --json'))
    .action(runner.inVault(Nothing, list))
  inbox
    .command('choose')
    .description('Watches a folder. Nothing in it is ever moved, changed or deleted.')
    .argument('<DIR>', 'the folder')
    .addHelpText('after', example('muniment inbox choose "Exports from liaisons"'))
    .action(runner.inVault(z.object({ DIR: z.string().min(1) }), (context, { DIR }) => choose(context, DIR)))
  inbox
    .command('stop')
    .description('Watches no folder any longer.')
    .addHelpText('after', example('muniment inbox stop'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => ({
        value: await vault.ask(inboxChoose, { folder: null }),
        lines: ['No inbox folder is watched any longer. What lies in it was left alone.'],
      })),
    )
}) satisfies CommandFile
