// What the attorney opens of a record: the values and salts of fields, and its whole source with the way to the roots taken at receipt.
import { RecordId } from '../../../../shared/domain/id.ts'
import type { Opening } from '../../../../shared/packet/opening.ts'
import { hexOf } from '../../../../shared/packet/tools.ts'
import { leafOf, pathTo } from '../../../../shared/packet/tree.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { fragmentsOf } from '../../vault/record/read.ts'
import { itemsFrom } from '../../vault/repository/packet/production.ts'
import { accountOfRecord, secretOf, sightingsUnder } from '../../vault/repository/packet/production-seal.ts'
import { nodeTools } from '../verify/node-tools.ts'
import { saltsOf, wholeValues } from './committed.ts'
import type { VersionSource } from './native.ts'
import type { Packet } from './packet.ts'
import { scopeOf } from './released.ts'

type Shown = Pick<Opening, 'fields' | 'source'>

/** What is shown; null where the record or its secret is no longer in the vault. */
export function openedFields(
  db: Driver,
  packet: Packet,
  position: number,
  fields: readonly string[],
  withSource: boolean,
): Shown | null {
  const [item] = itemsFrom(db, packet.production.id, position, 1)
  const secret = secretOf(db, packet.production.id, position)
  const scope = scopeOf(packet.document)
  const account = item === undefined ? undefined : accountOf(db, packet, item.record)
  if (item === undefined || secret === null || account === undefined) return null
  const whole = wholeValues(db, item, account, scope)
  const saltOf = saltsOf(secret)
  if (whole === null) return null
  const wanted = withSource ? [...new Set([...fields, 'source'])] : fields
  return {
    fields: wanted.map((field) => ({
      field,
      value: whole.values[field] ?? null,
      salt: hexOf(saltOf(field)),
    })),
    source: withSource ? sourceShown(db, item.record, whole.source, [...scope.made.keys()]) : null,
  }
}

function accountOf(db: Driver, { document }: Packet, record: number) {
  const account = accountOfRecord(db, record)
  return document.accounts.find(({ id }) => id === account)
}

function sourceShown(
  db: Driver,
  record: number,
  source: readonly VersionSource[],
  accessions: readonly number[],
): NonNullable<Opening['source']> {
  const fragments = source.flatMap(({ version }) =>
    fragmentsOf(db, RecordId.parse(record), version).map(({ role, bytes }) => ({ version, role, hex: hexOf(bytes) })),
  )
  const digests = new Set(source.flatMap((one) => one.fragments.map(({ received }) => received)))
  return { fragments, captures: accessions.flatMap((accession) => capturesOf(db, accession, digests)) }
}

/** The way to an accession's root from each sighting of a fragment. */
function capturesOf(
  db: Driver,
  accession: number,
  digests: ReadonlySet<string>,
): NonNullable<Opening['source']>['captures'] {
  const leaves: Uint8Array[] = []
  const seen: { readonly index: number; readonly digest: string; readonly salt: string }[] = []
  for (const { digest, salt, leaf } of sightingsUnder(db, accession)) {
    const known = digest === null || salt === null ? null : { digest: hexOf(digest), salt: hexOf(salt) }
    if (known !== null && digests.has(known.digest)) seen.push({ index: leaves.length, ...known })
    if (leaf !== null) leaves.push(leaf)
    else if (digest !== null && salt !== null) leaves.push(leafOf(nodeTools, salt, digest))
  }
  return seen.map(({ index, digest, salt }) => {
    const steps = pathTo(nodeTools, leaves, index).map(({ side, node }) => ({ side, node: hexOf(node) }))
    return { accession, digest, salt, steps }
  })
}
