// The ledger, newest first; older pages come as the list is scrolled.
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Refusal, toRefusal } from '../../../shared/contract/error.ts'
import { type LedgerEntry, ledgerPage } from '../../../shared/contract/ledger.ts'
import { ask } from '../../client/call.ts'
import { watchChanges } from '../../client/changes.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/ledger.ts'
import { translator } from '../../locale/t.ts'
import { Empty } from '../../ui/empty.tsx'
import { LongList } from '../../ui/long-list.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import './ledger.css'
import { LedgerLine } from './ledger-line.tsx'
import { WriteLedger } from './write-ledger.tsx'

const t = translator(en)
const PAGE = 200

/** The room. */
export function LedgerView() {
  const { summary } = useVault()
  const { entries, more, refusal } = useLedger()
  return (
    <Page title={t('title')} about={t('about')} actions={<WriteLedger />} full>
      <RefusalNotice refusal={refusal} />
      {summary.ledgerHead && (
        <p className="ledger-head soft">
          {t('head', { hash: '' })}
          <span className="mono digest">{summary.ledgerHead}</span>
        </p>
      )}
      {entries?.length === 0 && <Empty icon="ledger" title={t('none')} />}
      {entries && entries.length > 0 && (
        <LongList
          label={t('entries')}
          items={entries}
          keyOf={(entry) => entry.seq}
          about={34}
          onEnd={more}
          draw={(entry) => <LedgerLine entry={entry} />}
        />
      )}
    </Page>
  )
}

function useLedger() {
  const [entries, setEntries] = useState<readonly LedgerEntry[] | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const asking = useRef(false)
  const oldest = entries?.at(-1)?.seq ?? null

  const load = useCallback(async (before: number | null) => {
    if (asking.current) return
    asking.current = true
    try {
      const page = await ask(ledgerPage, { before, limit: PAGE })
      setEntries((known) => (before === null ? page : [...(known ?? []), ...page]))
    } catch (error) {
      setRefusal(toRefusal(error))
    } finally {
      asking.current = false
    }
  }, [])

  useEffect(() => {
    void load(null)
    return watchChanges(['ledger'], 1000, () => void load(null))
  }, [load])

  const more = useCallback(() => {
    if (oldest !== null && oldest > 1) void load(oldest)
  }, [load, oldest])
  return { entries, more, refusal }
}
