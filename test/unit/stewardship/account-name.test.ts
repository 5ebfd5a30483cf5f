// Names of accounts that need a second look (AI 599, III), and those that need none.
import { describe, expect, test } from 'vitest'
import { type NamedAccount, nameConcerns } from '../../../shared/domain/account/account-name.ts'

const people = ['Maria Lopez', 'Đặng Minh', 'Al Park']
const said = (account: Partial<NamedAccount>) =>
  nameConcerns({ handle: '', name: '', liaison: '', ...account }, people, 'City of Oakland').map(
    ({ kind, words }) => `${kind} ${words}`,
  )

describe('the name of a personal account', () => {
  test.each([
    ['OaklandCommunications', ['affiliation Oakland']],
    ['OaklandPoliceOfficer', ['title officer', 'affiliation Oakland']],
    ['oaklanddigitalmanager', ['title manager', 'affiliation Oakland']],
    ['pat_at_home', []],
    ['Councilmember_Pat', ['title council member']],
  ])('%s', (handle, concerns) => {
    expect(said({ handle, personal: 'Pat Holder' })).toEqual(concerns)
  })
})

describe('the name of an account of the City', () => {
  test.each([
    ['OaklandPW', 'Oakland Public Works', []],
    ['OaklandParks', 'Oakland Parks', []],
    ['OaklandMaria', '', ['person maria']],
    ['oaklandbylopez', '', ['person lopez']],
    ['OaklandDang', 'Tin tức của Đặng Minh', ['person dang', 'person minh']],
    ['OaklandCityClerk', 'City Clerk', ['title clerk']],
    ['OPDChief', '', ['title chief']],
  ])('%s', (handle, name, concerns) => {
    expect(said({ handle, name })).toEqual(concerns)
  })

  test('bears no part of the name of its own liaison either; an office as liaison is no person', () => {
    expect(said({ handle: 'JordanFromOakland', liaison: 'Jordan Reyes' })).toEqual(['person jordan'])
    expect(said({ handle: 'OaklandParks', liaison: 'Oakland PIO' })).toEqual([])
  })
})
