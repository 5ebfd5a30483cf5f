// Backups in a game, and an old one restored into a new folder, in which it is played on: what was destroyed since is not there, what holds goes on.
import { rmSync } from 'node:fs'
import { restoreVault } from '../../../electron/core/restore-vault.ts'
import vaultBackup from '../../../electron/core/vault/jobs/vault.backup.ts'
import { Instant } from '../../../shared/domain/time.ts'
import type { Desk } from './desk.ts'
import { type HoldKnown, identityOf, type State, strikeMarked } from './state.ts'

/** Makes a backup; the one before is thrown away. */
export async function backUp(desk: Desk): Promise<void> {
  const { vault, backup } = desk
  desk.did()
  if (backup !== null) rmSync(backup.folder, { recursive: true })
  const { grant, path } = vault.grantWrite(desk.name('backup'))
  const state = structuredClone(desk.state)
  await vault.run(vaultBackup, { to: grant })
  desk.changed()
  desk.backup = { folder: path, state }
}

/** Restores the backup beside the vault as it is now, which is thrown away. */
export async function restore(desk: Desk): Promise<void> {
  const { vault, backup, state: later } = desk
  if (backup === null || desk.isBehind) return backUp(desk)
  const before = vault.folder
  const target = `${backup.folder}.restored`
  const means = { clock: () => Instant.parse(desk.now), random: vault.random, machine: 'desk-1' }
  desk.did()
  await restoreVault({ backup: backup.folder, target, later: before }, means)
  vault.reopen(target)
  rmSync(before, { recursive: true })
  rmSync(backup.folder, { recursive: true })
  desk.backup = null
  desk.state = restored(backup.state, later)
  strikeMarked(desk.state)
  desk.changed()
  giveNumbers(desk)
  desk.played.restored += 1
  const there = vault.db.get<{ n: number }>('SELECT count(*) AS n FROM record')?.n
  const wanted = desk.state.records.length
  if (there !== wanted) throw desk.wrong(`restored, the vault has ${there} records, the model ${wanted}`)
}

/** What a restored vault must know. A hold that was released since stands again; one that was destroyed with its file does not. */
function restored(base: State, later: State): State {
  const gone = new Set(later.destroyed)
  const goneFiles = new Set(later.goneFiles)
  const labels = new Set(base.holds.map(({ label }) => label))
  const requests = new Set(base.requests.map(({ id }) => id))
  const since = later.holds.filter(({ label }) => !labels.has(label))
  const asked = later.requests.filter(({ id, open }) => open && !requests.has(id))
  const standing: HoldKnown[] = [
    ...base.holds.filter(({ id }) => !goneFiles.has(`hold-file ${id}`)),
    ...since.map((one) => ({ ...one, id: 0, request: null })),
    ...asked.map(({ id, scope }) => ({ id: 0, label: `Request ${id}`, scope, request: null })),
  ]
  const touched = { ...base.touched }
  for (const [plan, at] of Object.entries(later.certified)) touched[plan] = Math.max(touched[plan] ?? 0, at)
  return {
    ...base,
    records: base.records.filter((one) => !gone.has(identityOf(one))),
    marked: base.records.flatMap((one) => (gone.has(identityOf(one)) ? one.packages : [])),
    destroyed: later.destroyed,
    goneFiles: later.goneFiles,
    holds: standing,
    ...{ touched, certified: later.certified },
    plans: base.plans
      .filter(({ id }) => !goneFiles.has(`purge-plan ${id}`))
      .map((one) => ({ ...one, carriedOut: one.carriedOut || later.certified[`purge-plan ${one.id}`] !== undefined })),
  }
}

/** Finds the numbers that the restored vault gave to holds of later, and that it has no other. */
function giveNumbers({ vault, state, wrong }: Desk): void {
  const rows = vault.db.all<{ id: number; label: string }>('SELECT id, label FROM hold WHERE released_at IS NULL')
  const free = rows.filter(({ id }) => !state.holds.some((one) => one.id === id))
  for (const one of state.holds) {
    if (one.id !== 0) continue
    const at = free.findIndex(({ label }) => label === one.label)
    if (at < 0) throw wrong(`restored, ${one.label} does not hold any more`)
    one.id = free[at]?.id ?? 0
    free.splice(at, 1)
  }
  if (free.length > 0)
    throw wrong(`restored, ${free.map(({ label }) => label).join(', ')} holds though it did not stand`)
}
