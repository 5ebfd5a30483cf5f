// The grounds for more time are those in force on the day of receipt, and the two lists never mix.
import { expect, it } from 'vitest'
import { Ground, groundsInForce } from '../../../shared/domain/request/ground.ts'
import { parseLocalDate as day } from '../../../shared/domain/time.ts'
import { californiaGrounds } from '../../../shared/law/grounds-california.ts'
import { oaklandGrounds } from '../../../shared/law/grounds-oakland.ts'

const all = [...oaklandGrounds, ...californiaGrounds]

it('are five until 2025 and six from 2026, when the emergency must be felt directly', () => {
  const ids = (on: string) => groundsInForce(all, 'cpra', day(on)).map(({ id }) => id)
  const four = [1, 2, 3, 4].map((number) => `cpra-ground-${number}`)
  expect([ids('2025-12-31'), ids('2026-01-01')]).toEqual([
    [...four, 'cpra-ground-5-former'],
    [...four, 'cpra-ground-5', 'cpra-ground-6'],
  ])
})

it('are the ordinance’s own six for an immediate disclosure request', () => {
  expect(groundsInForce(all, 'idr', day('2026-05-01')).map(({ citation }) => citation)).toEqual(
    [1, 2, 3, 4, 5, 6].map((number) => `OMC 2.20.230(A)(${number})`),
  )
})

it('satisfy their schema and have ids of their own', () => {
  const ids = all.map((ground) => Ground.parse(ground).id)
  expect(new Set(ids).size).toBe(ids.length)
})
