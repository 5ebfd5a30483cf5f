// Owns what must be known of an export before its first file is read: several tables tell of one video, playlist or channel.
import type { Member } from '../../archive/archive.ts'
import type { Claims } from '../../kit/claims.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import { type Channel, channelNames, channelSayer, joinedChannel } from './channel.ts'
import { type Films, filmsOf } from './films.ts'
import { type Entry, NO_PLAYLIST, type Playlist } from './playlist.ts'
import { playlistOfFile, titleOfFile } from './playlist-files.ts'
import { entryOf, oldPlaylist, playlistSayer } from './playlist-rows.ts'
import { jsonOf, rowsOf } from './read-whole.ts'
import { channelOf, kindOf, placedEntry, playlistOf, resourcesIn, videoOf } from './resource.ts'
import { publicColumns, type Sample, sampleOf, type TableKind } from './table.ts'
import type { Video } from './video.ts'
import { joined, videoSayer } from './video-rows.ts'

export interface YoutubeState {
  /** Headers and first rows by file. */
  readonly tables: ReadonlyMap<Member, Sample>
  readonly videos: ReadonlyMap<string, Video>
  readonly channels: ReadonlyMap<string, Channel>
  /** By number. */
  readonly playlists: ReadonlyMap<string, Playlist>
  /** The playlist that a file is about. */
  readonly playlistOfFile: ReadonlyMap<Member, Playlist>
  readonly films: Films
  /** The account's channel; `''` where the export has none or several. */
  readonly owner: string
}

interface Filling {
  readonly tables: Map<Member, Sample>
  readonly videos: Map<string, Video>
  readonly channels: Map<string, Channel>
  readonly playlists: Map<string, Playlist>
  readonly byFile: Map<Member, Playlist>
  /** Files of videos that wait for the table of playlists. */
  readonly lists: { readonly peek: Peek; readonly videos: readonly Entry[] }[]
}

/** Tables that are read before, the first ones first. */
const FIRST: readonly string[] = ['videos', 'video-texts', 'video-recordings', 'channels', 'channel-urls', 'playlists']

/** Reads every table that says something of what another one tells of too. */
export async function youtubeState(survey: Survey, claims: Claims, signal: AbortSignal): Promise<YoutubeState> {
  const state: Filling = {
    tables: new Map(),
    videos: new Map(),
    channels: new Map(),
    playlists: new Map(),
    byFile: new Map(),
    lists: [],
  }
  const rank = (type: string) => (FIRST.includes(type) ? FIRST.indexOf(type) : FIRST.length)
  const inOrder = [...claims].toSorted(([, one], [, other]) => rank(one.type) - rank(other.type))
  for (const [peek, { type }] of inOrder) {
    signal.throwIfAborted()
    if (peek.form === 'csv') {
      state.tables.set(peek.member, sampleOf(peek.rows))
      await takeTable(state, survey, peek, type, signal)
    } else if (type.endsWith('-json')) {
      takeResources(state, peek.member, await jsonOf(survey.tree, peek, signal))
    }
  }
  settleLists(state)
  const [owner, ...others] = state.channels.keys()
  const { byFile, lists: _, ...rest } = state
  return {
    ...rest,
    playlistOfFile: byFile,
    films: filmsOf(
      survey,
      [...state.videos.values()].map(({ title }) => title),
    ),
    owner: others.length === 0 ? (owner ?? '') : '',
  }
}

async function takeTable(state: Filling, survey: Survey, peek: Peek, type: string, signal: AbortSignal): Promise<void> {
  const kind = KINDS.find((one) => one === type)
  const known = state.tables.get(peek.member)
  if (kind === undefined || known === undefined) return
  const { table, cellsOf } = publicColumns(known)
  const rows = (await rowsOf(survey.tree, peek, signal)).map(cellsOf)
  if (kind === 'playlist') {
    const made = oldPlaylist(table, rows)
    if (made !== null) state.byFile.set(peek.member, made)
  } else if (kind === 'playlists') {
    const say = playlistSayer(table)
    for (const made of rows.flatMap((cells) => say(cells) ?? [])) state.playlists.set(made.id, made)
  } else if (kind === 'playlist-videos') {
    state.lists.push({ peek, videos: rows.flatMap((cells) => entryOf(cells) ?? []) })
  } else if (kind === 'channels' || kind === 'channel-urls') {
    const say = kind === 'channels' ? channelSayer(table) : channelNames
    for (const said of rows.flatMap((cells) => say(cells) ?? [])) keepChannel(state, said)
  } else {
    const say = videoSayer(kind, table)
    for (const said of rows.flatMap((cells) => say(cells) ?? [])) {
      state.videos.set(said.id, joined(state.videos.get(said.id), said))
    }
  }
}

const KINDS = [
  'videos',
  'video-texts',
  'video-recordings',
  'channels',
  'channel-urls',
  'playlists',
  'playlist-videos',
  'playlist',
] as const satisfies readonly TableKind[]

function keepChannel({ channels }: Filling, said: Channel): void {
  channels.set(said.id, joinedChannel(channels.get(said.id), said))
}

function takeResources(state: Filling, member: Member, value: unknown): void {
  const resources = resourcesIn(value)
  const placed = resources.flatMap((one) => (kindOf(one) === 'playlistItem' ? [placedEntry(one)] : []))
  const [first] = placed
  if (first !== undefined) {
    const entries = placed.toSorted((one, other) => one.position - other.position).map(({ entry }) => entry)
    state.byFile.set(member, { ...NO_PLAYLIST, id: first.playlist, channel: first.channel, videos: entries })
  }
  for (const one of resources) {
    const kind = kindOf(one)
    if (kind === 'video') state.videos.set(videoOf(one).id, videoOf(one))
    if (kind === 'channel') keepChannel(state, channelOf(one))
    if (kind === 'playlist') state.playlists.set(playlistOf(one).id, playlistOf(one))
  }
}

/** Puts what a file says of a playlist's videos and what a table says of the playlist together, so that both are one record. */
function settleLists({ playlists, byFile, lists }: Filling): void {
  const known = [...playlists.values()]
  const found = lists.map(({ peek, videos }) => ({ peek, videos, id: playlistOfFile(peek.name, known) }))
  for (const { peek, videos, id } of found) {
    const twice = found.filter((other) => other.id === id).length > 1
    const own = id === null || twice ? undefined : playlists.get(id)
    if (own === undefined) {
      byFile.set(peek.member, { ...NO_PLAYLIST, title: titleOfFile(peek.name), videos })
    } else {
      playlists.set(own.id, { ...own, videos })
      byFile.set(peek.member, { ...own, videos })
    }
  }
  for (const [member, list] of byFile) {
    const own = playlists.get(list.id)
    if (list.id === '' || own === undefined || list.videos.length === 0) continue
    const whole = { ...own, channel: own.channel || list.channel, videos: list.videos }
    playlists.set(own.id, whole)
    byFile.set(member, whole)
  }
}
