// Owns what happened in a conversation without being written by anybody: joins, topics, apps added, pins, huddles.
import { filled, isObject, type JsonObject, objectsOf, textOf, textsOf } from '../../kit/value.ts'
import { type Names, wordsOf } from './mrkdwn.ts'
import { nameOf, namesOf } from './people.ts'
import { shownTime } from './when.ts'

const EVENTS =
  /^(?:(?:channel|group|im|mpim)_.+|bot_(?:add|remove|enable|disable)|(?:un)?pinned_item|sh_room_\w+|huddle_thread|reminder_\w+|ekm_access_denied|joiner_notification\w*|message_replied|reply_broadcast|app_conversation_\w+|canvas_\w+|list_\w+|tabbed_canvas_\w+)$/

/** Whether a subtype is of what happened; all others are of what was written. */
export function isEvent(subtype: string): boolean {
  return EVENTS.test(subtype)
}

/** What an event says besides its sentence. */
export function eventDetails(message: JsonObject, subtype: string, names: Names): Readonly<Record<string, unknown>> {
  const room = isObject(message.room) ? message.room : null
  return {
    event: subtype,
    invitedBy: nameOf(names.people, message.inviter),
    topic: wordsOf(textOf(message.topic), names).text,
    purpose: wordsOf(textOf(message.purpose), names).text,
    oldName: textOf(message.old_name),
    newName: textOf(message.name),
    huddle: room === null ? undefined : huddleOf(room, names),
    item: isObject(message.item) ? textOf(message.item.type) || textOf(message.item_type) : textOf(message.item_type),
  }
}

function huddleOf(room: JsonObject, { people }: Names): Readonly<Record<string, unknown>> {
  const history = textsOf(room.participant_history)
  const ids = history.length > 0 ? history : textsOf(room.participants)
  return filled({
    began: shownTime(room.date_start),
    ended: shownTime(room.date_end),
    people: namesOf(people, ids),
    recordings: isObject(room.recording) ? objectsOf(room.recording.recordings).length || null : null,
  })
}
