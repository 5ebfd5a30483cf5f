// Numbers with commas and with their nouns. No Intl: its data differ from one computer to the next, a document must not.

/** A whole number with commas: `12,345`. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1 record`, `12,345 records`. */
export function amount(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}
