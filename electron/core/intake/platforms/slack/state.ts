// Owns what must be known of a workspace before its messages are read: who is who, which folder is which conversation, how many replies there are.
import type { Claims } from '../../kit/claims.ts'
import type { Survey } from '../../kit/peek.ts'
import type { FilePlan } from '../../platform.ts'
import { type Channel, channelAt, channelOf, noteChannel } from './channels.ts'
import { elementsOf } from './list.ts'
import type { Names } from './mrkdwn.ts'
import { notePerson, type Person } from './people.ts'
import { type Short, speaksOfThread, threadCount } from './threads.ts'

export interface SlackState extends Names {
  /** The conversation of each file of messages, by its path. */
  readonly conversations: ReadonlyMap<string, Channel>
  /** Threads that lack replies, by the file in which they begin. */
  readonly short: ReadonlyMap<string, Short>
  /** Conversations that no list names, each with the first file in which that is told. */
  readonly unlisted: ReadonlyMap<string, string>
}

/** Reads the lists of people and conversations whole, and of the messages those that are in threads. */
export async function slackState({ tree }: Survey, claims: Claims, signal: AbortSignal): Promise<SlackState> {
  const people = new Map<string, Person>()
  const channels = { byId: new Map<string, Channel>(), byPlace: new Map<string, Channel>() }
  for (const [peek, { type }] of claims) {
    if (type !== 'members' && type !== 'conversations') continue
    const { folder, base } = placeIn(peek.name)
    for await (const entry of elementsOf(tree, peek, signal)) {
      if (type === 'members') notePerson(people, entry)
      const channel = type === 'conversations' ? channelOf(entry, base) : null
      if (channel !== null) noteChannel(channels, channel, folder)
    }
  }
  const threads = threadCount()
  const unlisted = new Map<string, string>()
  const conversations = new Map<string, Channel>()
  const seen = new Set<string>()
  for (const [peek, { type }] of claims) {
    if (type !== 'messages') continue
    const path = pathOf(peek.name, peek.member.name)
    const channel = channelAt(channels, path)
    conversations.set(path, channel)
    // A day that two parts hold counts once.
    if (seen.has(peek.name)) continue
    seen.add(peek.name)
    const { id, kind } = channel
    if (kind === 'unknown' && !unlisted.has(id)) unlisted.set(id, peek.name)
    for await (const message of elementsOf(tree, peek, signal, speaksOfThread)) threads.add(message, id, peek.name)
  }
  return { people, channels, conversations, short: threads.short(), unlisted }
}

/** The conversation that a file's messages belong to. */
export function conversationOf({ channels, conversations }: SlackState, { name, member }: FilePlan): Channel {
  const path = pathOf(name, member.name)
  return conversations.get(path) ?? channelAt(channels, path)
}

/** A file that lies alone has lost its folder from its relative name. */
function pathOf(name: string, whole: string): string {
  return name.includes('/') ? name : whole
}

/** The folder of a file, `''` at the root, and its name in it. */
export function placeIn(name: string): { readonly folder: string; readonly base: string } {
  const at = name.lastIndexOf('/')
  return { folder: name.slice(0, Math.max(0, at)), base: name.slice(at + 1) }
}
