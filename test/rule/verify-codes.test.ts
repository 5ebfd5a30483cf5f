// Every finding of `muniment verify` and `muniment packet verify` is explained, in the same words, and nothing is explained that cannot be found.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { CODES } from '../../electron/core/vault/verify/check.ts'
import { CODES as PACKET_CODES } from '../../shared/packet/codes.ts'

const page = readFileSync(resolve(import.meta.dirname, '../../docs/verify.md'), 'utf8')

it('explains each numbered finding in docs/verify.md', () => {
  const rows = [...page.matchAll(/^\| (V\d{3}) \| ([^|]+) \| ([^|]+) \|$/gm)]
  expect(Object.fromEntries(rows.map(([, code, words]) => [code, words?.trim()]))).toEqual(CODES)
  for (const [, , , advice] of rows) expect(advice?.trim().length).toBeGreaterThan(10)
})

it('explains each numbered finding about a packet in docs/packet.md', () => {
  const packet = readFileSync(resolve(import.meta.dirname, '../../docs/packet.md'), 'utf8')
  const rows = [...packet.matchAll(/^\| (P\d{3}) \| ([^|]+) \|$/gm)]
  expect(Object.fromEntries(rows.map(([, code, words]) => [code, words?.trim()]))).toEqual(PACKET_CODES)
})
