// Owns which reader a captured answer names: only Muniment's own captures name one.
import { type CapturedReader, capturedReader } from '../../captured-reader.ts'
import type { Answer } from './http.ts'
import type { WarcRecord } from './warc.ts'

/** The reader that a record names, where it is an answer of success; undefined for every other web archive's. */
export function readerOf(warc: WarcRecord, answer: Answer): CapturedReader | undefined {
  const name = warc.field('Muniment-Reader')
  const came = warc.type === 'resource' || (answer.status !== null && answer.status < 300)
  return name !== '' && came ? capturedReader(name) : undefined
}
