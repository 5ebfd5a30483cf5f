// Passphrases of files that leave the house: what is made is long enough to be told, and what a person chose is judged for what others would try.
import { describe, expect, it } from 'vitest'
import { sealedPair, secretOf } from '../../../electron/core/vault/key/age.ts'
import { passphraseFrom, whyGuessed } from '../../../shared/text/passphrase.ts'
import { seededRandom } from '../../support/archive.ts'

const NAMES = ['City of Oakland']

describe('a passphrase that is judged', () => {
  it.each([
    'short words',
    'aaaaaaaaaaaaaaaaaaaa',
    'ababababababababab',
    'passwordpassword',
    'Password2026!Password',
    'OaklandOakland2026',
    'City of Oakland 2026 backup',
    'qwertyuiopasdfghjkl',
    '1234567890123456789',
    'abcdefghijklmnopqrstuvwxyz',
    'muniment backup vault 2025',
    '   plum            ',
    '9876543210987654321',
  ])('is refused where anybody would try it: %s', (words) => {
    expect(whyGuessed(words, NAMES)).not.toBeNull()
  })

  it.each([
    'plum kettle ladder moss seven',
    'ciruela-tetera-escalera',
    '李子 水壶 梯子 苔藓 七个 灯笼 河边 纸鹤',
    'J7QX-9FKM-2VTR-8HZC-W4NB-P3DY',
    'grüne Gießkannen im Regen',
  ])('is taken where nothing speaks against it: %s', (words) => {
    expect(whyGuessed(words, NAMES)).toBeNull()
  })

  it('says what to do, and never the same for what is too short and what is repeated', () => {
    expect(whyGuessed('plum', NAMES)).toContain('five words that do not belong together')
    expect(whyGuessed('plumplumplumplum', NAMES)).toBe('It is “plum” again and again.')
  })

  it('takes whatever Muniment makes', () => {
    const made = Array.from({ length: 500 }, (_, number) => passphraseFrom(seededRandom(`passphrase ${number}`)))
    expect(new Set(made).size).toBe(500)
    for (const one of made) {
      expect(one).toMatch(/^[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){5}$/)
      expect([one, whyGuessed(one, NAMES)]).toEqual([one, null])
    }
  })
})

it('opens what it sealed however a keyboard writes its accents', async () => {
  const { key } = await sealedPair('árbol tetera escalera'.normalize('NFD'), 4)
  expect(await secretOf(key, 'árbol tetera escalera'.normalize('NFC'))).toMatch(/^AGE-SECRET-KEY-/)
  expect(await secretOf(key, 'arbol tetera escalera')).toBeNull()
})
