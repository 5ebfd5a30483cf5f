// Owns making records of what a workspace's lists hold: members, conversations, apps, canvases and transcripts.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME, secondsTime } from '../../kit/time.ts'
import { isObject, type JsonObject, objectsOf, textOf, textsOf } from '../../kit/value.ts'
import { channelOf } from './channels.ts'
import { filesOf } from './files.ts'
import { wordsOf } from './mrkdwn.ts'
import { nameOf, namesOf, personOf } from './people.ts'
import { placeIn, type SlackState } from './state.ts'
import { shownTime } from './when.ts'

type SlackReading = Reading<SlackState>
type Maker = (value: JsonObject, reading: SlackReading) => Outcome

const lines = (...parts: readonly string[]) => [...new Set(parts)].filter((part) => part !== '').join('\n')

/** A maker of records that are objects, for values of any kind. */
export function ofObject(make: Maker): (value: unknown, reading: SlackReading) => Outcome {
  return (value, reading) =>
    isObject(value)
      ? make(value, reading)
      : failed('not-an-object', 'is not an object, as an entry of this list must be')
}

/** A member; address for letters and telephone stay in the source. */
export const memberOutcome: Maker = (value) => {
  const person = personOf(value)
  if (person === null) return failed('member-without-id', 'has no number (id), as a member must')
  const profile = isObject(value.profile) ? value.profile : {}
  const title = textOf(profile.title)
  const roles = [
    ['is_primary_owner', 'primary owner'],
    ['is_owner', 'owner'],
    ['is_admin', 'administrator'],
    ['is_restricted', 'guest'],
    ['is_ultra_restricted', 'guest of one channel'],
    ['is_bot', 'bot'],
    ['is_app_user', 'app'],
  ].flatMap(([key = '', role = '']) => (value[key] === true ? [role] : []))
  const { id, shown, handle, fullName } = person
  return record({
    kind: 'profile',
    id,
    time: NO_TIME,
    author: shown,
    text: lines(shown, fullName, title),
    details: {
      handle,
      fullName,
      title,
      roles,
      deactivated: value.deleted === true || undefined,
      status: textOf(profile.status_text),
      zone: textOf(value.tz),
      updated: shownTime(value.updated),
      team: textOf(value.team_id) || textOf(profile.team),
    },
    content: { shown, handle, fullName, title, roles, deleted: value.deleted === true },
  })
}

/** A conversation: its name, what it is for, who is in it. */
export const conversationOutcome: Maker = (value, { file, state }) => {
  const channel = channelOf(value, placeIn(file.name).base)
  if (channel === null) return failed('conversation-without-id', 'has no number (id), as a conversation must')
  const { id, name, kind, members } = channel
  const said = (one: unknown) => wordsOf(isObject(one) ? textOf(one.value) : '', state)
  const [topic, purpose] = [said(value.topic), said(value.purpose)]
  const isNamed = kind === 'public channel' || kind === 'private channel'
  const people = namesOf(state.people, members)
  return record({
    kind: 'chat',
    id,
    time: secondsTime(value.created),
    author: nameOf(state.people, value.creator),
    conversation: id,
    text: lines(isNamed ? `#${name}` : name || people.join(', '), topic.text, purpose.text),
    links: [...topic.links, ...purpose.links],
    details: {
      channelKind: kind,
      participants: people,
      topic: topic.text,
      purpose: purpose.text,
      archived: value.is_archived === true || undefined,
      general: value.is_general === true || undefined,
      earlierNames: textsOf(value.previous_names),
      pinned: objectsOf(value.pins).map((pin) => ({ id: textOf(pin.id), by: nameOf(state.people, pin.user) })),
    },
    content: {
      name,
      topic: isObject(value.topic) ? textOf(value.topic.value) : '',
      purpose: isObject(value.purpose) ? textOf(value.purpose.value) : '',
      members: members.toSorted(),
      archived: value.is_archived === true,
    },
  })
}

/** An entry of the log of apps: who added or removed which, where. */
export const appOutcome: Maker = (value, { state }) => {
  const who = nameOf(state.people, value.user_id)
  const shown = who === textOf(value.user_id) ? textOf(value.user_name) || who : who
  const app = textOf(value.service_type) || textOf(value.app_type) || textOf(value.app_id) || textOf(value.service_id)
  const change = textOf(value.change_type)
  const channel = state.channels.byId.get(textOf(value.channel))
  const where = channel === undefined ? textOf(value.channel) : `#${channel.name}`
  return record({
    kind: 'account-event',
    key: ['app', textOf(value.service_id) || textOf(value.app_id), change].filter((part) => part !== '').join(' '),
    time: secondsTime(value.date),
    author: shown,
    text: [change, app, where].filter((part) => part !== '').join(' '),
    details: {
      event: change,
      app,
      user: textOf(value.user_id),
      scope: textOf(value.scope),
      channel: where,
      why: textOf(value.reason),
    },
    content: { user: textOf(value.user_id), app, change, scope: textOf(value.scope), channel: textOf(value.channel) },
  })
}

/** A canvas, list or transcript of a huddle: Slack exports what it is and where, not its words. */
export const documentOutcome: Maker = (value, { state, media }) => {
  const id = textOf(value.id)
  if (id === '') return failed('file-without-id', 'has no number (id), as a file must')
  const title = textOf(value.title) || textOf(value.name)
  const files = filesOf([value], media)
  const shares = objectsOf(value.shares).map((one) => textOf(one.channel))
  const places = [...shares, ...['channels', 'groups', 'ims'].flatMap((key) => textsOf(value[key]))]
  return record({
    kind: 'file',
    id,
    time: secondsTime(value.created),
    author: nameOf(state.people, value.user),
    text: lines(title, files.words),
    links: files.links,
    details: {
      what: textOf(value.pretty_type) || textOf(value.filetype),
      sharedIn: [...new Set(places)].map((place) => state.channels.byId.get(place)?.name || place),
      changed: shownTime(value.updated),
      files: files.details,
    },
    content: { id, title, size: value.size ?? null, updated: value.updated ?? null },
    media: files.media,
  })
}
