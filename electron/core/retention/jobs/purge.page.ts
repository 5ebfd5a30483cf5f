import { purgePage } from '../../../../shared/contract/approval.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { work } from '../../job/define.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { officeInForce } from '../../vault/repository/disposition/approval.ts'
import { printSigningPages } from '../approval/print-pages.ts'
import { knownPlan, readPlan } from '../approval/read-plan.ts'
import { planStanding } from '../approval/standing.ts'
import notePage from '../batches/purge.note-page.ts'
import { heldPackages } from '../execution/ground.ts'

export default work(purgePage, false, async (context, { plan: id, roles, to }) => {
  const { db, folder, startedAt } = context
  const target = writableFile(context, to)
  const known = knownPlan(db, id)
  const plan = readPlan(folder, known)
  const { listed, struck, withThread } = planStanding(db, folder, known, plan, startedAt)
  await expectWritable(target)
  const office = officeInForce(db)
  const signing = roles.length > 0 ? roles : office.chain
  const day = { zone: plan.zone, today: localDate(startedAt, plan.zone) }
  const held = await heldPackages(db, folder, day, context.signal)
  const packages = plan.packages.map((one) => ({ ...one, held: held.get(one.package) ?? 0 }))
  let pages = 0
  const written = await writeOutside(target.path, async (aside) => {
    pages = await printSigningPages(createWriteStream(aside), {
      ...{ plan, number: id, struck: struck.length, withThread, at: startedAt, office, listed, packages },
      roles: signing,
    })
  })
  const copy = { kind: 'purge-report', subject: `plan ${id}`, name: target.name, place: target.path } as const
  await context.write(notePage, {
    plan: id,
    copy: { ...copy, ...written, at: startedAt },
    heldPackages: signing.includes('city-attorney') && packages.some((one) => one.held > 0),
  })
  return { pages }
})
