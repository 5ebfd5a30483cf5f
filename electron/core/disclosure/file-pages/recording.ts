// Recordings made anew by ffmpeg, where it is installed: cut, muted, covered; nothing of the old file but its sound and pictures.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { RecordingEdit } from '../../../../shared/domain/review/recording-edit.ts'

const run = promisify(execFile)
/** Longer than the longest meeting takes, in ms. */
const MOST_TIME = 3_600_000
/** Sound comes in frames: so much more is taken out on either side, in seconds, that no part of a frame stays. */
const MARGIN = 0.1

/** What a recording has. */
export interface Tracks {
  readonly picture: boolean
  readonly sound: boolean
}

/** The options for ffmpeg that carry the edits out. Pure: the same edits, the same options. */
function editOptions(edits: readonly RecordingEdit[], { picture, sound }: Tracks): string[] {
  const of = (how: RecordingEdit['how']) => edits.filter((one) => one.how === how)
  const gone = joined(of('cut').map(widened))
  const cuts = gone.map(during).join('+')
  // What stays moves up by all that was cut before it, so that sound and picture stay together.
  const moved = gone.map(({ from, to }) => `-clip(T-${seconds(from)},0,${seconds(to - from)})`).join('')
  const quiet = of('mute').map((one) => `volume=0:enable='${during(widened(one))}'`)
  const covered = of('cover').map(
    (one) => `drawbox=${placeOf(one)}:color=black:t=fill:enable='${during(widened(one))}'`,
  )
  const shown = [...covered, ...(cuts === '' ? [] : [`select='not(${cuts})'`, `setpts='(T${moved})/TB'`])]
  const heard = [...quiet, ...(cuts === '' ? [] : [`aselect='not(${cuts})'`, `asetpts='(T${moved})/TB'`])]
  return [
    ...(picture
      ? ['-map', '0:v:0', ...filter('-vf', shown), '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-crf', '20']
      : ['-vn']),
    ...(sound
      ? [
          '-map',
          '0:a:0',
          ...filter('-af', heard),
          '-c:a',
          ...(picture ? ['aac', '-b:a', '160k'] : ['libvorbis', '-q:a', '5']),
        ]
      : ['-an']),
    // Nothing else comes along: no subtitles, no data, no chapters, no metadata.
    ...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', '-threads', '1'],
    ...(picture ? ['-movflags', '+faststart', '-f', 'mp4'] : ['-f', 'ogg']),
  ]
}

interface Stretch {
  readonly from: number
  readonly to: number
}

function during({ from, to }: Stretch): string {
  return `between(t,${seconds(from)},${seconds(to)})`
}

function widened({ from, to }: Stretch): Stretch {
  return { from: Math.max(0, from - MARGIN), to: to + MARGIN }
}

/** Stretches in order of which none touches another. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const apart: { from: number; to: number }[] = []
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else apart.push({ from, to })
  }
  return apart
}

function filter(option: string, steps: readonly string[]): string[] {
  return steps.length === 0 ? [] : [option, steps.join(',')]
}

/** A box of even places outside of the one that was drawn: a picture of video is coded in pairs of pixels. */
function placeOf({ box }: RecordingEdit): string {
  const { left, top, width, height } = box ?? { left: 0, top: 0, width: 1, height: 1 }
  const [x, y] = [`floor(iw*${left}/2)*2`, `floor(ih*${top}/2)*2`]
  return `x='${x}':y='${y}':w='ceil(iw*${width}/2)*2+2':h='ceil(ih*${height}/2)*2+2'`
}

function seconds(value: number): string {
  return value.toFixed(3)
}

/**
 * Makes a recording anew. @param env may name the program in MUNIMENT_FFMPEG
 * @returns with what it was made
 * @throws MunimentError INPUT_INVALID where no ffmpeg is installed or it cannot read the recording
 */
export async function editRecording(
  from: string,
  to: string,
  edits: readonly RecordingEdit[],
  signal: AbortSignal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const program = env.MUNIMENT_FFMPEG || 'ffmpeg'
  const go = async (options: readonly string[]) => {
    try {
      return await run(program, [...QUIET, ...options], {
        timeout: MOST_TIME,
        signal,
        windowsHide: true,
        maxBuffer: 1 << 24,
      })
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        throw refused(
          'ffmpeg, which makes recordings anew, is not installed here. Have the recording made anew outside and attach it; or withhold it whole where all of it is exempt.',
        )
      throw refused('ffmpeg cannot read this recording. Have it made anew outside and attach it.')
    }
  }
  const tracks = {
    picture: await has(go, from, 'v'),
    sound: await has(go, from, 'a'),
  }
  if (!tracks.picture && !tracks.sound) throw refused('ffmpeg finds neither picture nor sound in this file.')
  await go(['-y', '-i', from, ...editOptions(edits, tracks), to])
  const { stdout } = await run(program, ['-version'], { signal, windowsHide: true })
  return /^ffmpeg version \S+/.exec(stdout)?.[0].replace(' version', '') ?? 'ffmpeg'
}

/** It reads files and nothing else: a recording may name addresses on the network. */
const QUIET = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-protocol_whitelist', 'file']

/** Whether a track can be decoded. */
async function has(
  go: (options: readonly string[]) => Promise<unknown>,
  path: string,
  kind: 'v' | 'a',
): Promise<boolean> {
  // Without such a track the optional mapping leaves nothing to write, which ffmpeg refuses.
  return go(['-i', path, '-map', `0:${kind}:0`, '-frames', '1', '-f', 'null', '-']).then(
    () => true,
    (error: unknown) => {
      if (error instanceof MunimentError && error.message.includes('not installed')) throw error
      return false
    },
  )
}

function refused(sentence: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${sentence} Nothing was changed.`)
}
