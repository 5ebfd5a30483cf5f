// Owns the words of captions and transcripts: WebVTT, SubRip, and the JSON that podcasts use.
import { decodeEntities } from './entities.ts'
import { isObject, objectsOf, textOf } from './value.ts'

export interface Cues {
  readonly format: 'WebVTT' | 'SubRip' | 'JSON'
  /** All that is said, a new line where another begins to speak. */
  readonly text: string
  readonly count: number
  /** Who speaks, where the file says so; in order. */
  readonly speakers: readonly string[]
}

const VTT = /^\ufeff?WEBVTT(?=\s|$)/
const SRT = /^\s*(?:\d+\s*\r?\n)?\s*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/

/** Whether a file that begins so holds captions. */
export function looksLikeCues(text: string): boolean {
  return VTT.test(text) || SRT.test(text.replace(/^\ufeff/, ''))
}

/** Whether a document is a transcript as podcasts write it: segments with a beginning and words. */
export function isTranscript(json: unknown): boolean {
  return isObject(json) && objectsOf(json.segments).some((one) => 'startTime' in one && 'body' in one)
}

/** The words of captions. */
export function cuesOf(text: string): Cues {
  const said = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n\s*\r?\n/)
    .flatMap((block) => {
      const lines = block.split(/\r?\n/)
      const clock = lines.findIndex((line) => line.includes('-->'))
      return clock < 0 ? [] : [lines.slice(clock + 1).join(' ')]
    })
    .map((payload) => {
      const speaker = /<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(payload)?.[1]?.trim() ?? ''
      return [decodeEntities(speaker, true), decodeEntities(payload.replace(/<[^>]*>/g, ''), true).trim()] as const
    })
  return cuesFrom(VTT.test(text) ? 'WebVTT' : 'SubRip', said)
}

/** The words of a transcript in JSON. */
export function segmentsOf(json: unknown): Cues {
  const segments = isObject(json) ? objectsOf(json.segments) : []
  return cuesFrom(
    'JSON',
    segments.map((one) => [textOf(one.speaker).trim(), textOf(one.body).trim()]),
  )
}

function cuesFrom(format: Cues['format'], said: readonly (readonly [speaker: string, words: string])[]): Cues {
  let speaker = ''
  const parts = said.map(([name, words], place) => {
    const changes = name !== '' && name !== speaker
    if (name !== '') speaker = name
    const named = changes ? `${name}: ${words}` : words
    return place === 0 ? named : `${changes ? '\n' : ' '}${named}`
  })
  return {
    format,
    text: parts.join('').trim(),
    count: said.length,
    speakers: [...new Set(said.map(([name]) => name).filter((name) => name !== ''))],
  }
}
