/** Pieces that count, and how many of them have a peer reflection. */
export type Tally = { pieces: number; withPeerReflection: number }
