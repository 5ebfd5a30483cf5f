// commitments.json, as it grows while records pass by. The secrets behind it stay in the vault.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type Bound, commitmentTree, FIELDS } from '../../../../shared/packet/commitments.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { secretOf } from '../../vault/repository/packet/production-seal.ts'
import { nodeTools } from '../verify/node-tools.ts'
import { committedRecord } from './committed.ts'
import type { Packet } from './packet.ts'
import { type Released, scopeOf } from './released.ts'
import { stagedText } from './staged-file.ts'

/** What the file says of itself. */
const ABOUT = [
  'For each field of each record that answers the request, withheld ones too, one digest. It binds the City to what the field says and tells nothing of it.',
  'commitment = SHA-256 of: the byte 0, the salt, the SHA-256 of ["number","field",value] as JSON without blanks.',
  'The values of released fields stand under “fields” in native/, their salts here. The salts of what is kept back stay with the City.',
  'record = SHA-256 of: the byte 0, the SHA-256 of ["number","outcome",[grounds]], its commitments; node = SHA-256 of: the byte 1, left, right; an odd node is promoted.',
  'root = SHA-256 of: the byte 2, the SHA-256 of ["vault","request",production,"ledgerHead",[[accession,"root"]]], the topmost node.',
]

/** Every word that the file says by itself. */
export const COMMITMENT_WORDS: readonly string[] = [
  ...ABOUT,
  ...FIELDS,
  'format muniment-commitments formatVersion about bound vault request production ledgerHead captures accession root fields records',
  'number outcome grounds commitments salts released redacted withheld null',
]

export interface CommitmentsFile {
  /** Adds a record; returns what its own file shows, and its source. @throws MunimentError VAULT_DAMAGED without its secret */
  add(released: Released): Promise<Omit<NonNullable<ReturnType<typeof committedRecord>>, 'record'>>
  /** Ends the file; returns the root. */
  finish(): Promise<string>
  /** Lets go of it. */
  close(): void
}

/** Begins the file. @param path where it grows */
export function commitmentsFile(db: Driver, packet: Packet, path: string): CommitmentsFile {
  const out = stagedText(path)
  const tree = commitmentTree(nodeTools)
  const scope = scopeOf(packet.document)
  const bound = boundOf(packet)
  let records = 0
  const head = { format: 'muniment-commitments', formatVersion: 1, about: ABOUT, bound, fields: FIELDS }
  return {
    add: async (released) => {
      const { position } = released.item
      const secret = secretOf(db, packet.production.id, position)
      const made = secret === null ? null : committedRecord(db, released, secret, scope)
      if (made === null) throw secretless(released.label)
      tree.add(made.record)
      const before = records === 0 ? `${JSON.stringify(head).slice(0, -1)},"records":[\n` : ',\n'
      await out.write(`${before}${JSON.stringify(made.record)}`)
      records += 1
      return { shown: made.shown, source: made.source }
    },
    finish: async () => {
      const root = tree.root(bound)
      const before = records === 0 ? `${JSON.stringify(head).slice(0, -1)},"records":[` : ''
      await out.write(`${before}],\n"root":"${root}"}\n`)
      await out.end()
      return root
    },
    close: () => out.close(),
  }
}

/** What the commitments of a production are bound to. */
function boundOf({ document, production, ledgerHead }: Packet): Bound {
  return {
    vault: document.vault.id,
    request: production.request,
    production: production.id,
    ledgerHead,
    captures: document.exports.map(({ accession, root }) => ({ accession, root })),
  }
}

function secretless(label: string): MunimentError {
  return new MunimentError(
    'VAULT_DAMAGED',
    `The secret behind the commitments to ${label} is no longer in the vault. No packet was made; start it again, so that the responsive set is taken anew.`,
  )
}
