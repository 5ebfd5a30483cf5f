// Every way of an API is known to the desk and the command line by its name, and has a reader for what it captures.
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { wayOf } from '../../../electron/core/capture/way.ts'
import { apiWayFor, apiWays } from '../../../shared/domain/capture/api-way.ts'
import { CaptureWayName } from '../../../shared/domain/capture/capture.ts'

const folder = resolve(import.meta.dirname, '../../../electron/core/capture/ways')
const names = readdirSync(folder).flatMap((name) => /^api-(.*)$/.exec(name)?.[1] ?? [])

test('the ways that are there are those that are told of', async () => {
  expect(names.length).toBeGreaterThan(10)
  expect(apiWays.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  for (const name of names) {
    const way = await wayOf(CaptureWayName.parse(`api/${name}`))
    expect(way?.name).toBe(`api/${name}`)
  }
})

test('an account of a platform with an interface is captured by it; one without is not', () => {
  expect(apiWayFor('youtube')).toMatchObject({ name: 'youtube', login: 'must' })
  expect(apiWayFor('hand')).toBeNull()
})
