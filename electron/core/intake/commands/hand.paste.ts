// Keeping a pasted picture aside: bytes that no entry takes in are gone at the next opening.
import { createHash } from 'node:crypto'
import { handPaste } from '../../../../shared/contract/hand.ts'
import { apply } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { putAside } from '../pasted.ts'

export default apply(handPaste, [], ({ folder, note }, { bytes: text }) => {
  const bytes = Buffer.from(text, 'base64')
  const digest = digestOf(createHash('sha256').update(bytes).digest())
  putAside(folder, digest, bytes)
  note({ bytes: bytes.length })
  return { digest }
})
