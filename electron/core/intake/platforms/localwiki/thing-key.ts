// Owns what tells the things of a wiki apart: region and slug, as pages, maps, files, redirects and histories name them in their own ways.
import { type JsonObject, textOf } from '../../kit/value.ts'
import type { ShapeName } from './shape.ts'

/** Pages by their address, where the export holds them: version 4 names a map's page by its number. */
export type PageBook = ReadonlyMap<string, string>

/** The id of a thing: the same for it and for every entry of its history. */
export function thingKey(name: ShapeName, value: JsonObject, pages: PageBook): string {
  const slug = textOf(value.slug)
  switch (name) {
    case 'page':
      return keyOf(value.region, slug || textOf(value.name))
    case 'file':
      return `${keyOf(value.region, slug)}/_files/${textOf(value.name)}`
    case 'map':
      return `map of ${pageOf(value, pages)}`
    case 'page-tags':
      return `tags of ${pageOf(value, pages)}`
    case 'redirect':
      return `redirect ${keyOf(value.region, textOf(value.source))}`
    default:
      return `${name} ${keyOf(value.region, slug || textOf(value.name))}`
  }
}

/** The id of the page that a map or tags belong to; its number where the export does not hold it. */
export function pageOf(value: JsonObject, pages: PageBook): string {
  const address = textOf(value.page)
  const known = pages.get(address)
  if (known !== undefined) return known
  const step = lastStep(address)
  return /\/pages\/\d+\/*$/.test(address) ? `page ${step}` : keyOf(value.region, step)
}

/** A page by its region (an address, or nothing) and its slug or name. */
export function keyOf(region: unknown, slug: string): string {
  const number = lastStep(textOf(region))
  const name = slug.replaceAll('_', ' ').trim().toLowerCase()
  return number === '' ? name : `${number}/${name}`
}

/** What an address ends in, decoded: `/api/page/Front_Page` is `Front_Page`. */
export function lastStep(address: string): string {
  const path = address.replace(/[?#].*$/s, '').replace(/\/+$/, '')
  return decoded(path.slice(path.lastIndexOf('/') + 1))
}

/** An address without its escapes; as it stands where they are broken. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
