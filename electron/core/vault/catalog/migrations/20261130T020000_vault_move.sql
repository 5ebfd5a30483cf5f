-- Moves of the vault to another place: one row in the vault that was left, and one of the same id in the vault that goes on.

CREATE TABLE vault_move (
  number INTEGER PRIMARY KEY, -- number of the move in this vault; the newest stands, whatever the clocks said
  id TEXT NOT NULL UNIQUE, -- id of the move, the same in both vaults
  side TEXT NOT NULL CHECK (side IN ('left', 'arrived')), -- left: the vault went away from this folder; arrived: it came to this folder
  state TEXT NOT NULL CHECK (state IN ('gone', 'waiting', 'ready', 'opened', 'called-off')), -- of the left: gone, called-off; of the arrived: waiting until the left is retired, ready, opened, called-off
  from_place TEXT NOT NULL, -- folder and computer that it was moved from
  to_folder TEXT NOT NULL, -- folder that it was moved to
  reason TEXT NOT NULL, -- why
  moved_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  moved_by TEXT REFERENCES person (id), -- who
  arrival_salt BLOB, -- salt of the ledger entry that the first opening of the arrived makes
  ended_at INTEGER, -- when the move was called off, ms since 1970 UTC
  ended_by TEXT REFERENCES person (id), -- who called it off
  ended_reason TEXT -- why
) STRICT;
