// Owns finding the columns of Takeout's tables of comments and live chats by what they hold: their names are in any language (formats.md §7).
import { type Shape, shapeOf } from './shapes.ts'

/** Places of columns; -1 where there is none. */
export interface CommentColumns {
  readonly id: number
  readonly channel: number
  readonly time: number
  readonly price: number
  readonly parent: number
  readonly top: number
  readonly post: number
  readonly video: number
  readonly text: number
}

const NAMES: Readonly<Record<keyof CommentColumns, RegExp>> = {
  id: /^(?:comment|live chat) id$/i,
  channel: /^channel id$/i,
  time: /^(?:comment|live chat) (?:create|creation) timestamp$/i,
  price: /^price$/i,
  parent: /^parent comment id$/i,
  top: /^top-level comment id$/i,
  post: /^post id$/i,
  video: /^video id$/i,
  text: /^(?:comment|live chat) text$/i,
}

/** Takes the English names where they stand, else what one row holds: Google leaves out columns that are empty throughout. */
export function columnsOf(header: readonly string[], cells: readonly string[]): CommentColumns {
  const named = (name: keyof CommentColumns) => header.findIndex((cell) => NAMES[name].test(cell.trim()))
  const id = named('id')
  if (id >= 0) {
    const shaped = byShape(cells)
    const or = (name: 'channel' | 'time' | 'text') => (named(name) >= 0 ? named(name) : shaped[name])
    const [price, parent, top, post] = [named('price'), named('parent'), named('top'), named('post')]
    return {
      id,
      channel: or('channel'),
      time: or('time'),
      text: or('text'),
      price,
      parent,
      top,
      post,
      video: named('video'),
    }
  }
  return byShape(cells)
}

function byShape(cells: readonly string[]): CommentColumns {
  const shapes = cells.map(shapeOf)
  const taken = new Set<number>()
  const first = (wanted: Shape, from = 0, to = cells.length) => {
    const place = shapes.findIndex((shape, at) => shape === wanted && at >= from && at < to && !taken.has(at))
    if (place >= 0) taken.add(place)
    return place
  }
  const [time, channel, json] = [first('time'), first('channel'), first('segments')]
  const [id, post, video] = [first('comment'), first('post'), first('video')]
  const price = first('number')
  // Words may be plain: they are the last cell that is none of the others.
  const text = json >= 0 ? json : shapes.findLastIndex((shape, at) => !taken.has(at) && shape !== 'empty')
  const parent = first('comment', id + 1, text < 0 ? cells.length : text)
  const top = first('comment', Math.max(text, id) + 1)
  return { id, channel, time, price, parent, top, post, video, text }
}
