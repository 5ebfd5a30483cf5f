// Backups in a game, and an old one restored into a new folder, in which it is played on: what was destroyed since is not there, what holds goes on.
import { rmSync } from 'node:fs'
import { restoreVault } from '../../../electron/core/restore-vault.ts'
import vaultBackup from '../../../electron/core/vault/jobs/vault.backup.ts'
import { Instant } from '../../../shared/domain/time.ts'
import type { Desk } from './desk.ts'
import { type FileKnown, type HoldKnown, identityOf, keyOf, type State, strikeMarked } from './state.ts'

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
  const requests = new Map(base.requests.map((one) => [one.id, one]))
  const asked = later.requests.filter(({ id, open }) => open && !requests.has(id))
  const standing: HoldKnown[] = [
    ...base.holds.filter((one) => !goneFiles.has(fileOf(one))).map((one) => alsoNaming(one, later)),
    ...later.holds.filter((one) => isNews(one, base)).map((one) => ({ ...one, id: 0, request: null })),
    ...asked.map(({ id, scope }) => ({ id: 0, label: `Request ${id}`, scope, request: null, files: [] })),
  ]
  return {
    ...base,
    records: base.records.filter((one) => !gone.has(identityOf(one))),
    marked: base.records.flatMap((one) => (gone.has(identityOf(one)) ? one.packages : [])),
    destroyed: later.destroyed,
    goneFiles: later.goneFiles,
    copies: later.copies,
    holds: standing,
    requests: base.requests.filter(({ id }) => !goneFiles.has(`request-file ${id}`)),
    files: filesRestored(base, later),
    certified: later.certified,
    plans: base.plans
      .filter(({ id }) => !goneFiles.has(`purge-plan ${id}`))
      .map((one) => ({ ...one, carriedOut: one.carriedOut || later.certified[String(one.id)] !== undefined })),
  }
}

/** A hold of a request goes with the file of this. */
function fileOf({ id, request }: HoldKnown): string {
  return request === null ? `hold-file ${id}` : `request-file ${request}`
}

/** What a hold names by now it goes on naming. */
function alsoNaming(one: HoldKnown, later: State): HoldKnown {
  const now = later.holds.find(({ label }) => label === one.label)
  return { ...one, files: [...new Set([...one.files, ...(now?.files ?? [])])] }
}

/** Whether a hold was placed since, or covers something else than it did. */
function isNews(one: HoldKnown, base: State): boolean {
  const before = base.holds.find(({ label }) => label === one.label)
  return before === undefined || JSON.stringify(before.scope) !== JSON.stringify(one.scope)
}

/** The files of the backup that were not destroyed since, and the plans that were carried out since. A request goes with its packets. */
function filesRestored(base: State, later: State): FileKnown[] {
  const gone = new Set(later.goneFiles)
  const files = base.files
    .filter((one) => !gone.has(keyOf(one)) && !gone.has(`request-file ${one.request}`))
    .map((one) => {
      const at = one.kind === 'purge-plan' ? later.certified[one.id]?.at : undefined
      return { ...one, touched: Math.max(one.touched, at ?? 0) }
    })
  const known = new Set(files.map(keyOf))
  for (const [id, { made, at }] of Object.entries(later.certified)) {
    const key = `purge-plan ${id}`
    if (known.has(key) || gone.has(key)) continue
    const begun = { kind: 'purge-plan' as const, id, opened: made, touched: Math.max(made, at), stamp: 0, closed: null }
    files.push({ ...begun, open: false, about: [], request: null, words: [] })
  }
  return files
}

/** Finds the numbers that the restored vault gave to holds of later, and that it has no other. */
function giveNumbers(desk: Desk): void {
  const { vault, state } = desk
  const rows = vault.db.all<{ id: number; label: string }>('SELECT id, label FROM hold WHERE released_at IS NULL')
  const free = rows.filter(({ id }) => !state.holds.some((one) => one.id === id))
  for (const one of state.holds) {
    if (one.id !== 0) continue
    const at = free.findIndex(({ label }) => label === one.label)
    if (at < 0) throw desk.wrong(`restored, ${one.label} does not hold any more`)
    one.id = free[at]?.id ?? 0
    free.splice(at, 1)
    desk.open('hold-file', String(one.id))
  }
  if (free.length > 0)
    throw desk.wrong(`restored, ${free.map(({ label }) => label).join(', ')} holds though it did not stand`)
}
