// Gathers a support file. Every word in it is one that the program knows beforehand; any other becomes “other”.
import { availableParallelism, freemem, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { SupportFile } from '../../../shared/contract/support.ts'
import { guides } from '../../../shared/domain/intake/guides.ts'
import { readVaultFile } from '../vault/about.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { statIfThere } from '../vault/cipher/fs.ts'
import { statfs } from '../vault/cipher/fs-promises.ts'
import { isPractice } from '../vault/repository/practice.ts'
import { setting } from '../vault/repository/setting.ts'
import {
  accessionsByState,
  accountsByPlatform,
  freeBytes,
  migrationNames,
  newestRecords,
  rowsByTable,
  storedSums,
} from '../vault/repository/support.ts'
import { MUNIMENT_VERSION } from '../vault/version.ts'
import { supportJobs } from './support-jobs.ts'

/** Platforms that have no guide and are known all the same. */
const OTHER_PLATFORMS = ['hand', 'produced', 'files', 'web', 'other']
const ACCESSION_STATES = ['receiving', 'complete', 'undoing', 'undone']

/** What a support file says now. */
export async function supportFile(db: Driver, folder: string): Promise<SupportFile> {
  const about = readVaultFile(folder)
  const migrations = migrationNames(db)
  const rows = timed(() => rowsByTable(db))
  const newest = timed(() => newestRecords(db))
  const disk = await statfs(folder)
  return {
    format: 'muniment-support',
    formatVersion: 1,
    versions: versions(db),
    computer: {
      platform: oneOf(['linux', 'darwin', 'win32'] as const, process.platform),
      processor: oneOf(['x64', 'arm64'] as const, process.arch),
      processors: availableParallelism(),
      memory: totalmem(),
      memoryFree: freemem(),
      diskFree: disk.bavail * disk.bsize,
    },
    vault: {
      practice: isPractice(db),
      formatVersion: about.formatVersion,
      migrations: migrations.length,
      newestMigration: /^\d{8}T\d{6}(?=_)/.exec(migrations.at(-1) ?? '')?.[0] ?? null,
    },
    settings: {
      fold: countOrNull(setting(db, 'fold_version')),
      closedInOrder: setting(db, 'clean_close') === '1',
      inbox: setting(db, 'inbox') !== null,
    },
    rows: Object.fromEntries(rows.value),
    sizes: {
      catalog: sizeOf(join(folder, 'catalog.sqlite')),
      log: sizeOf(join(folder, 'catalog.sqlite-wal')),
      freePages: freeBytes(db),
      ...storedSums(db),
    },
    accounts: tallied(accountsByPlatform(db), [...guides.map(({ platform }) => platform), ...OTHER_PLATFORMS]),
    accessions: SupportFile.shape.accessions.parse(tallied(accessionsByState(db), ACCESSION_STATES)),
    jobs: supportJobs(db),
    timings: { countRows: rows.ms, newestRecords: newest.ms },
  }
}

function versions(db: Driver): SupportFile['versions'] {
  const { electron, chrome, node } = process.versions
  const sqlite = db.get<{ version: string }>('SELECT sqlite_version() AS version')?.version
  return {
    muniment: numbers(MUNIMENT_VERSION),
    node: numbers(node),
    electron: electron === undefined ? null : numbers(electron),
    chrome: chrome === undefined ? null : numbers(chrome),
    sqlite: numbers(sqlite ?? ''),
    system: numbers(release()),
  }
}

/** A version without what may be written behind its numbers. */
function numbers(version: string): string {
  return /^\d{1,6}(?:\.\d{1,6}){0,3}/.exec(version)?.[0] ?? '0'
}

/** The word where it is a known one, `other` where it is not. */
function oneOf<Known extends string>(known: readonly Known[], word: string): Known | 'other' {
  return known.find((one) => one === word) ?? 'other'
}

/** Counts by word, zero for every known one that does not occur; what is not known is counted together. */
function tallied(
  rows: readonly { readonly word: string; readonly count: number }[],
  known: readonly string[],
): Record<string, number> {
  const tally = new Map([...known, 'other'].map((word) => [word, 0]))
  for (const { word, count } of rows) {
    const name = oneOf(known, word)
    tally.set(name, (tally.get(name) ?? 0) + count)
  }
  return Object.fromEntries(tally)
}

function countOrNull(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}

function sizeOf(path: string): number {
  return statIfThere(path)?.size ?? 0
}

function timed<Value>(work: () => Value): { readonly value: Value; readonly ms: number } {
  const began = performance.now()
  const value = work()
  return { value, ms: Math.round((performance.now() - began) * 10) / 10 }
}
