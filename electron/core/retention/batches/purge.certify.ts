// Keeps the certificate, as data and as PDF: permanent, and part of no plan.
import { batch } from '../../job/define.ts'
import { digestOf } from '../../vault/hex.ts'
import type { PutObject } from '../../vault/objects/put.ts'
import { saveCertificate } from '../../vault/repository/disposition/destruction.ts'
import { insertObject } from '../../vault/repository/object.ts'
import { type IssuedCopy, registerCopy } from '../../vault/repository/packet/issued.ts'

interface Certified {
  readonly destruction: number
  readonly document: PutObject
  readonly paper: PutObject
  readonly copies: readonly Omit<IssuedCopy, 'at' | 'kind' | 'subject'>[]
}

export default batch<Certified, null>(
  'purge.certify',
  ['disposition', 'ledger'],
  (context, certified) => {
    const { db, now, note } = context
    const { destruction, document, paper, copies } = certified
    insertObject(db, { ...document, mime: 'application/json', member: null }, now)
    insertObject(db, { ...paper, mime: 'application/pdf', member: null }, now)
    saveCertificate(db, destruction, { document: document.digest, paper: paper.digest, at: now })
    const subject = `destruction ${destruction}`
    for (const copy of copies) registerCopy(db, { ...copy, kind: 'certificate', subject, at: now })
    note({ destruction, certificate: digestOf(document.digest), paper: digestOf(paper.digest) })
    return null
  },
  { timed: true },
)
