// Chance that comes out the same for the same seed (mulberry32).

/** Numbers from 0 to 1. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    /** Whether something that happens in `share` of all cases happens. */
    happens: (share) => next() < share,
    /** A whole number below `count`. */
    below: (count) => Math.floor(next() * count),
    /** One of a list. */
    one: (list) => list[Math.floor(next() * list.length)],
  };
}

/** A seed of its own for the `number`th thing of a kind. */
export const seedOf = (seed, number) => Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b);
