// Slack: the export of a workspace or an organisation, a folder a conversation and a file a day (docs/formats/slack.md).
import { definePlatform } from '../../kit/define.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import { looksLikeMedia } from '../../kit/media-finder.ts'
import type { FileReader } from '../../kit/spec.ts'
import { aboutExport } from './about.ts'
import { claimFile } from './claim.ts'
import { editsFirst } from './edits-first.ts'
import { messageOutcome } from './message.ts'
import { conversationOf, type SlackState, slackState } from './state.ts'
import { appOutcome, conversationOutcome, documentOutcome, memberOutcome, ofObject } from './workspace.ts'

const list = (make: ReturnType<typeof ofObject>): FileReader<SlackState> =>
  jsonReader({ make: (value, _place, reading) => make(value, reading) })

const day = editsFirst<SlackState>(jsonReader({ make: (value, _place, reading) => messageOutcome(value, reading) }))

/** A day's messages, after a word on what is not there. */
const messages: FileReader<SlackState> = async function* (reading) {
  const { file, state, odd } = reading
  const channel = conversationOf(state, file)
  if (state.unlisted.get(channel.id) === file.name) {
    odd(
      'conversation-unknown',
      `No list of the export names the conversation “${channel.name}”. Its messages were read; who may see it is not known.`,
    )
  }
  const short = state.short.get(file.name)
  if (short !== undefined) {
    odd(
      'replies-missing',
      `${short.threads} of the threads that begin here have more replies by Slack’s own count than the export holds: ${short.replies} in all. They may lie outside the dates that were asked for, or have been deleted.`,
    )
  }
  yield* day(reading)
}

export default definePlatform<SlackState>({
  name: 'slack',
  parser: 'slack 1',
  title: 'Slack',
  texts: {
    how: 'lines',
    composed: ['chat', 'account-event'],
    told: '<[@#!]|"type":\\s*"(?:user|usergroup|channel|broadcast|emoji|date)"',
  },
  neverExported: [
    'A standard export of Slack holds public channels only: private channels and direct messages need an export of all conversations, which Slack must grant.',
    'Slack exports the addresses of files and canvases, not the files themselves.',
    'Earlier wordings of edited messages and the words of deleted ones are in the export only where the workspace keeps them.',
    'An export holds the dates that were asked for; days are cut in the workspace’s time zone. What is not in it may still be on Slack.',
  ],
  claim: claimFile,
  about: async (_survey, claims) => aboutExport(claims),
  prepare: slackState,
  isMedia: (name) => looksLikeMedia(name) || /(?:^|\/)__uploads\//.test(name),
  readers: {
    members: list(ofObject(memberOutcome)),
    conversations: list(ofObject(conversationOutcome)),
    apps: list(ofObject(appOutcome)),
    documents: list(ofObject(documentOutcome)),
    messages,
  },
})
