// Written orders and releases: the paper itself is kept in the vault.
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Paper } from '../../../../shared/contract/hold.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import type { WriteContext } from '../handler.ts'
import { digestOf } from '../hex.ts'
import { insertObject } from '../repository/object.ts'
import { putBytes } from './put-bytes.ts'

/** Keeps a paper as an object; the file is there before the row. Returns its digest. */
export function keepPaper({ db, folder, now }: WriteContext, paper: z.output<typeof Paper>): Digest {
  const object = putBytes(folder, Buffer.from(paper.bytes, 'base64'))
  insertObject(db, { ...object, member: null }, now)
  return digestOf(object.digest)
}

/** A paper's digest for the ledger, salted so that it tells nothing of the paper. */
export function saltedDigest(
  { random }: WriteContext,
  digest: Digest,
): { readonly salt: string; readonly paper: string } {
  const salt = Buffer.from(random(16)).toString('hex')
  return { salt, paper: createHash('sha256').update(salt).update(digest).digest('hex') }
}
