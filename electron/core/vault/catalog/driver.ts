// The one door to SQLite: prepared statements kept, transactions synchronous (design §4). The catalog of a vault under a passphrase is encrypted.
import Database from 'better-sqlite3-multiple-ciphers'
import { keyFor, subkey, type VaultKey } from '../cipher/keyring.ts'

/** A value that SQLite can hold. Booleans are stored as 0 and 1 by the caller. */
export type Value = string | number | null | Uint8Array

export interface Driver {
  /** Runs a script of statements. */
  exec(sql: string): void
  /** Runs one statement; returns how many rows it changed and the last row id. */
  run(sql: string, ...values: Value[]): { readonly changes: number; readonly id: number }
  /** The first row, or undefined. `Row` is what the statement selects. */
  get<Row>(sql: string, ...values: Value[]): Row | undefined
  /** All rows. */
  all<Row>(sql: string, ...values: Value[]): Row[]
  /** Rows one at a time; until it ends the connection can only read. */
  iterate<Row>(sql: string, ...values: Value[]): IterableIterator<Row>
  /** Runs `work` in one immediate transaction; a throw rolls it back. */
  transaction<Result>(work: () => Result): Result
  /** Whether a transaction is open. */
  readonly busy: boolean
  /** Whether rows are being iterated: until that ends, everything that is read shows the catalog as it was when it began. */
  readonly iterating: boolean
  /** The pages of the catalog in the clear, those that are free, too; as much memory as the catalog is large. */
  pages(): Uint8Array
  /** The value of a pragma. */
  pragma(text: string): unknown
  close(): void
}

interface Opening {
  readonly readonly: boolean
  /** The key under which the file is encrypted, null: none; that of the vault in which it lies where nothing is said. */
  readonly key?: VaultKey | null
}

/** A database that is in no file. */
const IN_MEMORY = ':memory:'

/**
 * Opens a connection.
 * @param file path of the catalog, or `:memory:`
 * @throws SqliteError when the file is no database or cannot be opened; with another key than it was encrypted with, at the first statement
 */
export function openDriver(file: string, options: Opening): Driver {
  const database = new Database(file, { readonly: options.readonly, fileMustExist: options.readonly })
  const key = options.key === undefined && file !== IN_MEMORY ? keyFor(file) : (options.key ?? null)
  if (key !== null) unlock(database, key)
  const statements = new Map<string, Database.Statement<Value[], unknown>>()

  // What a statement selects is known where it is written, and nowhere else: the one cast of the catalog.
  const prepare = <Row>(sql: string) => {
    const known = statements.get(sql) ?? database.prepare<Value[], unknown>(sql)
    statements.set(sql, known)
    return known as Database.Statement<Value[], Row>
  }

  let iterators = 0
  // An unfinished iterator keeps its statement busy, so each has its own.
  function* iterate<Row>(sql: string, ...values: Value[]): Generator<Row, void, undefined> {
    iterators += 1
    try {
      yield* database.prepare<Value[], Row>(sql).iterate(...values)
    } finally {
      iterators -= 1
    }
  }

  return {
    exec: (sql) => void database.exec(sql),
    run: (sql, ...values) => {
      const done = prepare(sql).run(...values)
      return { changes: done.changes, id: Number(done.lastInsertRowid) }
    },
    get: <Row>(sql: string, ...values: Value[]) => prepare<Row>(sql).get(...values),
    all: <Row>(sql: string, ...values: Value[]) => prepare<Row>(sql).all(...values),
    iterate,
    transaction: (work) => {
      database.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        database.exec('COMMIT')
        return result
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
    get busy() {
      return database.inTransaction
    },
    get iterating() {
      return iterators > 0
    },
    pages: () => database.serialize(),
    pragma: (text) => database.pragma(text, { simple: true }),
    close: () => void database.close(),
  }
}

/**
 * ChaCha20-Poly1305, a fresh nonce for each page that is written and a tag that tells a changed one (SQLite3 Multiple Ciphers' default). The
 * key is given as bytes: no time goes into stretching it, which scrypt did when the passphrase opened it.
 */
function unlock(database: Database.Database, key: VaultKey): void {
  database.pragma("cipher = 'chacha20'")
  database.key(rawKey(key))
  // What SQLite sorts or sets aside never lies in a file.
  database.pragma('temp_store = MEMORY')
}

/** Bytes that are a key as they stand. */
function rawKey(key: VaultKey): Buffer {
  return Buffer.concat([Buffer.from('raw:'), subkey(key, 'catalog')])
}

/**
 * Writes a database anew under another key, where it lies. Killed meanwhile it is ruined: for a copy alone.
 * @param from the key that it has, null: none
 * @param to the key that it gets, null: none
 */
export function rekeyCopy(file: string, from: VaultKey | null, to: VaultKey | null): void {
  const database = new Database(file, { fileMustExist: true })
  try {
    database.pragma("cipher = 'chacha20'")
    if (from !== null) database.key(rawKey(from))
    // Nothing of it lies in a second file at any time.
    for (const memory of ['temp_store', 'journal_mode']) database.pragma(`${memory} = MEMORY`)
    database.rekey(to === null ? Buffer.alloc(0) : rawKey(to))
  } finally {
    database.close()
  }
}
