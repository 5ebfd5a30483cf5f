// Owns the words of the JSON splitter: items, batches, limits, and what can be wrong with a file.

/** Limits of the splitter. A batch is handed on when it reaches either of its two limits. */
export interface JsonLimits {
  readonly maxItemBytes: number
  readonly maxDepth: number
  readonly batchItems: number
  readonly batchBytes: number
}

/** An element of an export is a few kilobytes; a conversation with years of messages can be tens of megabytes. */
export const DEFAULT_JSON_LIMITS: JsonLimits = {
  maxItemBytes: 64 * 2 ** 20,
  maxDepth: 256,
  batchItems: 512,
  batchBytes: 2 ** 20,
}

interface ItemPlace {
  readonly index: number
  /** Bytes from the beginning of the input to the item's first byte. */
  readonly start: number
  readonly length: number
}

/**
 * One element, not parsed. `bytes` may be a view of an input chunk: nobody writes to it again, it keeps its chunk in memory while it is held, so copy it to
 * keep it. An element above the limit is passed over without being kept.
 */
export type JsonItem =
  | (ItemPlace & { readonly tooLarge: false; readonly bytes: Buffer })
  | (ItemPlace & { readonly tooLarge: true; readonly bytes: null })

/** What ended the reading early; all items before it are sound in their outline. */
export type JsonCode =
  /** Neither a list nor an object stands in the file (it is empty, or text). */
  | 'no-container'
  /** The input ends inside a list, an object or a text. */
  | 'truncated'
  /** A `}` closes a `[`, or the other way round. */
  | 'mismatched-bracket'
  /** Something stands between two elements, or a comma without an element. */
  | 'unexpected-byte'
  /** Something stands behind the end. */
  | 'trailing-data'
  /** Deeper than the limit. */
  | 'too-deep'
  /** The nested list that was asked for is not there. */
  | 'path-absent'
  /** A key on the path stands twice, so that which list is meant cannot be told. */
  | 'repeated-key'

/** One thing wrong, with the offset in the input and a sentence that follows on the file's name. */
export interface JsonFinding {
  readonly code: JsonCode
  readonly offset: number
  readonly sentence: string
}

const SENTENCES: Record<JsonCode, string> = {
  'no-container': 'holds no list and no object.',
  truncated: 'ends in the middle: what comes after is missing.',
  'mismatched-bracket': 'has brackets that do not match from here on; what follows was not read.',
  'unexpected-byte': 'is malformed here; what follows was not read.',
  'trailing-data': 'has something after its end that was not read.',
  'too-deep': 'is nested deeper than any export is; what follows was not read.',
  'path-absent': 'does not hold the list that belongs here.',
  'repeated-key': 'names the same list twice; neither was read.',
}

/** A finding with its sentence. */
export function jsonFinding(code: JsonCode, offset: number): JsonFinding {
  return { code, offset, sentence: `${SENTENCES[code]} (byte ${offset})` }
}
