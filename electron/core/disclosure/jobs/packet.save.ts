import { packetSave } from '../../../../shared/contract/packet.ts'
import { work } from '../../job/define.ts'
import { digestOf } from '../../vault/hex.ts'
import { leaseOf } from '../../vault/objects/lease.ts'
import { copyOutside, expectWritable, writableFile } from '../../vault/outside.ts'
import packetCopied from '../batches/packet.copied.ts'
import { findObject } from '../object-bytes.ts'
import { packetDamaged } from '../sealed.ts'
import { standingProduction } from '../standing-production.ts'

export default work(packetSave, false, async (context, { production, to }) => {
  const { db, folder } = context
  const { sealed } = standingProduction(db, production)
  const target = writableFile(context, to)
  await expectWritable(target)
  const lease = leaseOf(db, folder, sealed.digest)
  const object = findObject(db, folder, sealed.digest)
  if (lease === null || object === null) throw packetDamaged(production)
  // Read once before anything is written: a packet that rotted in the vault goes nowhere.
  let done = 0
  for await (const chunk of object.bytes()) {
    done += chunk.length
    context.progress({ stage: 'checking', done, total: sealed.size, unit: 'bytes' })
  }
  const copy = await copyOutside(lease.file, target.path)
  if (digestOf(copy.digest) !== sealed.digest) throw packetDamaged(production)
  await context.write(packetCopied, { production, name: target.name, place: target.path, ...copy })
  return sealed
})
