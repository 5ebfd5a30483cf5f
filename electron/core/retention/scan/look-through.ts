// The proof: the whole vault folder, and whatever folder the app keeps data in, looked through for traces of what was destroyed, as the bytes
// lie and unpacked. What is found is told by where it stands.
import { basename, join } from 'node:path'
import type { DestructionProof, Found } from '../../../../shared/domain/disposition/destruction.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { JobContext } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { openLooking } from '../../vault/catalog/looking.ts'
import { hasPassphrase } from '../../vault/cipher/key-file.ts'
import { memberBytes } from '../../vault/packages/member-bytes.ts'
import { packageFile } from '../../vault/packages/place.ts'
import { traceRuns, tracesOf } from '../../vault/repository/disposition/destruction-work.ts'
import { packedMembers } from '../../vault/repository/disposition/residual.ts'
import { filesBelow, readThrough } from '../../vault/trace/files.ts'
import { seeker } from '../../vault/trace/seek.ts'
import { TRACE_BYTES, tracer } from '../../vault/trace/traces.ts'
import { catalogHits, type Hits, sourcesSeen } from './catalog-hits.ts'
import { inOwnWords } from './own-words.ts'
import { residualCopies } from './residual-copies.ts'
import { struckBytesLeft } from './struck-bytes.ts'
import { tellPlaces } from './tell-places.ts'

type Settled = Pick<DestructionProof, 'vacuumed' | 'logEmptied'>

/** Looks through everything. @param key of the traces */
export async function lookThrough(
  job: JobContext,
  destruction: number,
  key: Uint8Array,
  settled: Settled,
): Promise<DestructionProof> {
  const { db, folder, signal } = job
  const traces = tracesOf(db, destruction)
  const trace = tracer(key)
  const seek = seeker(traces, trace)
  const counts = { files: 0, bytes: 0, unpacked: 0, traces: seek.count }
  const left: Found[] = []
  /** What another program keeps to itself is nobody's proof, and said. */
  const out: Found[] = []
  const hits: Hits = new Map()
  const meet = (place: string) => (number: number) => {
    const known = hits.get(place)
    if (known) known.add(number)
    else hits.set(place, new Set([number]))
  }
  const unread = (place: string) =>
    (place.startsWith('(') ? out : left).push({
      place,
      sentence: 'It could not be read, so nobody knows what it holds.',
    })

  const readFolder = async (root: string, named: (path: string) => string) => {
    for (const path of filesBelow(root, (one) => unread(named(one)))) {
      seek.begin()
      const size = await readThrough(join(root, path), signal, (bytes) => seek.read(bytes, meet(named(path))))
      if (size === null) unread(named(path))
      counts.files += 1
      counts.bytes += size ?? 0
      job.progress({ stage: 'looking through the files', done: counts.files, total: null, unit: 'files' })
    }
  }
  await readFolder(folder, (path) => path)
  for (const other of job.dataFolders) await readFolder(other, (path) => join(`(${basename(other)})`, path))
  for (const { package: id, ...member } of packedMembers(db)) {
    const file = packageFile(folder, id, 'zip', '')
    seek.begin()
    try {
      for await (const bytes of memberBytes(file, member, signal)) {
        seek.read(bytes, meet(join('packages', id, 'package.zip')))
        counts.unpacked += bytes.length
      }
    } catch {
      signal.throwIfAborted()
      unread(join('packages', id, 'package.zip'))
    }
  }

  const looking = openLooking(join(folder, 'catalog.sqlite'))
  try {
    job.progress({ stage: 'looking through the catalog', done: 0, total: null, unit: 'rows' })
    // As it lies, an encrypted catalog shows nothing: what its pages hold is looked at in memory, the free ones, too.
    if (hasPassphrase(folder)) {
      const pages = pagesOf(looking)
      if (pages === null) unread('catalog.sqlite')
      else {
        seek.begin()
        seek.read(pages, meet('catalog.sqlite'))
        counts.unpacked += pages.length
      }
    }
    const sources = sourcesSeen(looking, seek)
    counts.unpacked += sources.unpacked
    if (sources.left.size > 0) {
      const sentence = `${amount(sources.left.size, 'trace')} of destroyed records stand in sources that no record was read from.`
      left.push({ place: 'catalog.sqlite', sentence })
    }
    const met = new Set([...hits.values()].flatMap((numbers) => [...numbers]))
    const inCatalog = catalogHits(looking, seeker(traces, trace, met), signal)
    const own = inOwnWords(looking, folder, seeker(traces, trace, met))
    const told = tellPlaces(db, hits, inCatalog, {
      kept: new Set([...sources.kept, ...own]),
      ofFiles: tracesOfFiles(db, destruction),
    })
    left.push(...told.left, ...struckBytesLeft(db, folder, destruction), ...inCatalog.stray)
    const residual = [...out, ...told.residual, ...residualCopies(db, destruction, readVaultFile(folder).zone)]
    const otherFolders = job.dataFolders.map((one) => basename(one))
    return { counts, shared: told.shared, left, residual, ...settled, otherFolders }
  } finally {
    looking.close()
  }
}

/** Null where the memory does not suffice. */
function pagesOf(looking: Driver): Uint8Array | null {
  try {
    return looking.pages()
  } catch {
    return null
  }
}

/** Numbers of the traces that are of the office's own files. */
function tracesOfFiles(db: JobContext['db'], destruction: number): ReadonlySet<number> {
  const numbers = new Set<number>()
  let from = 0
  for (const { bytes, ofFile } of traceRuns(db, destruction)) {
    const to = from + bytes / TRACE_BYTES
    if (ofFile === 1) for (let number = from; number < to; number += 1) numbers.add(number)
    from = to
  }
  return numbers
}
