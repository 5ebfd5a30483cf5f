// One entry of the ledger in plain words: what was done, by whom, and what it names.

import type { LedgerEntry } from '../../../shared/contract/ledger.ts'
import { useVault } from '../../client/vault.ts'
import { en, eventWord } from '../../locale/en/ledger.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { actorOf, detailWords } from './details.ts'

const t = translator(en)

/** The line; the name of the event as the vault keeps it is in its tooltip. */
export function LedgerLine({ entry }: { readonly entry: LedgerEntry }) {
  const { summary, people } = useVault()
  const words = detailWords(entry.payload)
  return (
    <div className="ledger-line">
      <span className="number soft">{t('seq', { seq: entry.seq })}</span>
      <span>{formatInstant(entry.at, summary.zone, 'exact')}</span>
      <strong title={entry.kind}>{eventWord(entry.kind)}</strong>
      <bdi className="ledger-who">{actorOf(entry.payload, people) ?? t('byVault')}</bdi>
      <span className="soft ledger-details" title={words}>
        {words}
      </span>
      <span className="mono soft" title={t('hash', { hash: entry.hash })}>
        {entry.hash.slice(0, 12)}
      </span>
    </div>
  )
}
