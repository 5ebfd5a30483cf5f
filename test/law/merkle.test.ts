// The root of an accession, grown leaf by leaf, is the root of the tree built level by level.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keyStream } from '../../electron/core/job/stream.ts'
import { leafOf, merkle } from '../../electron/core/vault/record/merkle.ts'

const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

function byLevels(leaves: readonly Buffer[]): Buffer | null {
  let level = [...leaves]
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, pair) => {
      const [left, right] = level.slice(pair * 2, pair * 2 + 2)
      return left && right ? sha(Buffer.from([1]), left, right) : (left ?? Buffer.alloc(0))
    })
  }
  return level[0] ?? null
}

const leaves = fc.array(
  fc.nat(1000).map((n) => sha(Buffer.from(`leaf ${n}`))),
  { maxLength: 80 },
)

it('has one root for one list of leaves, whether or not the work was interrupted', () => {
  fc.assert(
    fc.property(leaves, fc.nat(80), (all, cut) => {
      const first = merkle()
      for (const leaf of all.slice(0, cut)) first.add(leaf)
      const resumed = merkle(JSON.parse(JSON.stringify(first.state())))
      for (const leaf of all.slice(cut)) resumed.add(leaf)
      expect(resumed.root()).toEqual(byLevels(all))
      expect(resumed.leaves).toBe(all.length)
    }),
  )
})

it('makes a leaf of nothing but its salt and its digest', () => {
  const salt = sha(Buffer.from('salt')).subarray(0, 16)
  const digest = sha(Buffer.from('fragment'))
  expect(leafOf(salt, digest)).toEqual(sha(Buffer.from([0]), salt, digest))
})

it('draws the same bytes for the same place, in whatever order they are asked for', () => {
  const seed = sha(Buffer.from('seed'))
  const whole = keyStream(seed, 'salts')(0, 16 * 10_000)
  fc.assert(
    fc.property(fc.array(fc.nat(9_990), { minLength: 1, maxLength: 20 }), (places) => {
      const stream = keyStream(seed, 'salts')
      for (const place of places) expect(stream(place * 16, 160)).toEqual(whole.slice(place * 16, place * 16 + 160))
    }),
  )
  expect(keyStream(seed, 'other')(0, 16)).not.toEqual(whole.slice(0, 16))
})
