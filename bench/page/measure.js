// How time is taken: sides take turns, so that whatever else the machine does happens to all of them.

/** Keeps what the measured work returns, so that no compiler can leave the work out. */
let kept = 0;

const collectGarbage = globalThis.gc ?? (() => {});

/** How fine the clock is, in milliseconds: the smallest step it takes. */
export function clockStep() {
  let step = Infinity;
  for (let tried = 0; tried < 50; tried += 1) {
    const start = performance.now();
    let now = start;
    while (now === start) now = performance.now();
    step = Math.min(step, now - start);
  }
  return step;
}

function timed(work, times) {
  const start = performance.now();
  for (let done = 0; done < times; done += 1) kept += work();
  return (performance.now() - start) / times;
}

/**
 * Measures sides against each other: `{name: {work, prepare?, per?}}`.
 *
 * `work` does the work once and returns a number. With `prepare`, which is not timed, a run is one call; without it
 * as many calls as fill `slice` milliseconds. `per` divides the time where one call does several pieces of work.
 * Returns per side the runs in milliseconds per piece of work, and the first call of all, before any warming up.
 */
export function measure(sides, { runs, slice, warmUp }) {
  const state = {};
  for (const [name, side] of Object.entries(sides)) {
    side.prepare?.();
    const first = timed(side.work, 1);
    let spent = first;
    let quickest = first;
    for (let done = 1; done < warmUp.calls || (spent < warmUp.time && done < warmUp.most); done += 1) {
      side.prepare?.();
      const once = timed(side.work, 1);
      spent += once;
      quickest = Math.min(quickest, once);
    }
    const times = side.prepare ? 1 : Math.max(1, Math.ceil(slice / Math.max(quickest, 0.0005)));
    state[name] = { first: first / (side.per ?? 1), times, runs: [] };
  }
  const names = Object.keys(sides);
  for (let run = 0; run < runs; run += 1) {
    collectGarbage();
    // Another side begins each time: the first one after the collection may have it easier.
    const turns = names.map((_, at) => names[(at + run) % names.length]);
    for (const name of turns) {
      const { work, prepare, per = 1 } = sides[name];
      if (prepare) {
        prepare();
        // Nobody pays for what another side left lying about.
        collectGarbage();
      }
      state[name].runs.push(timed(work, state[name].times) / per);
    }
  }
  const summed = Object.entries(state).map(([name, { first, times, runs: all }]) => [
    name,
    { first, times, ...spread(all) },
  ]);
  return Object.fromEntries(summed);
}

/** Median and quartiles. */
function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75), runs: sorted.length };
}

export const checksum = () => kept;
