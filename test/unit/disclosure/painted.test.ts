// A painted picture: nothing lies below the paint, and nothing stands in the file besides.
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { paint } from '../../../electron/core/disclosure/review/painted.ts'

test('what lies under a box is black, what lies beside it stays, and what the file said besides is gone', async () => {
  const plain = sharp({ create: { width: 40, height: 20, channels: 3, background: '#3366cc' } })
  const jpeg = await plain
    .jpeg({ quality: 100 })
    .withExif({ IFD0: { Copyright: 'Quokka' } })
    .toBuffer()
  expect(jpeg.includes('Quokka')).toBe(true)
  const painted = await paint(jpeg, [{ left: 0.25, top: 0.5, width: 0.5, height: 0.26 }])
  if (painted === null) throw new Error('not read')
  expect(Buffer.from(painted).includes('Quokka')).toBe(false)
  const { data, info } = await sharp(painted).raw().toBuffer({ resolveWithObject: true })
  const black = (x: number, y: number) =>
    data
      .subarray((y * 40 + x) * info.channels)
      .subarray(0, 3)
      .every((part) => part === 0)
  expect([info.width, info.height]).toEqual([40, 20])
  expect([black(10, 10), black(29, 15), black(9, 10), black(30, 15), black(10, 9), black(10, 16)]).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

test('what is no picture is not painted', async () => {
  expect(await paint(Buffer.from('no picture'), [])).toBeNull()
})
