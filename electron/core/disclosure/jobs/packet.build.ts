import { join } from 'node:path'
import { packetBuild } from '../../../../shared/contract/request.ts'
import type { ProductionId } from '../../../../shared/domain/id.ts'
import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import { type JobContext, work } from '../../job/define.ts'
import type { GrantedFile } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { settleAnnounced } from '../../vault/objects/announced.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { putObject } from '../../vault/objects/put.ts'
import { copyOutside, expectWritable, writableFile } from '../../vault/outside.ts'
import { unfinishedProduction } from '../../vault/repository/packet/production.ts'
import { attorneyActing } from '../attorney.ts'
import packetCopied from '../batches/packet.copied.ts'
import packetIssue from '../batches/packet.issue.ts'
import packetWithdraw from '../batches/packet.withdraw.ts'
import type { Asked } from '../freeze/asked.ts'
import { isCurrent } from '../freeze/current.ts'
import { freeze } from '../freeze/freeze.ts'
import { knownRequest } from '../known-request.ts'
import { buildInto } from '../packet/build-into.ts'
import { openProduction, type Packet, packetName } from '../packet/packet.ts'
import { isRestrictedSince } from '../unreviewed.ts'

export default work(packetBuild, false, async (context, { request: id, to, ...asked }) => {
  if (!asked.commitments) attorneyActing(context, 'may leave the commitments out of a packet')
  const request = knownRequest(context.db, id)
  const target = to === null ? null : writableFile(context, to)
  if (target !== null) await expectWritable(target)
  const packet = openProduction(context.db, await settle(context, request, asked))
  try {
    return await issue(context, packet, target)
  } catch (error) {
    // What was not finished because the clerk stopped it leaves nothing behind; after any other end it is taken up again.
    if (context.signal.aborted) await context.write(packetWithdraw, { production: packet.production.id })
    throw error
  }
})

/** Goes on with a production that was never finished, if nothing has come in since; freezes a new one otherwise. */
async function settle(context: JobContext, request: PublicRequest, asked: Asked): Promise<ProductionId> {
  const unfinished = unfinishedProduction(context.db, request.id)
  if (unfinished !== null) {
    const packet = openProduction(context.db, unfinished)
    if (isCurrent(context.db, packet, asked) && !isRestrictedSince(context.db, packet)) return unfinished
    await context.write(packetWithdraw, { production: unfinished })
  }
  return freeze(context, request, asked)
}

async function issue(context: JobContext, packet: Packet, target: GrantedFile | null) {
  const { folder, signal } = context
  const { production } = packet
  const options = {
    db: context.db,
    folder,
    aside: join(folder, 'staging', `packet-${production.id}`),
    signal,
    progress: (done: number) => context.progress({ stage: 'building', done, total: production.items, unit: 'records' }),
  }
  const store = (bytes: AsyncIterable<Uint8Array>) =>
    putObject(folder, `packet-${production.id}.zip`, bytes, 'announced')
  const { built, stored: put } = await buildInto(packet, options, store)
  const name = packetName(packet)
  const { root, undrawable, pages } = built
  await context.write(packetIssue, {
    production: production.id,
    request: production.request,
    settledAt: production.frozenAt,
    packet: { ...put, member: null },
    name,
    root,
    pages,
  })
  settleAnnounced(folder, [put])
  const digest = digestOf(put.digest)
  if (target !== null) {
    const copy = await copyOutside(join(folder, objectPath(digest)), target.path)
    await context.write(packetCopied, {
      production: production.id,
      name: target.name,
      place: target.path,
      ...copy,
    })
  }
  return { production: production.id, items: production.items, name, size: put.size, digest, undrawable }
}
