// Memory of a worker thread: a small nursery, so that batches are collected soon; the rest is bounded by a laptop's sense.

/** Measured on an import of 300,000 tweets: 24 MB of nursery take 360 MB in all, 64 MB take 470 and are a tenth faster. */
export const WORKER_LIMITS = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 1024 }
