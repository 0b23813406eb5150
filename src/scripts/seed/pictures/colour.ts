/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number]

/** What a shape is filled with: a colour for every point. */
export type Paint = (x: number, y: number) => Rgb

export const WHITE: Rgb = [255, 255, 255]
export const BLACK: Rgb = [0, 0, 0]

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 0xff, value & 0xff]
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ]
}

export const lighten = (colour: Rgb, share: number) => mix(colour, WHITE, share)

export const darken = (colour: Rgb, share: number) => mix(colour, BLACK, share)

/** How bright people see it, from 0 to 1. */
export const brightness = ([red, green, blue]: Rgb) =>
  (0.299 * red + 0.587 * green + 0.114 * blue) / 255

export const solid =
  (colour: Rgb): Paint =>
  () =>
    colour

type Stop = readonly [number, Rgb]

function colourAt(stops: readonly Stop[], position: number): Rgb {
  const next = stops.findIndex(([at]) => at >= position)
  if (next === 0) {
    return stops[0][1]
  }
  if (next < 0) {
    return stops[stops.length - 1][1]
  }
  const [start, from] = stops[next - 1]
  const [end, to] = stops[next]
  return mix(from, to, (position - start) / (end - start))
}

const STEPS = 160

/** Colours that change along a line from one point to another. */
export function linear(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  stops: readonly Stop[]
): Paint {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const scale = STEPS / (dx * dx + dy * dy)
  const table = Array.from({ length: STEPS + 1 }, (_, step) =>
    colourAt(stops, step / STEPS)
  )
  return (x, y) => {
    const step = Math.round(((x - x1) * dx + (y - y1) * dy) * scale)
    return table[Math.min(STEPS, Math.max(0, step))]
  }
}

/** Polished metal: light falls on it from the upper left. */
export function metal(colour: Rgb, size: number): Paint {
  return linear(
    [-size, -size],
    [size, size],
    [
      [0, lighten(colour, 0.75)],
      [0.28, colour],
      [0.45, lighten(colour, 0.55)],
      [0.62, darken(colour, 0.25)],
      [0.82, lighten(colour, 0.2)],
      [1, darken(colour, 0.45)],
    ]
  )
}

/** A soft body: lighter above, darker below. */
export function shaded(colour: Rgb, top: number, bottom: number): Paint {
  return linear(
    [0, top],
    [0, bottom],
    [
      [0, lighten(colour, 0.16)],
      [0.5, colour],
      [1, darken(colour, 0.22)],
    ]
  )
}
