// The model of putting right: records as plain lists of what exports showed, without versions, numbers or tables.

/** One export showed one text under one identity. */
export interface Sighting {
  readonly accession: number
  /** Where in the export, from 0. */
  readonly place: number
  /** When the export was made, or received where it does not say. */
  readonly made: number
  readonly text: string
}

/** A record: whose it is, by which identities imports find it, and what was seen of it. */
export interface Modelled {
  account: number
  identities: readonly string[]
  seen: readonly Sighting[]
}

/** What was joined to a record, and can be told apart again. */
interface Joined {
  readonly id: number
  /** The import whose moving joined them; null for a person's merge. */
  readonly moved: number | null
  kept: Modelled
  readonly absorbed: Modelled
  readonly before: readonly Sighting[]
  /** Texts that only the absorbed one had: later sightings of them are its own. */
  readonly texts: ReadonlySet<string>
  /** What was joined to the absorbed one, and what was separated from it. */
  readonly inner: readonly Joined[]
  readonly from: readonly Part[]
  readonly own: readonly Part[]
}

interface Part {
  readonly id: number
  readonly identity: string
  readonly text: string
  from: Modelled
  record: Modelled
}

export class Model {
  records: Modelled[] = []
  private joins: Joined[] = []
  private parts: Part[] = []
  private made = 0

  import(account: number, accession: number, made: number, items: readonly { id: string; text: string }[]): void {
    for (const [place, { id, text }] of items.entries()) {
      const part = this.parts.find((one) => one.from.account === account && one.identity === id && one.text === text)
      const record = part?.record ?? this.holder(account, id) ?? this.add({ account, identities: [id], seen: [] })
      record.seen = [...record.seen, { accession, place, made, text }]
    }
  }

  merge(id: number, kept: Modelled, absorbed: Modelled, moved: number | null = null): void {
    const known = new Set(kept.seen.map(({ text }) => text))
    const inner = this.joins.filter((one) => one.kept === absorbed)
    const from = this.parts.filter((one) => one.from === absorbed)
    const own = this.parts.filter((one) => one.record === absorbed)
    const texts = new Set(absorbed.seen.map(({ text }) => text).filter((text) => !known.has(text)))
    for (const one of inner) one.kept = kept
    for (const one of from) one.from = kept
    for (const one of own) one.record = kept
    this.joins.push({ id, moved, kept, absorbed: { ...absorbed }, before: absorbed.seen, texts, inner, from, own })
    kept.seen = [...kept.seen, ...absorbed.seen]
    if (moved === null) kept.identities = [...kept.identities, ...absorbed.identities]
    this.records = this.records.filter((one) => one !== absorbed)
  }

  /** The record that was absorbed is there again. */
  split(id: number): Modelled {
    const join = this.joins.find((one) => one.id === id)
    if (join === undefined) throw new Error(`there is no merge ${id}`)
    const { kept, absorbed, before, texts } = join
    const isTheirs = (one: Sighting) => before.includes(one) || texts.has(one.text)
    const record = this.add({ ...absorbed, seen: kept.seen.filter(isTheirs) })
    kept.seen = kept.seen.filter((one) => !isTheirs(one))
    if (join.moved === null) kept.identities = kept.identities.filter((one) => !absorbed.identities.includes(one))
    this.joins = this.joins.filter((one) => one !== join)
    for (const one of join.inner) if (this.joins.includes(one)) one.kept = record
    for (const one of join.from) one.from = record
    for (const one of join.own) one.record = record
    return record
  }

  separate(id: number, from: Modelled, text: string): void {
    const identity = from.identities[0] ?? ''
    this.made += 1
    const record = this.add({
      account: from.account,
      identities: [`${identity} apart ${this.made}`],
      seen: from.seen.filter((one) => one.text === text),
    })
    from.seen = from.seen.filter((one) => one.text !== text)
    this.parts.push({ id, identity, text, from, record })
  }

  join(id: number): void {
    const part = this.parts.find((one) => one.id === id)
    if (part === undefined) throw new Error(`there is no separation ${id}`)
    const { from, record } = part
    from.seen = [...from.seen, ...record.seen]
    this.records = this.records.filter((one) => one !== record)
    this.parts = this.parts.filter((one) => one !== part)
    for (const one of this.parts) if (one.from === record) one.from = from
  }

  /** @param joined the number of the next merge that moving makes */
  move(accession: number, to: number, joined: () => number): void {
    const before = this.joins.filter((one) => one.moved === accession && one.kept.account !== to)
    for (const record of this.records.filter(({ seen }) => seen.every((one) => one.accession === accession))) {
      this.settle(record, accession, to, joined)
    }
    for (const one of before) this.settle(this.split(one.id), accession, to, joined)
  }

  withdraw(accession: number): void {
    for (const record of this.records) record.seen = record.seen.filter((one) => one.accession !== accession)
    const gone = this.records.filter(({ seen }) => seen.length === 0)
    this.records = this.records.filter((one) => !gone.includes(one))
    this.parts = this.parts.filter(({ from, record }) => !gone.includes(from) && !gone.includes(record))
  }

  private settle(record: Modelled, accession: number, to: number, joined: () => number): void {
    const target = record.identities.map((id) => this.holder(to, id)).find((one) => one !== undefined)
    record.account = to
    if (target !== undefined && target !== record) this.merge(joined(), target, record, accession)
  }

  private holder(account: number, id: string): Modelled | undefined {
    return this.records.find((one) => one.account === account && one.identities.includes(id))
  }

  private add(record: Modelled): Modelled {
    this.records.push(record)
    return record
  }
}
