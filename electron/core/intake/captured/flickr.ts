// Flickr, captured: pictures, films and comments as its interface gives them, with the numbers of the account's export (docs/formats/flickr.md).
import type { StoredAnswer } from '../captured-reader.ts'
import type { Outcome } from '../draft.ts'
import { CONTEXT, jsonAnswers, told } from '../kit/json-answer.ts'
import { secondsTime } from '../kit/time.ts'
import { countOf, idOf, isObject, type JsonObject, textOf } from '../kit/value.ts'
import { wordsOf } from '../platforms/flickr/words.ts'

export default jsonAnswers({
  name: 'flickr',
  lists: (path) => path.join(' ') === 'photos photo' || path.join(' ') === 'comments comment',
  make: (value, answer, path) =>
    path[0] === 'photos'
      ? photoOutcome(value, answer)
      : commentOutcome(value, new URL(answer.url).searchParams.get('photo_id')),
  rest: () => CONTEXT,
  shows: (value) => [fileOf(value)],
})

const fileOf = (photo: JsonObject) => textOf(photo.url_o) || textOf(photo.url_k) || textOf(photo.url_l)

/** What may be text, or an object with the text in `_content`. */
const plain = (value: unknown) => textOf(isObject(value) ? value._content : value)

function photoOutcome(photo: JsonObject, { medium }: StoredAnswer): Outcome {
  const id = idOf(photo.id)
  const title = plain(photo.title)
  const words = wordsOf(plain(photo.description))
  const page = `https://www.flickr.com/photos/${textOf(photo.pathalias) || textOf(photo.owner)}/${id ?? ''}`
  const file = fileOf(photo)
  const views = countOf(photo.views)
  const tags = textOf(photo.tags)
    .split(' ')
    .filter((tag) => tag !== '')
  const place =
    Number(photo.latitude) === 0 ? undefined : { latitude: Number(photo.latitude), longitude: Number(photo.longitude) }
  return told({
    kind: photo.media === 'video' ? 'video' : 'photo',
    id,
    time: secondsTime(photo.dateupload),
    author: textOf(photo.ownername),
    text: [title, words.text].filter((part) => part !== '').join('\n'),
    links: [...words.links, { shown: title || page, target: page }],
    details: {
      title,
      taken: textOf(photo.datetaken),
      visibility: visibilityOf(photo),
      licence: idOf(photo.license),
      updated: textOf(photo.lastupdate),
      page,
      place: Number.isFinite(place?.latitude) ? place : undefined,
      tagWords: tags,
    },
    measures: views === null ? [] : [['views', views]],
    content: { title, description: plain(photo.description), tags, visibility: visibilityOf(photo) },
    media: file === '' ? [] : [medium(file, null)],
  })
}

function visibilityOf({ ispublic, isfriend, isfamily }: JsonObject): string {
  if (ispublic === undefined || Number(ispublic) === 1) return 'public'
  const who = [Number(isfriend) === 1 ? 'friends' : '', Number(isfamily) === 1 ? 'family' : ''].filter(
    (one) => one !== '',
  )
  return who.length === 0 ? 'private' : who.join(' and ')
}

function commentOutcome(comment: JsonObject, photo: string | null): Outcome {
  const { text, links } = wordsOf(textOf(comment._content))
  const address = textOf(comment.permalink)
  return told({
    kind: 'comment',
    id: idOf(comment.id),
    key: photo ?? '',
    time: secondsTime(comment.datecreate),
    author: textOf(comment.authorname),
    conversation: photo,
    parent: photo,
    text,
    links: [...links, ...(address === '' ? [] : [{ shown: address, target: address }])],
    details: { user: textOf(comment.author) },
    content: { comment: textOf(comment._content) },
  })
}
