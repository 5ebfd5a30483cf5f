// The log of all that was done.
import { z } from 'zod'
import { type LedgerEntry, ledgerPage } from '../../../shared/contract/ledger.ts'
import { type CommandFile, type Context, example } from '../command.ts'
import { when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Input = z.object({
  all: z.boolean().default(false),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
const PAGE = 500

export default ((program, runner) => {
  program
    .command('ledger')
    .description(
      'Lists what was done in the vault, newest first: ids, counts and salted digests; never names, words or reasons.',
    )
    .option('--limit <number>', 'how many entries (default 50)')
    .option(
      '--all',
      'every entry; kept as JSON outside the vault, it tells a later “restore” what was done since a backup',
    )
    .addHelpText('after', example('muniment ledger', 'muniment ledger --all --json > ledger-2026-11.json'))
    .action(
      runner.inVault(Input, async ({ vault }, { all, limit }) => {
        const entries = all ? await everyEntry(vault) : await vault.ask(ledgerPage, { before: null, limit })
        const lines = table(entries, [
          { title: 'No.', value: ({ seq }) => String(seq), side: 'right' },
          { title: 'When', value: ({ at }) => when(at, vault.about.zone) },
          { title: 'What', value: ({ kind }) => kind, most: 32 },
          { title: 'Details', value: ({ payload }) => JSON.stringify(payload), most: 80 },
          { title: 'Hash', value: ({ hash }) => hash.slice(0, 12) },
        ])
        return { value: entries, lines }
      }),
    )
}) satisfies CommandFile

async function everyEntry(vault: Context['vault']): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (;;) {
    const page = await vault.ask(ledgerPage, { before: entries.at(-1)?.seq ?? null, limit: PAGE })
    entries.push(...page)
    if (page.length < PAGE) return entries
  }
}
