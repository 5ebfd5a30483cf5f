// What a reviewer can rely on of the catalogue of exemptions (law.md §1.7).
import { expect, test } from 'vitest'
import { type AppliedGround, asksOrdinance, lacking } from '../../shared/domain/review/review.ts'
import { exemptionOf } from '../../shared/law/exemptions.ts'
import { californiaExemptions } from '../../shared/law/exemptions-california.ts'

test('each exemption stands once and is found by its id', () => {
  const ids = californiaExemptions.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.map(exemptionOf)).toEqual(californiaExemptions)
  expect(exemptionOf('6254(c)')).toBeUndefined()
})

test('the grounds that ask for more say what they lack', () => {
  const ground = { law: '', harm: '', describes: 'x' }
  const asking = californiaExemptions.flatMap(({ id }) => (lacking({ ...ground, exemption: id }) === null ? [] : [id]))
  expect(asking).toEqual(['gov-7922.000', 'gov-7927.705', 'gov-7927.500'])
  for (const exemption of asking)
    expect(lacking({ exemption, law: 'Evid. Code 954', harm: 'It …', describes: 'x' })).toBeNull()
})

test('a permissive exemption that carries a withholding alone asks what the ordinance requires', () => {
  const of = (exemption: string): AppliedGround => ({ exemption, law: '-', harm: '-', describes: 'x' })
  const asking = californiaExemptions.filter(({ id }) => asksOrdinance([of(id)]))
  expect(asking.map(({ id }) => id)).toEqual(
    californiaExemptions.flatMap(({ id, basis }) => (basis === 'A' ? [id] : [])),
  )
  expect(asking.length).toBeGreaterThan(5)
  const [open, forbidden] = [of('gov-7927.500'), of('gov-7927.705')]
  const answered = { ...open, ordinance: { requiresRelease: false, by: 'Dana', why: 'No' } }
  expect([[open, open], [open, forbidden], [open, answered], [forbidden]].map(asksOrdinance)).toEqual([
    ...[true, false, false, false],
  ])
})
