// Owns the readers of Meta's HTML pages by type; a platform of Meta's adds them to its own.
import { hasClass } from '../../kit/markup.ts'
import { markupReader } from '../../kit/markup-reader.ts'
import type { FileReader } from '../../kit/spec.ts'
import { wholeReader } from '../../kit/whole-reader.ts'
import { isCard } from './card.ts'
import { cardRecord } from './card-record.ts'
import { messageCard } from './message-record.ts'
import { withDayOrder } from './page-state.ts'
import { plainThread } from './plain-thread.ts'
import { oldPhoto, oldThread, oldTimeline } from './until-2017.ts'

const CARDS = [
  'posts',
  'comments',
  'reactions',
  'photos',
  'videos',
  'albums',
  'stories',
  'events',
  'saved',
  'activity',
  'other',
] as const

/** Readers for the types that `metaHtmlClaim` gives. */
export function metaHtmlReaders<State>(): Readonly<Record<string, FileReader<State>>> {
  const pages = CARDS.map((type) => [
    `html-${type}`,
    withDayOrder(
      markupReader<State>({
        xml: false,
        isItem: isCard,
        make: (card, place, reading) => cardRecord(type, card, place, reading),
      }),
    ),
  ])
  return {
    ...Object.fromEntries(pages),
    'html-messages': withDayOrder(markupReader<State>({ xml: false, isItem: isCard, make: messageCard })),
    'html-thread': withDayOrder(wholeReader<State>({ make: plainThread })),
    'html-threads-2017': withDayOrder(
      markupReader<State>({
        xml: false,
        isItem: (one) => one.name === 'div' && hasClass(one, 'thread'),
        make: oldThread,
      }),
    ),
    'html-timeline-2017': withDayOrder(wholeReader<State>({ make: oldTimeline })),
    'html-photos-2017': withDayOrder(
      markupReader<State>({
        xml: false,
        isItem: (one) => one.name === 'div' && hasClass(one, 'block'),
        make: oldPhoto,
      }),
    ),
  }
}
