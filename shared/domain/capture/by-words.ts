// Items of captured pages that have neither an address nor a mark of their own: they are told apart by their words alone.

/** What stands before the digest of their words in their number. */
export const BY_WORDS = 'words:'

/** Whether an item is told apart by its words: with others it is another item, and nobody can tell that it is gone. */
export function isByWords(nativeId: string): boolean {
  return / words:[0-9a-f]{32}(?: \(\d+\))?$/.test(nativeId)
}

/** Whether an item is one of several with the same key: which of them is left, where one is missing, nobody can tell. */
export function isNth(nativeId: string): boolean {
  return / \(\d+\)$/.test(nativeId)
}
