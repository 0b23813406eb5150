import type { Canvas } from "../canvas"
import {
  darken,
  lighten,
  linear,
  metal,
  type Rgb,
  shaded,
  WHITE,
} from "../colour"
import {
  arc,
  box,
  circle,
  line,
  type Point,
  polygon,
  ring,
  rotated,
} from "../shapes"
import type { Drawing } from "./look"

export const powerBank: Drawing = (canvas, { body, accent, face }) => {
  const housing = rotated(box(0, 0, 78, 138, 15), 10, [0, 0])
  canvas.shadow(housing, 7)
  canvas.fill(
    housing,
    linear(
      [-45, -60],
      [45, 60],
      [
        [0, lighten(body, 0.28)],
        [0.4, body],
        [1, darken(body, 0.35)],
      ]
    )
  )
  const turned = (x: number, y: number, w: number, h: number, r: number) =>
    rotated(box(x, y, w, h, r), 10, [0, 0])
  canvas.fill(turned(0, 0, 70, 130, 11), lighten(body, 0.06), { opacity: 0.5 })
  for (const x of [-16, 12]) {
    canvas.fill(turned(x, -66, 17, 6, 1.5), darken(body, 0.7))
    canvas.fill(turned(x, -66, 12, 2.4, 0.6), accent)
  }
  canvas.fill(turned(0, -34, 40, 18, 5), darken(face, 0.6))
  for (let at = 0; at < 4; at++) {
    canvas.fill(turned(-13.5 + at * 9, -34, 6.4, 8, 1.6), accent, {
      opacity: at < 3 ? 1 : 0.25,
    })
  }
  const bolt: Point[] = [
    [5, 8],
    [-9, 32],
    [0, 32],
    [-4, 50],
    [12, 24],
    [2, 24],
  ]
  canvas.fill(rotated(polygon(bolt, 0.6), 10, [0, 0]), lighten(body, 0.6), {
    opacity: 0.9,
  })
}

export const charger: Drawing = (canvas, { body, accent, strap }) => {
  cable(canvas, strap, [
    [0, 38],
    [2, 66],
    [24, 80],
    [58, 74],
    [104, 84],
  ])
  for (const x of [-14, 14]) {
    const pin = box(x, -66, 7, 34, 2.5)
    canvas.shadow(pin, 3)
    canvas.fill(pin, metal([196, 198, 204], 60))
  }
  const housing = box(0, -8, 88, 92, 20)
  canvas.shadow(housing, 7)
  canvas.fill(housing, shaded(body, -54, 38))
  canvas.fill(box(0, -8, 78, 82, 16), lighten(body, 0.08), { opacity: 0.55 })
  for (const [index, y] of [6, 20].entries()) {
    canvas.fill(box(0, y, 26, 8, index ? 4 : 4), darken(body, 0.75))
    canvas.fill(box(0, y, 19, 2.6, 1.3), accent, { opacity: index ? 1 : 0.7 })
  }
  const bolt: Point[] = [
    [3, -42],
    [-9, -22],
    [-1, -22],
    [-4, -9],
    [10, -28],
    [2, -28],
  ]
  canvas.fill(polygon(bolt, 0.5), accent)
  const plug = box(0, 42, 16, 16, 4)
  canvas.fill(plug, shaded(lighten(strap, 0.15), 34, 50))
}

function cable(canvas: Canvas, colour: Rgb, points: readonly Point[]) {
  const curve = smooth(points)
  for (const [from, to] of curve) {
    canvas.shadow(line(from, to, 5.4), 2.4, 0.05)
  }
  for (const [from, to] of curve) {
    canvas.fill(line(from, to, 5.4), darken(colour, 0.2))
  }
  for (const [from, to] of curve) {
    canvas.fill(line(from, to, 2), lighten(colour, 0.28), { opacity: 0.35 })
  }
}

/** Catmull-Rom: a curve through all of the points. */
function smooth(points: readonly Point[]): [Point, Point][] {
  const at = (index: number) =>
    points[Math.min(points.length - 1, Math.max(0, index))]
  const dots: Point[] = []
  for (let index = 0; index < points.length - 1; index++) {
    const [a, b, c, d] = [
      at(index - 1),
      at(index),
      at(index + 1),
      at(index + 2),
    ]
    for (let step = 0; step < 14; step++) {
      const t = step / 14
      const along = (axis: 0 | 1) =>
        0.5 *
        (2 * b[axis] +
          (c[axis] - a[axis]) * t +
          (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
          (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t)
      dots.push([along(0), along(1)])
    }
  }
  dots.push(points[points.length - 1])
  return dots.slice(1).map((dot, index) => [dots[index], dot])
}

export const chargingCable: Drawing = (canvas, { body, accent, strap }) => {
  for (const radius of [50, 42, 34]) {
    canvas.shadow(ring(0, -4, radius, 6.4), 3, 0.2)
    canvas.fill(ring(0, -4, radius, 6.4), shaded(strap, -58, 50))
    canvas.fill(ring(0, -4, radius, 2.2), lighten(strap, 0.3), {
      opacity: 0.35,
    })
  }
  canvas.fill(box(0, -46, 12, 30, 4), darken(strap, 0.5))
  canvas.fill(box(0, -46, 12, 8, 2), accent)
  cable(canvas, strap, [
    [-42, 22],
    [-44, 48],
    [-34, 62],
  ])
  cable(canvas, strap, [
    [42, 22],
    [46, 46],
    [36, 62],
  ])
  for (const [x, turn] of [
    [-30, -18],
    [32, 18],
  ]) {
    const plug = rotated(box(x, 74, 16, 24, 4), turn, [x, 74])
    const tip = rotated(box(x, 91, 9, 12, 3), turn, [x, 74])
    canvas.fill(tip, metal([200, 202, 208], 90))
    canvas.shadow(plug, 3)
    canvas.fill(plug, shaded(body, 60, 88))
    canvas.fill(rotated(box(x, 68, 8, 2, 1), turn, [x, 74]), accent)
  }
}

export const wirelessPad: Drawing = (canvas, { body, accent, strap }) => {
  cable(canvas, strap, [
    [0, -50],
    [4, -76],
    [30, -84],
    [60, -112],
  ])
  const pad = circle(0, 10, 62)
  canvas.shadow(pad, 8)
  canvas.fill(pad, metal(darken(body, 0.1), 66))
  canvas.fill(circle(0, 10, 58), shaded(body, -48, 68))
  canvas.fill(ring(0, 10, 50, 2.2), accent, { opacity: 0.9 })
  for (const radius of [14, 22, 30]) {
    for (const side of [0, 180]) {
      const part = arc([0, 10], radius, 2.6, side + 60, side + 120)
      canvas.fill(part, WHITE, { opacity: 0.5 - radius / 90 })
    }
  }
  const bolt: Point[] = [
    [3, -4],
    [-8, 13],
    [-1, 13],
    [-4, 25],
    [9, 7],
    [2, 7],
  ]
  canvas.fill(polygon(bolt, 0.6), accent)
}
