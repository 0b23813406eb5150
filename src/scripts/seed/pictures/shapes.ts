/**
 * Shapes as signed distances: below zero inside, above outside. That is all
 * it takes to fill them with smooth edges and to cast soft shadows.
 */
export type Shape = {
  distance(x: number, y: number): number
  /** Left, top, right, bottom: nothing of the shape lies outside. */
  bounds: readonly [number, number, number, number]
}

export type Point = readonly [number, number]

export const circle = (cx: number, cy: number, r: number): Shape => ({
  distance: (x, y) => Math.hypot(x - cx, y - cy) - r,
  bounds: [cx - r, cy - r, cx + r, cy + r],
})

/** Exact on the outline, good enough near it. */
export const ellipse = (
  cx: number,
  cy: number,
  rx: number,
  ry: number
): Shape => ({
  distance: (x, y) => {
    const scaled = Math.hypot((x - cx) / rx, (y - cy) / ry)
    const slope = Math.hypot((x - cx) / (rx * rx), (y - cy) / (ry * ry))
    return slope ? (scaled * (scaled - 1)) / slope : -Math.min(rx, ry)
  },
  bounds: [cx - rx, cy - ry, cx + rx, cy + ry],
})

export const ring = (
  cx: number,
  cy: number,
  r: number,
  width: number
): Shape => ({
  distance: (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - r) - width / 2,
  bounds: [cx - r - width, cy - r - width, cx + r + width, cy + r + width],
})

/** A box around its centre, with round corners. */
export function box(
  cx: number,
  cy: number,
  width: number,
  height: number,
  radius = 0
): Shape {
  const [w, h] = [width / 2 - radius, height / 2 - radius]
  return {
    distance: (x, y) => {
      const dx = Math.abs(x - cx) - w
      const dy = Math.abs(y - cy) - h
      const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0))
      return outside + Math.min(Math.max(dx, dy), 0) - radius
    },
    bounds: [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2],
  }
}

/** A line with round ends. */
export function line([x1, y1]: Point, [x2, y2]: Point, width: number): Shape {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const squared = dx * dx + dy * dy || 1
  const half = width / 2
  return {
    distance: (x, y) => {
      const along = ((x - x1) * dx + (y - y1) * dy) / squared
      const at = Math.min(1, Math.max(0, along))
      return Math.hypot(x - x1 - dx * at, y - y1 - dy * at) - half
    },
    bounds: [
      Math.min(x1, x2) - half,
      Math.min(y1, y2) - half,
      Math.max(x1, x2) + half,
      Math.max(y1, y2) + half,
    ],
  }
}

export function polygon(points: readonly Point[], radius = 0): Shape {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return {
    distance: (x, y) => {
      let nearest = Infinity
      let inside = false
      points.forEach(([ax, ay], index) => {
        const [bx, by] = points[(index + 1) % points.length]
        const [ex, ey] = [bx - ax, by - ay]
        const along = ((x - ax) * ex + (y - ay) * ey) / (ex * ex + ey * ey)
        const at = Math.min(1, Math.max(0, along))
        const gap = Math.hypot(x - ax - ex * at, y - ay - ey * at)
        nearest = Math.min(nearest, gap)
        if (ay > y !== by > y && x < ax + (ex * (y - ay)) / ey) {
          inside = !inside
        }
      })
      return (inside ? -nearest : nearest) - radius
    },
    bounds: [
      Math.min(...xs) - radius,
      Math.min(...ys) - radius,
      Math.max(...xs) + radius,
      Math.max(...ys) + radius,
    ],
  }
}

/** Part of a ring, from one angle to another (degrees, clockwise from 12). */
export function arc(
  [cx, cy]: Point,
  r: number,
  width: number,
  from: number,
  to: number
): Shape {
  const [middle, reach] = [(from + to) / 2, (to - from) / 2]
  const end = (angle: number) => onCircle([cx, cy], r, angle)
  const ends = [end(from), end(to)]
  return {
    distance: (x, y) => {
      const angle = (Math.atan2(x - cx, cy - y) * 180) / Math.PI
      const turned = ((angle - middle + 540 + 360) % 360) - 180
      const gap =
        Math.abs(turned) <= reach
          ? Math.abs(Math.hypot(x - cx, y - cy) - r)
          : Math.min(...ends.map(([ex, ey]) => Math.hypot(x - ex, y - ey)))
      return gap - width / 2
    },
    bounds: [cx - r - width, cy - r - width, cx + r + width, cy + r + width],
  }
}

export const onCircle = (
  [cx, cy]: Point,
  r: number,
  degrees: number
): Point => {
  const angle = (degrees * Math.PI) / 180
  return [cx + Math.sin(angle) * r, cy - Math.cos(angle) * r]
}

export function rotated(shape: Shape, degrees: number, around: Point): Shape {
  const angle = (degrees * Math.PI) / 180
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const [cx, cy] = around
  const [left, top, right, bottom] = shape.bounds
  const corners: Point[] = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ]
  const turned = corners.map(([x, y]) => [
    cx + (x - cx) * cos - (y - cy) * sin,
    cy + (x - cx) * sin + (y - cy) * cos,
  ])
  const xs = turned.map(([x]) => x)
  const ys = turned.map(([, y]) => y)
  return {
    distance: (x, y) =>
      shape.distance(
        cx + (x - cx) * cos + (y - cy) * sin,
        cy - (x - cx) * sin + (y - cy) * cos
      ),
    bounds: [
      Math.min(...xs),
      Math.min(...ys),
      Math.max(...xs),
      Math.max(...ys),
    ],
  }
}

export const moved = (shape: Shape, dx: number, dy: number): Shape => {
  const [left, top, right, bottom] = shape.bounds
  return {
    distance: (x, y) => shape.distance(x - dx, y - dy),
    bounds: [left + dx, top + dy, right + dx, bottom + dy],
  }
}

/** What both shapes cover. */
export const within = (shape: Shape, limit: Shape): Shape => ({
  distance: (x, y) => Math.max(shape.distance(x, y), limit.distance(x, y)),
  bounds: [
    Math.max(shape.bounds[0], limit.bounds[0]),
    Math.max(shape.bounds[1], limit.bounds[1]),
    Math.min(shape.bounds[2], limit.bounds[2]),
    Math.min(shape.bounds[3], limit.bounds[3]),
  ],
})
