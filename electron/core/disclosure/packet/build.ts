// Building a packet from a frozen production and nothing else: one pass over its records, flat in memory.
import { join } from 'node:path'
import { COMMITMENTS, sumLine } from '../../../../shared/packet/manifest.ts'
import { WHOLE } from '../../../../shared/packet/zip-form.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { mkdir, rm } from '../../vault/cipher/fs-promises.ts'
import { loadFile } from '../load-file/load-file.ts'
import { once, wholeOf } from '../object-bytes.ts'
import { packetProof } from '../proof/packet-proof.ts'
import { type CommitmentsFile, commitmentsFile } from './commitments-file.ts'
import { counting } from './counting.ts'
import { csvHeader, csvRow } from './csv.ts'
import { htmlPages } from './html-pages.ts'
import { writeLetterFile } from './letter-file.ts'
import { fileLine, type ItemLeaf, itemTree, leafLine } from './manifest.ts'
import { writeManifest } from './manifest-files.ts'
import { nativeFile, sourceOf } from './native.ts'
import { releasedFields } from './native-released.ts'
import { fileIn, type Packet } from './packet.ts'
import { packetPdf } from './pdf.ts'
import { picturesOf } from './pdf-picture.ts'
import { readme } from './readme.ts'
import { type Released, releasedRecords } from './released.ts'
import { recordsSheet } from './sheet.ts'
import { stagedBytes, stagedText } from './staged-file.ts'
import { logCsv, writeLogPdf } from './withholding-files.ts'
import { type LogRow, logRows } from './withholding-log.ts'
import type { PacketZip, ZippedFile } from './zip.ts'

export interface BuildOptions {
  readonly db: Driver
  readonly folder: string
  /** A folder of this build's own for what is not finished; emptied before and after. */
  readonly aside: string
  readonly signal: AbortSignal
  /** Told how many records are written. */
  readonly progress: (done: number) => void
}

export interface Built {
  readonly root: string | null
  readonly undrawable: number
  readonly files: number
  /** Of records.pdf. */
  readonly pages: number
}

/**
 * Writes every file of a packet into an archive. The same production gives the same bytes.
 * @throws MunimentError RECORD_UNKNOWN, VAULT_DAMAGED; whatever stops the archive or `signal`
 */
export async function buildPacket(packet: Packet, zip: PacketZip, options: BuildOptions): Promise<Built> {
  const { db, folder, aside, signal, progress } = options
  const { production, document, zone, marking } = packet
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { recursive: true })
  const paths = {
    pdf: join(aside, 'records.pdf'),
    csv: join(aside, 'records.csv'),
    log: join(aside, 'withholding-log.pdf'),
    letter: join(aside, 'letter.pdf'),
    commitments: join(aside, COMMITMENTS),
  }
  const proof = await packetProof(db, packet)
  const kept: LogRow[] = []
  const named = (name: string) => fileIn(packet, name)
  const lists = {
    files: stagedText(join(aside, 'files')),
    sums: stagedText(join(aside, 'sums')),
    leaves: stagedText(join(aside, 'leaves')),
  }
  const tree = itemTree()
  const counts = counting(document.review)
  const committing: CommitmentsFile | null = document.commitments
    ? commitmentsFile(db, packet, paths.commitments)
    : null
  let files = 0
  let octets = 0

  const add = async (name: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<ZippedFile> => {
    const isMedia = name.startsWith('media/')
    if (content instanceof Uint8Array && !name.endsWith('.pdf'))
      await (isMedia ? proof?.media(name, content) : proof?.file(name, content))
    const file = await zip.add(
      name,
      isMedia && proof && !(content instanceof Uint8Array) ? proof.stream(name, content) : content,
    )
    await lists.files.write(`${files === 0 ? '' : ',\n'}${fileLine(file)}`)
    await lists.sums.write(sumLine(file))
    files += 1
    octets += file.size
    return file
  }

  const addLeaf = async (leaf: ItemLeaf, first: boolean) => {
    tree.add(leaf)
    await lists.leaves.write(`${first ? '' : ',\n'}${leafLine(leaf)}`)
  }

  const addMedia = async (released: Released) => {
    for (const { media } of [...released.earlier, released.newest]) {
      for (const { file, item } of media) {
        const object = file === null || item.digest === null ? null : packet.find(db, folder, item.digest)
        if (file === null || object === null) continue
        await add(file, object.size <= WHOLE ? await wholeOf(object) : object.bytes())
      }
    }
  }

  const csv = stagedText(paths.csv)
  const sheet = recordsSheet(packet)
  const pages = htmlPages(packet)
  const picture = picturesOf(db, folder, packet)
  let told = ''
  const hear = (text: string, level: number | null) => {
    told = level === null ? told + text : text
  }
  const pdf = packetPdf(db, packet, paths.pdf, picture, proof === null ? {} : { hear })
  const load = document.concordance
    ? loadFile(db, packet, aside, picture, {
        bytes: add,
        stream: add,
        pdf: async (name, path) => proof?.pdf(name, path),
        list: async (name, path) => proof?.table(name, path),
      })
    : null
  try {
    await pdf.begin()
    await csv.write(csvHeader(marking))
    let done = 0
    let leaves = 0
    for (const released of releasedRecords(db, production.id, document)) {
      signal.throwIfAborted()
      const span = await pdf.add(released)
      proof?.expect(released, told)
      await csv.write(csvRow(released, zone, marking, span))
      sheet?.add(released, span)
      const page = pages.add(released)
      if (page !== null) await add(page.name, Buffer.from(page.text))
      kept.push(...logRows(released, zone, span))
      await load?.add(released, span)
      counts.add(released)
      const committed = (await committing?.add(released)) ?? null
      done += 1
      progress(done)
      if (released.decision?.outcome === 'withhold') continue
      const shown = committed?.shown ?? null
      const source = () => committed?.source ?? sourceOf(db, released.record, [...released.earlier, released.newest])
      const whole = released.decision?.outcome !== 'redact'
      const bytes = whole ? nativeFile(released, source(), shown) : releasedFields(released, shown)
      const native = await add(released.native, bytes)
      const leaf = { number: released.label, salt: released.item.salt, file: native.name, sha256: native.sha256 }
      await addLeaf(leaf, leaves === 0)
      leaves += 1
      await addMedia(released)
    }
    const drawn = await pdf.finish()
    const undrawable = drawn.undrawable.reduce((sum, { count }) => sum + count, 0)
    await csv.end()
    await add(named('records.pdf'), stagedBytes(paths.pdf))
    await add(named('records.csv'), stagedBytes(paths.csv))
    if (sheet !== null) {
      const bytes = await sheet.bytes()
      await proof?.sheet(named('records.xlsx'), bytes, signal)
      await add(named('records.xlsx'), once(bytes))
    }
    if (document.letter !== null) {
      await writeLetterFile(paths.letter, packet, document.letter)
      await add(named('letter.pdf'), stagedBytes(paths.letter))
      await proof?.pdf(named('letter.pdf'), paths.letter)
    }
    await load?.finish()
    const commitments = (await committing?.finish()) ?? null
    if (commitments !== null) await add(COMMITMENTS, stagedBytes(paths.commitments))
    const front = pages.finish({ undrawable, counts: counts.counts(), log: kept })
    for (const page of front) await add(page.name, Buffer.from(page.text))
    await add('README.txt', Buffer.from(readme(packet, front.length > 1)))
    if (proof !== null && document.review !== null) {
      await add(named('withholding-log.csv'), Buffer.from(logCsv(kept, document.review, marking)))
      await writeLogPdf(paths.log, packet, document.review, kept)
      await add(named('withholding-log.pdf'), stagedBytes(paths.log))
      for (const [name, path] of [['records.pdf', paths.pdf] as const, ['withholding-log.pdf', paths.log] as const])
        await proof.pdf(named(name), path)
      await proof.table(named('records.csv'), paths.csv)
      if (commitments !== null) await proof.table(COMMITMENTS, paths.commitments)
      await add('redaction-proof.json', proof.finish())
    }
    await Promise.all([lists.files.end(), lists.sums.end(), lists.leaves.end()])
    const ending = { root: tree.root(), commitments, counts: counts.counts(), drawn, files, octets }
    const last = await writeManifest(zip, packet, aside, ending)
    await zip.finish()
    return { root: tree.root(), undrawable, files: files + last, pages: drawn.pages }
  } finally {
    load?.close()
    for (const open of [pdf, csv, lists.files, lists.sums, lists.leaves]) open.close()
    committing?.close()
    await rm(aside, { recursive: true, force: true })
  }
}
