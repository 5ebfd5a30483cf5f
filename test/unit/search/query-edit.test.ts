// Clicking in a facet writes the query that a clerk would have typed, and clicking again takes it back.
import { describe, expect, test } from 'vitest'
import { filterText, standingFilters, withFilter, withoutFilters } from '../../../electron/core/search/query-edit.ts'

describe('a click', () => {
  test.each([
    ['', 'platform:x', 'platform:x '],
    ['road', 'platform:x', 'road platform:x '],
    ['road OR street', 'untagged', 'road OR street untagged '],
    ['road OR', 'untagged', 'road untagged '],
    ['road -', 'untagged', 'road - untagged '],
    ['"road clos', 'kind:post', '"road clos" kind:post '],
    ['(road OR (street', 'kind:post', '(road OR (street)) kind:post '],
    ['account:"Old Town', '-kind:post', 'account:"Old Town" -kind:post '],
  ])('%j and %j make %j', (text, filter, made) => {
    expect(withFilter(text, filter)).toBe(made)
  })

  test.each([
    ['road platform:x closed', 'platform', 'road closed '],
    ['-platform:x road', 'platform', 'road '],
    ['platform:x', 'platform', ''],
    ['road untagged', 'untagged', 'road '],
    ['road deleted edited', 'deleted', 'road edited '],
  ])('takes back out of %j its %s', (text, name, left) => {
    const standing = standingFilters(text).filter((filter) => filter.name === name)
    expect(standing).toHaveLength(1)
    expect(withoutFilters(text, standing)).toBe(left)
  })

  test('sees only filters that hold for the whole query', () => {
    const said = (text: string) => standingFilters(text).map(({ name, value, negated }) => [name, value, negated])
    expect(said('a Account:"Old Town" -untagged (kind:post) platform:x OR platform:facebook "edited" on:2024')).toEqual(
      [
        ['account', 'Old Town', false],
        ['untagged', '', true],
        ['on', '2024', false],
      ],
    )
  })

  test('a value that the language cannot write is not written', () => {
    expect([filterText('account', 'a b'), filterText('account', 'a"b'), filterText('series', '')]).toEqual([
      'account:"a b"',
      null,
      null,
    ])
  })
})
