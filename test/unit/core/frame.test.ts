// Fragments in frames: what was unpacked before is not told once the frame was written anew.
import { expect, test } from 'vitest'
import { openDriver } from '../../../electron/core/vault/catalog/driver.ts'
import { emptySlots, packFrame, readFragment } from '../../../electron/core/vault/record/frame.ts'

test('a fragment is read as it was packed, beside its neighbours, and no more once it was destroyed', () => {
  const db = openDriver(':memory:', { readonly: false })
  db.run('CREATE TABLE frame (id INTEGER PRIMARY KEY, lengths TEXT NOT NULL, bytes BLOB NOT NULL)')
  const insert = (texts: readonly string[]) => {
    const { lengths, bytes } = packFrame(texts.map((text) => Buffer.from(text)))
    return db.run('INSERT INTO frame (lengths, bytes) VALUES (?, ?)', JSON.stringify(lengths), bytes).id
  }
  const [one, other] = [insert(['first', 'second', 'third']), insert(['fourth'])]
  const read = (frame: number, slot: number) => {
    const bytes = readFragment(db, frame, slot)
    return bytes === null ? null : Buffer.from(bytes).toString()
  }
  expect([read(one, 0), read(one, 1), read(other, 0), read(one, 2)]).toEqual(['first', 'second', 'fourth', 'third'])
  expect([read(one, 3), read(99, 0)]).toEqual([null, null])
  emptySlots(db, one, [1])
  expect([read(one, 0), read(one, 1), read(one, 2)]).toEqual(['first', null, 'third'])
  db.close()
})
