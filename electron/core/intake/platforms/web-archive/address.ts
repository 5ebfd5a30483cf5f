// Owns when two addresses are one: capitals of the host, the part behind `#`, http or https make no difference.

/** What an address is looked up by. A capture of a form that was sent is listed under its address with marks of the list's own. */
export function addressKey(address: string): string {
  const plain = address.replace(/[?&]__wb_(?:method|post_data)=.*$/s, '')
  const url = /^https?:/i.test(plain) ? URL.parse(plain) : null
  if (url === null) return plain
  return `//${url.host}${url.pathname}${url.search}`
}
