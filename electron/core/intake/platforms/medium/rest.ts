// Owns making records of the account itself: profile, the page about the author, publications, reading lists.
import type { Element } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { failed, passedOver, record } from '../../kit/draft.ts'
import { blockText, elementsIn, hasClass, linksIn, parseMarkup } from '../../kit/markup.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME, writtenTime } from '../../kit/time.ts'
import { entryOf, lineOf, numberIn } from './entry.ts'
import { profileIn } from './profile.ts'
import type { MediumState } from './state.ts'

type Maker = (bytes: Buffer, reading: Reading<MediumState>) => Outcome | readonly Outcome[]

/** The profile as others see it; addresses for letters and numbers of other accounts stay in the source. */
export const profileOutcome: Maker = (bytes, { media }) => {
  const profile = profileIn(parseMarkup(bytes, false))
  const { name, handle, number, address, picture, created, member } = profile
  if (name === '' && handle === null) return failed('profile-without-name', 'names nobody, as a profile must')
  return record({
    kind: 'profile',
    id: number ?? handle ?? name,
    time: created === '' ? NO_TIME : writtenTime(created, 'unknown'),
    author: handle ?? name,
    text: [name, handle === null ? '' : `@${handle}`].filter((part) => part !== '').join('\n'),
    links: address === '' ? [] : [{ shown: handle === null ? address : `@${handle}`, target: address }],
    details: { name, picture, created, memberSince: member },
    content: { name, handle, address },
    media: picture === '' ? [] : [media.file({ uri: picture, role: 'photo' })],
  })
}

/** What the author says of themselves. */
export const aboutOutcome: Maker = (bytes, { about }) => {
  const document = parseMarkup(bytes, false)
  const { body, title } = entryOf(document)
  const words = body ?? elementsIn(document, ({ name }) => name === 'section')[0]
  const text = blockText(words)
  if (text === '') return passedOver('The author’s page about themselves, which is empty.')
  return record({
    kind: 'page',
    id: 'about',
    time: NO_TIME,
    author: about.ownerHandle ?? '',
    text,
    links: linksIn(words),
    details: { what: 'about the author', title },
    content: { text, links: linksIn(words) },
  })
}

/** The publications that the account edits or writes for, by role. */
export const publicationOutcomes: Maker = (bytes, { about }) => {
  const document = parseMarkup(bytes, false)
  const outcomes: Outcome[] = [passedOver('The page itself: the publications on it are read one by one.')]
  let role = ''
  for (const element of elementsIn(document, ({ name }) => name === 'h4' || name === 'li')) {
    if (element.name === 'h4') role = lineOf(element)
    else {
      const [link] = linksIn(element)
      if (link !== undefined) outcomes.push(publicationOutcome(element, link, role, about.ownerHandle ?? ''))
    }
  }
  return outcomes
}

function publicationOutcome(
  item: Element,
  link: { shown: string; target: string },
  role: string,
  owner: string,
): Outcome {
  const words = lineOf(item)
  return record({
    kind: 'other',
    id: ['publication', role.toLowerCase(), link.target].filter((part) => part !== '').join(' '),
    time: NO_TIME,
    author: owner,
    text: [role, words].filter((part) => part !== '').join(': '),
    links: [link],
    details: { what: 'publication', role, name: link.shown, address: link.target },
    content: { role, words, address: link.target },
  })
}

/** A list of stories that the account put together. */
export const listOutcome: Maker = (bytes, reading) => {
  const document = parseMarkup(bytes, false)
  const entry = entryOf(document)
  const summary = lineOf(elementsIn(document, (one) => one.name === 'h2' && hasClass(one, 'p-summary'))[0])
  const items = elementsIn(document, ({ attribs }) => attribs['data-field'] === 'post')
  const stories = items.flatMap((one) => linksIn(one).slice(0, 1))
  const [address = ''] = elementsIn(document, ({ attribs }) => /\/list\//.test(attribs.href ?? '')).map(
    ({ attribs }) => attribs.href ?? '',
  )
  const number = numberIn(address)
  return record({
    kind: 'playlist',
    ...(number === null ? { key: `list ${entry.title}` } : { id: `list ${number}` }),
    time: entry.published === null ? NO_TIME : writtenTime(entry.published, 'UTC'),
    author: reading.about.ownerHandle ?? '',
    text: [entry.title, summary, ...items.map(lineOf)].filter((part) => part !== '').join('\n'),
    links: [...stories, ...(address === '' ? [] : [{ shown: entry.title || address, target: address }])],
    details: { what: 'reading list', title: entry.title, summary, stories, address },
    content: { title: entry.title, summary, stories: stories.map(({ target }) => numberIn(target) ?? target) },
  })
}
