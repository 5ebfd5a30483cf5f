// Discord: the data package of an account, in every layout, and channels exported by DiscordChatExporter (docs/formats/discord.md).
import { csvReader } from '../../kit/csv-reader.ts'
import { definePlatform } from '../../kit/define.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import type { Reading } from '../../kit/spec.ts'
import { countOf, isObject } from '../../kit/value.ts'
import { aboutExport } from './about.ts'
import { auditOutcome } from './audit.ts'
import { claimFile } from './claim.ts'
import { exportedOutcome } from './exported.ts'
import { listedOutcome, rowOutcome } from './message.ts'
import { type DiscordState, discordState } from './state.ts'

const counts = new WeakMap<Reading<DiscordState>, number>()

export default definePlatform<DiscordState>({
  name: 'discord',
  parser: 'discord 1',
  title: 'Discord',
  texts: { how: 'lines', composed: ['account-event'], told: '<[@#:a]' },
  neverExported: [
    'Discord exports only what the account itself has sent: what others wrote, also in direct messages to it, is not in the package.',
    'Reactions, answers, earlier wordings and deleted messages are not in the package.',
    'Files of messages are not in the package, only their addresses, which expire.',
  ],
  claim: claimFile,
  about: async (_survey, claims) => aboutExport(claims),
  prepare: discordState,
  readers: {
    messages: jsonReader({ make: (value, _place, reading) => listedOutcome(value, reading) }),
    'messages table': csvReader({ make: (row, _place, reading) => rowOutcome(row, reading) }),
    'audit log': jsonReader({ make: (value, _place, reading) => auditOutcome(value, reading) }),
    'exported channel': jsonReader({
      lists: ([key, ...others]) => key === 'messages' && others.length === 0,
      make: (value, _place, reading) => {
        counts.set(reading, (counts.get(reading) ?? 0) + 1)
        return exportedOutcome(value, reading)
      },
      rest: (envelope, reading) => {
        const claimed = isObject(envelope) ? countOf(envelope.messageCount) : null
        const read = counts.get(reading) ?? 0
        if (claimed !== null && claimed !== read)
          reading.odd('count-differs', `The file says that it holds ${claimed} messages; ${read} stand in it.`)
        return []
      },
    }),
  },
})
