// What a reviewer can rely on of the catalogue of exemptions (law.md §1.7).
import { expect, test } from 'vitest'
import { lacking } from '../../shared/domain/review.ts'
import { exemptionOf, exemptions } from '../../shared/law/exemptions.ts'

test('each exemption stands once, in the order of the code, with what it covers and its trap', () => {
  expect(exemptions.map(({ id }) => id)).toEqual([...new Set(exemptions.map(({ id }) => id))].sort())
  for (const { id, citation, covers, trap } of exemptions) {
    expect(citation).toContain(`Gov. Code ${id}`)
    expect([covers, trap].every((words) => /^[A-Z].{20,}\.$/.test(words))).toBe(true)
  }
})

test('what was not seen in the code itself is not confirmed', () => {
  const open = exemptions.flatMap(({ id, confirmed }) => (confirmed ? [] : [id]))
  expect(open).toEqual(['7922.200', '7924.000', '7927.100', '7927.400', '7929.210'])
})

test('the grounds that ask for more say what they lack', () => {
  const ground = { law: '', harm: '', describes: 'x' }
  const asking = exemptions.flatMap(({ id }) => (lacking({ ...ground, exemption: id }) === null ? [] : [id]))
  expect(asking).toEqual(['7922.000', '7927.500', '7927.705'])
  for (const exemption of asking)
    expect(lacking({ exemption, law: 'Evid. Code 954', harm: 'It …', describes: 'x' })).toBeNull()
  expect(exemptionOf('6254(c)')).toBeUndefined()
})
