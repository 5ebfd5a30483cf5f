// How long a plan over a vault of a million records takes, beside a bare scan of the same records in the same run. Run: npm run bench -- plan
import { constants, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { Instant, localDate } from '../../shared/domain/time.ts'
import { adopt, drawPlan, POSTS } from '../support/purgeable.ts'
import { openBuilt } from './open.ts'
import { asClerk } from './purgeable-vault.ts'

/** Draws a plan up over a copy of the vault that `npm run bench` made. @param folder that holds it */
export async function benchPlan(folder: string): Promise<void> {
  const made = join(folder, 'bench.muniment')
  if (!existsSync(made)) throw new Error('There is no vault of a million records yet: npm run bench makes it.')
  const own = mkdtempSync(join(folder, 'plan-'))
  const vault = join(own, 'bench.muniment')
  const filter = (path: string) => basename(path) !== 'catalog-before-migration.sqlite'
  cpSync(made, vault, { recursive: true, mode: constants.COPYFILE_FICLONE, filter })
  try {
    await openBuilt(vault, false).then((archive) => archive.close())
    classified(vault)
    const archive = await openBuilt(vault, false)
    const clerk = await asClerk(archive, 'AlderBayRecords')
    await adopt(clerk)
    const began = performance.now()
    const plan = await drawPlan(clerk, localDate(Instant.parse(Date.now()), archive.about.zone))
    const seconds = (performance.now() - began) / 1000
    await archive.close()
    const bare = bareScan(vault)
    const records = plan.eligible + plan.excluded
    console.log(
      `plan over ${records} records, ${plan.eligible} of them eligible: ${seconds.toFixed(1)} s; a bare scan of the same records: ${bare.toFixed(1)} s`,
    )
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

/** Every post in its series: written at once, because not that is measured. */
function classified(vault: string): void {
  const db = new Database(join(vault, 'catalog.sqlite'))
  db.prepare('UPDATE record SET series = ?').run(POSTS)
  db.close()
}

/** Seconds in which SQLite alone reads what a plan must read: every record with its versions and their salts. */
function bareScan(vault: string): number {
  const db = new Database(join(vault, 'catalog.sqlite'), { readonly: true })
  const began = performance.now()
  let rows = 0
  const sql = `SELECT record.id, at, kind, series, version.digest, salt FROM record JOIN version ON version.record_id = record.id
    JOIN observation USING (member_id, position) ORDER BY record.id`
  for (const _row of db.prepare(sql).raw().iterate()) rows += 1
  db.close()
  if (rows === 0) throw new Error('the scan found no record')
  return (performance.now() - began) / 1000
}
