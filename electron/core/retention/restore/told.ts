// What tells of destructions since a backup where the vault in which they were is lost: certificates as data, lists of what was destroyed, the ledger.
import { hash } from 'node:crypto'
import { z } from 'zod'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { Certificate, DestroyedFile, Tombstone } from '../../../../shared/domain/disposition/destruction.ts'
import { Digest } from '../../../../shared/domain/id.ts'
import { readFileSync } from '../../vault/cipher/fs.ts'
import { readDestroyedCsv } from '../destroyed-list.ts'

/** Paths of files. */
export interface ToldFiles {
  readonly certificates: readonly string[]
  /** As `muniment purge destroyed` writes them, JSON or CSV. */
  readonly lists: readonly string[]
  /** As `muniment ledger --all --json` writes it; null for none. */
  readonly ledger: string | null
}

/** A destruction as it is told. `certificate` null where a list alone tells of it, which nothing attests. */
export interface ToldDestruction {
  /** The number of the certificate, or the name of the list. */
  readonly name: string
  readonly destroyed: readonly z.output<typeof Gone>[]
  readonly files: readonly z.output<typeof GoneFile>[]
  readonly certificate: { readonly number: string; readonly plan: number; readonly digest: Uint8Array } | null
}

/** Everything that is told; the certificates first, the oldest of them first. */
export interface Told {
  readonly destructions: readonly ToldDestruction[]
  readonly ledger: string | null
}

/** A table names no leaves. */
const Gone = Tombstone.pick({ account: true, kind: true, nativeId: true, recordId: true })
  .extend({ leaves: z.array(Digest).default([]) })
  .loose()
const GoneFile = DestroyedFile.pick({ kind: true, id: true, openedAt: true }).loose()
const List = z.looseObject({ destroyed: z.array(Gone), files: z.array(GoneFile).default([]) })

/**
 * Reads all of it.
 * @throws MunimentError INPUT_INVALID where a file is not what it is given as, or a certificate is of another vault
 */
export function readTold(files: ToldFiles | undefined, vaultId: string): Told {
  if (files === undefined) return { destructions: [], ledger: null }
  const certificates = files.certificates.map((path) => readCertificate(path, vaultId))
  certificates.sort((one, other) => one.executedAt - other.executedAt)
  const told = certificates.map(({ executedAt: _, ...destruction }) => destruction)
  return { destructions: [...told, ...files.lists.map(readList)], ledger: files.ledger }
}

function readCertificate(path: string, vaultId: string): ToldDestruction & { readonly executedAt: number } {
  const bytes = read(path)
  const parsed = Certificate.safeParse(parsedJson(bytes))
  if (!parsed.success) throw invalid(`${path} is no certificate of destruction or of custody as data (JSON).`)
  const { number, plan, destroyed, files = [], executedAt } = parsed.data
  if (parsed.data.vaultId !== vaultId) throw invalid(`${path} is of another vault.`)
  const certificate = { number, plan: plan.number, digest: hash('sha256', bytes, 'buffer') }
  return { name: number, destroyed, files, certificate, executedAt }
}

function readList(path: string): ToldDestruction {
  const bytes = read(path)
  const table = /\.csv$/i.test(path) ? readDestroyedCsv(bytes.toString('utf8')) : null
  if (typeof table === 'string') throw invalid(`${path} ${table}`)
  const parsed = List.safeParse(table ?? parsedJson(bytes))
  if (parsed.success) return { name: path, ...parsed.data, certificate: null }
  throw invalid(
    `${path} is no list of what was destroyed, as “muniment purge destroyed” writes it with --json or --csv.`,
  )
}

/** @throws MunimentError INPUT_INVALID */
export function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    throw invalid(`${path} could not be read.`)
  }
}

/** A refusal before anything was restored. */
export function invalid(sentence: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${sentence} Nothing was restored.`)
}

/** The value of a JSON text, null where it is none. */
export function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
