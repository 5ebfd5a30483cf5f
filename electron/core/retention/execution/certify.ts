// Makes the certificate, keeps it in the vault for ever, and hands it out.
import { join } from 'node:path'
import type { GrantId } from '../../../../shared/domain/id.ts'
import type { JobContext } from '../../job/define.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import { mkdir, rm, writeFile } from '../../vault/cipher/fs-promises.ts'
import { createReadStream, createWriteStream } from '../../vault/cipher/streams.ts'
import { putObject } from '../../vault/objects/put.ts'
import { copyOutside, writableFile } from '../../vault/outside.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import certifyBatch from '../batches/purge.certify.ts'
import { certificateOf } from './certificate.ts'
import { printCertificate } from './print-certificate.ts'

/** Where copies go. */
export type Targets = Readonly<Record<'pdf' | 'json', GrantId | null>>

/** Certifies a destruction that was looked through. */
export async function certify(context: JobContext, destruction: number, to: Targets): Promise<void> {
  const { db, folder, id } = context
  context.progress({ stage: 'writing the certificate', done: 0, total: null, unit: 'pages' })
  const certificate = certificateOf(db, destruction)
  const staging = join(folder, 'staging', id)
  await mkdir(staging, { recursive: true })
  try {
    const files = { json: join(staging, 'certificate.json'), pdf: join(staging, 'certificate.pdf') }
    await writeFile(files.json, `${canonicalJson(certificate)}\n`, { flush: true })
    await printCertificate(createWriteStream(files.pdf), certificate, isPractice(db))
    const document = await putObject(folder, `certificate-${id}-json`, createReadStream(files.json))
    const paper = await putObject(folder, `certificate-${id}-pdf`, createReadStream(files.pdf))
    const copies = []
    for (const form of ['json', 'pdf'] as const) {
      const grant = to[form]
      if (grant === null) continue
      const target = writableFile(context, grant)
      copies.push({ name: target.name, place: target.path, ...(await copyOutside(files[form], target.path)) })
    }
    await context.write(certifyBatch, { destruction, document, paper, copies })
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}
