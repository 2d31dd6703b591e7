// How the base map is written: whole numbers on a Web Mercator square, as digits of the "encoded polyline algorithm".
// `src/dataset/basemap.rs` is the reader; both must agree.

/** The world is SIDE units wide and high (as many pixels as zoom 8 has): 0.6 km at the equator, 0.4 km in Brussels. */
export const SIDE = 65536;

/** Longitude and latitude in degrees to units, x eastwards from the date line, y southwards from 85.05° north. */
export function mercator([lon, lat]) {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [Math.round(((lon + 180) / 360) * SIDE), Math.round(((1 - y / Math.PI) / 2) * SIDE)];
}

/** Whole numbers as text: zigzag, five bits a character, the sixth says that more follow, 63 added to be printable. */
function digits(numbers) {
  let text = '';
  for (const number of numbers) {
    let n = number < 0 ? -2 * number - 1 : 2 * number;
    for (; n >= 32; n = Math.floor(n / 32)) text += String.fromCharCode((n % 32) + 32 + 63);
    text += String.fromCharCode(n + 63);
  }
  return text;
}

/** A path of [x, y] as text: every point as the step from the one before, the first from 0, 0. */
export function path(points) {
  let [px, py] = [0, 0];
  return digits(
    points.flatMap(([x, y]) => {
      const step = [x - px, y - py];
      [px, py] = [x, y];
      return step;
    }),
  );
}

/** Drops points that fall on the one before after rounding, and points in the middle of a straight run. */
export function tidy(points) {
  const kept = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last && last[0] === point[0] && last[1] === point[1]) continue;
    const before = kept.at(-2);
    if (before && straight(before, last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

function straight([ax, ay], [bx, by], [cx, cy]) {
  const cross = (bx - ax) * (cy - by) - (by - ay) * (cx - bx);
  const onward = (bx - ax) * (cx - bx) + (by - ay) * (cy - by);
  return cross === 0 && onward > 0;
}
