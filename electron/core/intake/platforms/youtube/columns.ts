// Owns finding the columns of Takeout's comment tables by what they hold: their names are in any language (formats.md §7).

/** Places of columns; -1 where there is none. */
export interface Columns {
  readonly id: number
  readonly channel: number
  readonly time: number
  readonly parent: number
  readonly video: number
  readonly text: number
}

const NAMES: Readonly<Record<keyof Columns, RegExp>> = {
  id: /^(?:comment id|live chat id)$/i,
  channel: /^channel id$/i,
  time: /^(?:comment|live chat) create timestamp$/i,
  parent: /^parent comment id$/i,
  video: /^video id$/i,
  text: /^(?:comment|live chat) text$/i,
}

const SHAPES: Readonly<Record<keyof Columns, RegExp>> = {
  id: /^Ug[\w-]{18,}/,
  channel: /^UC[\w-]{22}$/,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d/,
  parent: /^Ug[\w-]{18,}$/,
  video: /^[\w-]{11}$/,
  text: /^\s*\{\s*"(?:text|takeoutSegments|mention|emoji|link)"/,
}

/** By the English names where they stand, else by the shape of what stands in a row. */
export function columnsOf(header: readonly string[], cells: readonly string[]): Columns {
  const taken = new Set<number>()
  const find = (name: keyof Columns) => {
    const named = header.findIndex((cell) => NAMES[name].test(cell.trim()))
    const place = named >= 0 ? named : cells.findIndex((cell, at) => !taken.has(at) && SHAPES[name].test(cell))
    if (place >= 0) taken.add(place)
    return place
  }
  const [time, channel, json, id] = [find('time'), find('channel'), find('text'), find('id')]
  const [parent, video] = [find('parent'), find('video')]
  // A live chat's words may be plain: they are the last cell that is none of the others.
  const text = json >= 0 ? json : cells.findLastIndex((cell, at) => !taken.has(at) && cell !== '' && cell !== '0')
  return { time, channel, text, id, parent, video }
}
