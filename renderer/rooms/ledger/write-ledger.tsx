// The ledger written into a file, from its newest entry down.
import { type LedgerEntry, ledgerPage } from '../../../shared/contract/ledger.ts'
import { ask } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import type { ShownTable } from '../../list/table-text.ts'
import { WriteMenu } from '../../list/write-menu.tsx'
import { writeShown } from '../../list/write-shown.ts'
import { en, eventWord } from '../../locale/en/ledger.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { actorOf, detailWords } from './details.ts'

const t = translator(en)
const PAGE = 500
/** As many as a list holds. */
const MOST = 20_000

/** The menu. */
export function WriteLedger() {
  const { summary, people } = useVault()
  const shown = async (): Promise<ShownTable> => ({
    columns: [
      { title: t('columnSeq'), number: true },
      ...(['columnWhen', 'columnWhat', 'columnWho', 'columnDetails', 'columnHash'] as const).map((title) => ({
        title: t(title),
        number: false,
      })),
    ],
    rows: (await entriesDown()).map((entry) => [
      String(entry.seq),
      formatInstant(entry.at, summary.zone, 'exact'),
      eventWord(entry.kind),
      actorOf(entry.payload, people) ?? t('byVault'),
      detailWords(entry.payload),
      entry.hash,
    ]),
  })
  return (
    <WriteMenu
      title={t('title')}
      file="ledger"
      write={async (format, to) => writeShown(t('title'), await shown(), format, to)}
    />
  )
}

async function entriesDown(): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (;;) {
    const page = await ask(ledgerPage, { before: entries.at(-1)?.seq ?? null, limit: PAGE })
    entries.push(...page)
    if (page.length < PAGE || entries.length >= MOST) return entries.slice(0, MOST)
  }
}
