// The thread that knows how words are spelled: loading a dictionary takes a second, and a suggestion half of one. Nothing comes from a network.
import { parentPort } from 'node:worker_threads'
import dictionary from 'dictionary-en'
import nspell from 'nspell'
import type { SpellingAnswer, SpellingTask } from './protocol.ts'

const speller = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) })
/** Suggestions that a menu has room for. */
const MOST = 6

parentPort?.on('message', (task: SpellingTask) => {
  const answer: SpellingAnswer = { id: task.id, words: done(task) }
  parentPort?.postMessage(answer)
})

function done(task: SpellingTask): string[] {
  if (task.do === 'suggest') return speller.suggest(plain(task.word)).slice(0, MOST)
  if (task.do === 'check') return task.words.filter((word) => !isKnown(word))
  for (const word of task.words) speller.add(word)
  return []
}

/** Numbers, codes, addresses and what is not written in Latin letters are nobody's misspelling. */
function isKnown(word: string): boolean {
  if (!/^[\p{Script=Latin}\p{M}'’.-]+$/u.test(word) || /^\p{Lu}{2,}s?$/u.test(word)) return true
  return speller.correct(plain(word))
}

/** The dictionary writes the apostrophe of a typewriter. */
function plain(word: string): string {
  return word.replaceAll('’', "'")
}
