// The certificate as data: contents as law.md §3.4 lists them. It certifies the archive copy in this vault, and nothing else.
import { createHash } from 'node:crypto'
import { bagProves } from '../../../../shared/domain/disposition/custody.ts'
import { Certificate, type Tombstone } from '../../../../shared/domain/disposition/destruction.ts'
import type { PlanDepartment } from '../../../../shared/domain/disposition/disposition.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { ledgerHead } from '../../vault/ledger/ledger.ts'
import { destroyedByAccount, passedOver, struckPackages } from '../../vault/repository/disposition/certificate.ts'
import { ledgerWhenProved } from '../../vault/repository/disposition/destruction.ts'
import { destroyedFiles, stayingFiles } from '../../vault/repository/disposition/destruction-file.ts'
import { destroyedCsv } from '../destroyed-list.ts'
import { placeOfPackage } from '../scan/struck-bytes.ts'
import { seriesRows } from './series-rows.ts'
import { knownDestruction } from './summary.ts'
import { tombstonesOf } from './tombstones.ts'

/** Makes it of what is in the catalog. */
export function certificateOf(db: Driver, id: number): Certificate {
  const { facts, certificate, beganAt, executedAt, stopped, proof, ledgerBefore } = knownDestruction(db, id)
  if (proof === null || executedAt === null) throw new Error('a destruction is certified once it was looked through')
  const { custody } = facts.plan
  const destroyed = tombstonesOf(db, { id, facts })
  const files = destroyedFiles(db, id)
  return Certificate.parse({
    ...facts,
    format: custody === undefined ? 'muniment-certificate-of-destruction' : 'muniment-certificate-of-custody',
    formatVersion: 1,
    ...(custody === undefined ? {} : { bagProves }),
    number: certificate,
    ...{ beganAt, executedAt, stopped, destroyed, proof, ledgerBefore },
    passedOver: passedOver(db, id),
    files,
    filesKept: stayingFiles(db, id),
    // What could not be overwritten stands in the proof, and is tried again at each opening.
    packages: struckPackages(db, id).filter((one) => !proof.left.some(({ place }) => place === placeOfPackage(one.id))),
    bySeries: bySeries(db, facts, destroyed),
    ...byDepartment(db, id, facts.plan.departments),
    manifest: digestOf(createHash('sha256').update(destroyedCsv({ destroyed, files })).digest()),
    // Not the newest: made again after an interruption the certificate is the same, byte for byte.
    ledgerAfter: digestOf(ledgerWhenProved(db, id) ?? ledgerHead(db).hash),
  })
}

function byDepartment(db: Driver, id: number, departments: readonly PlanDepartment[] | undefined) {
  if (departments === undefined) return {}
  const gone = destroyedByAccount(db, id)
  const counted = departments.map(({ department, accounts }) => ({
    department,
    records: accounts.reduce((sum, account) => sum + (gone.get(account) ?? 0), 0),
  }))
  return { byDepartment: counted.filter(({ records }) => records > 0) }
}

type Facts = Pick<Certificate, 'today' | 'zone' | 'plan'>

function bySeries(db: Driver, { today, zone, plan }: Facts, destroyed: readonly Tombstone[]) {
  const groups = Map.groupBy(destroyed, ({ series }) => series)
  const approved = plan.series ?? seriesRows(db, [...groups.keys()], today)
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([series, rows]) => {
      const known = approved.find(({ code }) => code === series)
      const days = rows.flatMap(({ at }) => (at === null ? [] : [localDate(at, zone)])).sort()
      return {
        series,
        title: known?.title ?? '',
        retention: known?.retention ?? '',
        citation: known?.citation ?? '',
        records: rows.length,
        first: days[0] ?? null,
        last: days.at(-1) ?? null,
        bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0),
      }
    })
}
