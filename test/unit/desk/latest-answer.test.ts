// Questions that are asked again while an answer is on its way.
import { expect, test } from 'vitest'
import { latest } from '../../../renderer/client/latest.ts'

/** A question whose answers are given by hand, in any order. */
function byHand() {
  const askings: { answer(value: string): void; fail(error: unknown): void; signal: AbortSignal }[] = []
  const heard: unknown[] = []
  const question = latest<string>(
    (signal) => new Promise((answer, fail) => askings.push({ answer, fail, signal })),
    (answer) => heard.push(answer),
    (error) => heard.push(['failed', error]),
  )
  const settled = () => new Promise((resolve) => setTimeout(resolve))
  return { askings, heard, question, settled }
}

test('an answer that was on its way when something was done is not heard; the one after it is', async () => {
  const { askings, heard, question, settled } = byHand()
  question.refresh()
  question.renew()
  expect(askings.map(({ signal }) => signal.aborted)).toEqual([true, false])
  askings[1]?.answer('after')
  await settled()
  askings[0]?.answer('before')
  await settled()
  expect(heard).toEqual(['after'])
})

test('nothing is asked anew while nothing is on its way, also after a failure', async () => {
  const { askings, heard, question, settled } = byHand()
  question.renew()
  question.refresh()
  askings[0]?.fail('why')
  await settled()
  question.renew()
  expect([askings.length, heard]).toEqual([1, [['failed', 'why']]])
})

test('what is called off is heard no more, neither answer nor failure', async () => {
  const { askings, heard, question, settled } = byHand()
  question.refresh()
  question.stop()
  askings[0]?.answer('late')
  question.refresh()
  question.stop()
  askings[1]?.fail('late')
  await settled()
  expect(heard).toEqual([])
})
