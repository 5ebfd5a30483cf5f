// Owns what the log of a server says: who changed what. It is in the package of who runs the server.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME } from '../../kit/time.ts'
import { filled, idOf, isObject, objectsOf, textOf } from '../../kit/value.ts'
import { isSnowflake, numberTime } from './snowflake.ts'
import { type DiscordState, folderOf } from './state.ts'

/** Discord's numbers of actions, as its documentation for developers gives them. */
const ACTIONS: Readonly<Record<string, string>> = {
  '1': 'server changed',
  '10': 'channel made',
  '11': 'channel changed',
  '12': 'channel deleted',
  '13': 'permissions of a channel made',
  '14': 'permissions of a channel changed',
  '15': 'permissions of a channel deleted',
  '20': 'member removed',
  '21': 'inactive members removed',
  '22': 'member banned',
  '23': 'ban lifted',
  '24': 'member changed',
  '25': 'roles of a member changed',
  '26': 'member moved',
  '27': 'member disconnected',
  '28': 'bot added',
  '30': 'role made',
  '31': 'role changed',
  '32': 'role deleted',
  '40': 'invitation made',
  '41': 'invitation changed',
  '42': 'invitation deleted',
  '50': 'webhook made',
  '51': 'webhook changed',
  '52': 'webhook deleted',
  '72': 'message deleted',
  '73': 'messages deleted together',
  '74': 'message pinned',
  '75': 'message unpinned',
  '110': 'thread made',
  '111': 'thread changed',
  '112': 'thread deleted',
}

/** One entry of a server's log. Its number says when it was. */
export function auditOutcome(value: unknown, { state, file }: Reading<DiscordState>): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as an entry of this log must be')
  const id = idOf(value.id)
  const type = idOf(value.action_type) ?? ''
  const action = ACTIONS[type] ?? type
  const target = idOf(value.target_id) ?? ''
  const reason = textOf(value.reason)
  const server = state.servers.get(folderOf(file.name)) ?? ''
  return record({
    kind: 'account-event',
    id: id === null ? null : `audit ${id}`,
    key: `audit ${type} ${target}`,
    time: isSnowflake(id) ? numberTime(id) : NO_TIME,
    author: idOf(value.user_id) ?? '',
    text: [action, target, reason].filter((part) => part !== '').join(' '),
    details: {
      event: action,
      server,
      about: target,
      why: reason,
      changes: objectsOf(value.changes).map(({ key, old_value: before, new_value: after }) =>
        filled({ key, before, after }),
      ),
      options: isObject(value.options) ? value.options : undefined,
    },
    content: { type, target, reason, changes: value.changes ?? null, options: value.options ?? null },
  })
}
