// Every accession: its root reckoned again, its totals compared with its reconciliation.
import { Reconciliation } from '../../../../shared/domain/intake/reconciliation.ts'
import { leafOf, merkle } from '../record/merkle.ts'
import { type Check, finding } from './check.ts'

interface AccessionRow {
  readonly id: number
  readonly state: string
  readonly root: Uint8Array | null
  readonly leaves: number
  readonly records: number
  readonly versions: number
  readonly unexplained: number
  readonly reconciliation: string | null
}

interface Observed {
  readonly digest: Uint8Array | null
  readonly salt: Uint8Array | null
  readonly leaf: Uint8Array | null
}

export const checkRoots: Check = {
  name: 'accessions',
  *run({ db, signal, total, counted }) {
    const rows = db.all<AccessionRow>(ACCESSIONS)
    total(rows.length)
    for (const row of rows) {
      counted()
      if (row.state !== 'complete') {
        yield finding('V031', `accession ${row.id}`)
        continue
      }
      if (!reconciled(row)) yield finding('V032', `accession ${row.id}`)
      const tree = merkle()
      const sql = `SELECT digest, salt, leaf FROM observation WHERE member_id IN (SELECT member.id FROM member JOIN package ON package.id = package_id WHERE accession_id = ?)
        ORDER BY member_id, position`
      for (const { digest, salt, leaf } of db.iterate<Observed>(sql, row.id)) {
        if (tree.leaves % 4096 === 0) signal.throwIfAborted()
        if (leaf !== null) tree.add(leaf)
        else if (salt !== null && digest !== null) tree.add(leafOf(salt, digest))
      }
      const root = tree.root()
      const same = root === null ? row.root === null : row.root !== null && root.equals(row.root)
      if (!same || tree.leaves !== row.leaves)
        yield finding('V030', `accession ${row.id}`, `${tree.leaves} of ${row.leaves} leaves`)
    }
  },
}

const ACCESSIONS = `SELECT id, state, root, leaves, records, versions, unexplained, reconciliation
  FROM accession WHERE state <> 'undone'`

function reconciled({ records, versions, unexplained, reconciliation }: AccessionRow): boolean {
  try {
    const { totals } = Reconciliation.parse(JSON.parse(reconciliation ?? ''))
    return totals.stored === records && totals.versions === versions && totals.unexplained === unexplained
  } catch {
    return false
  }
}
