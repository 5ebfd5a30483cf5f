// Keyed digests are those of the standard, whatever the length of key and message: what an older Muniment kept is known again.
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyed } from '../../../electron/core/vault/keyed.ts'

const standard = (key: Uint8Array, message: Uint8Array | string) =>
  createHmac('sha256', key).update(message).digest('hex')

test('a keyed digest is HMAC-SHA-256, one message after another under one key', () => {
  const message = fc.oneof(fc.uint8Array({ maxLength: 3000 }), fc.string({ unit: 'grapheme', maxLength: 2000 }))
  const key = fc.uint8Array({ minLength: 1, maxLength: 64 })
  fc.assert(
    fc.property(key, fc.array(message, { minLength: 1, maxLength: 5 }), (secret, messages) => {
      const digest = keyed(secret)
      expect(messages.map((one) => digest(one))).toEqual(messages.map((one) => standard(secret, one)))
    }),
  )
})

test('a key longer than a block is refused', () => {
  expect(() => keyed(new Uint8Array(65))).toThrow(RangeError)
})
