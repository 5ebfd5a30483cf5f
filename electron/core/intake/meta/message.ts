// Owns Meta's message threads: Messenger, Instagram direct, and the separate download of end-to-end encrypted chats.
import type { Outcome } from '../draft.ts'
import { failed, record } from '../kit/draft.ts'
import { millisecondsTime } from '../kit/time.ts'
import { idOf, isObject, type JsonObject, listOf, objectsOf, textOf } from '../kit/value.ts'
import { mediaNames, metaMedia } from './media.ts'
import type { MetaReading } from './reading.ts'
import { repaired } from './repaired.ts'

const KINDS = ['photos', 'videos', 'audio_files', 'files', 'gifs', 'media'] as const

/** One element of a thread’s `messages`. @param envelope the thread without its messages */
export function messageOutcome(value: unknown, envelope: unknown, reading: MetaReading): Outcome {
  const message = repaired(value)
  if (!isObject(message)) return failed('not-an-object', 'is not an object, as a message must be')
  const thread = repaired(envelope)
  const around = isObject(thread) ? thread : {}
  const sender = textOf(message.sender_name) || textOf(message.senderName) || textOf(message.sender)
  const share = isObject(message.share) ? message.share : {}
  const media = [...KINDS.flatMap((kind) => objectsOf(message[kind])), ...stickerOf(message)]
  const conversation = conversationOf(around, reading)
  const own = textOf(message.content) || textOf(message.text)
  const text = own === '' ? textOf(share.share_text) : own
  const link = textOf(share.link)
  const unsent = message.is_unsent === true || message.isUnsent === true
  const reactions = objectsOf(message.reactions)
  return record({
    kind: 'message',
    id: idOf(message.message_id),
    key: [conversation, sender].join(' '),
    time: millisecondsTime(message.timestamp_ms ?? message.timestamp),
    author: sender,
    conversation,
    // The download of encrypted chats names a thread otherwise than the export that it overlaps.
    twin: 'words',
    state: unsent || message.is_taken_down === true ? 'deleted' : 'live',
    text,
    links: link === '' ? [] : [{ shown: textOf(share.original_content_owner) || link, target: link }],
    details: {
      thread: textOf(around.title) || textOf(around.threadName) || textOf(around.thread_name),
      participants: participantsOf(around),
      type: textOf(message.type),
      call: callOf(message),
      share: Object.keys(share).length > 0 ? share : undefined,
      reactions: reactions.map(({ reaction, actor, timestamp }) => ({ reaction, actor, timestamp })),
      takenDown: message.is_taken_down === true || undefined,
      left: around.is_still_participant === false || undefined,
    },
    content: {
      text,
      sender,
      share: link,
      media: mediaNames(media),
      call: callOf(message),
      reactions: reactions.map(({ reaction, actor }) => [reaction, actor]),
      unsent,
    },
    media: metaMedia(media, reading.media),
  })
}

function stickerOf({ sticker }: JsonObject): readonly JsonObject[] {
  return isObject(sticker) ? [sticker] : []
}

function callOf({ call_duration: seconds, missed }: JsonObject): JsonObject | undefined {
  return seconds === undefined ? undefined : { seconds, missed: missed === true }
}

function participantsOf({ participants }: JsonObject): readonly string[] {
  return listOf(participants).map((one) => (isObject(one) ? textOf(one.name) : textOf(one)))
}

/** The thread’s own folder, as its path says, else the folder or the name of the file: the same in JSON and HTML. */
function conversationOf(thread: JsonObject, { file }: MetaReading): string {
  const path = textOf(thread.thread_path)
  if (path !== '') return path.slice(path.lastIndexOf('/') + 1)
  return conversationOfFile(file)
}

/** `…/inbox/alice_ABC123/message_2.json` is `alice_ABC123`; `Alice Example_1.json` of the encrypted chats is `Alice Example`. */
export function conversationOfFile(file: string): string {
  const steps = file.split('/')
  const base = (steps.at(-1) ?? '').replace(/\.[a-z]+$/i, '')
  if (/^message(?:_\d+)?$/i.test(base) && steps.length > 1) return steps.at(-2) ?? base
  return base.replace(/_\d+$/, '')
}
