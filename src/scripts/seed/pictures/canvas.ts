import { type Paint, type Rgb, solid } from "./colour"
import type { Bitmap } from "./png"
import { moved, type Shape } from "./shapes"

/** Drawings reach from -100 to 100 both ways, whatever the picture's size. */
const EXTENT = 200

/** Pixels that are looked at together before they are looked at one by one. */
const BLOCK = 12

type Fill = { opacity?: number; blur?: number }

const smooth = (share: number) => share * share * (3 - 2 * share)

export class Canvas {
  readonly #size: number
  readonly #scale: number
  readonly #pixels: Float32Array

  constructor(size: number) {
    this.#size = size
    this.#scale = size / EXTENT
    this.#pixels = new Float32Array(size * size * 3)
  }

  fill(shape: Shape, paint: Paint | Rgb, { opacity = 1, blur = 0 }: Fill = {}) {
    const colourOf = typeof paint === "function" ? paint : solid(paint)
    const edge = Math.max(1 / this.#scale, blur)
    const coverAt = (x: number, y: number) => {
      const cover = Math.min(1, 0.5 - shape.distance(x, y) / edge)
      return blur && cover > 0 ? smooth(cover) : cover
    }
    const full = () => 1
    const [left, top, right, bottom] = shape.bounds
    const [x0, x1] = this.#range(left - edge, right + edge)
    const [y0, y1] = this.#range(top - edge, bottom + edge)
    // No distance grows faster than the way one goes, so the middle of a
    // block tells when all of it lies outside or all of it inside.
    const reach = (BLOCK / this.#scale) * 0.75 + edge
    for (let y = y0; y < y1; y += BLOCK) {
      for (let x = x0; x < x1; x += BLOCK) {
        const middle = shape.distance(
          this.#unit(x + BLOCK / 2),
          this.#unit(y + BLOCK / 2)
        )
        if (middle < reach) {
          const area = [x, y, Math.min(x + BLOCK, x1), Math.min(y + BLOCK, y1)]
          const cover = middle < -reach ? full : coverAt
          this.#blend(area, cover, colourOf, opacity)
        }
      }
    }
  }

  /** Darkens what lies under a shape, a little below and to the right. */
  shadow(shape: Shape, depth: number, opacity = 0.28) {
    this.fill(moved(shape, depth * 0.35, depth), [20, 22, 34], {
      opacity,
      blur: depth * 2,
    })
  }

  toBitmap(): Bitmap {
    const pixels = new Uint8ClampedArray(this.#pixels)
    return {
      width: this.#size,
      height: this.#size,
      pixels: new Uint8Array(pixels.buffer),
    }
  }

  #blend(
    [left, top, right, bottom]: number[],
    coverAt: (x: number, y: number) => number,
    colourOf: Paint,
    opacity: number
  ) {
    const pixels = this.#pixels
    for (let row = top; row < bottom; row++) {
      const y = this.#unit(row)
      for (let column = left; column < right; column++) {
        const x = this.#unit(column)
        const share = coverAt(x, y) * opacity
        if (share > 0) {
          const colour = colourOf(x, y)
          const at = (row * this.#size + column) * 3
          pixels[at] += (colour[0] - pixels[at]) * share
          pixels[at + 1] += (colour[1] - pixels[at + 1]) * share
          pixels[at + 2] += (colour[2] - pixels[at + 2]) * share
        }
      }
    }
  }

  #unit(pixel: number) {
    return (pixel + 0.5) / this.#scale - EXTENT / 2
  }

  #range(from: number, to: number) {
    const pixel = (unit: number) => (unit + EXTENT / 2) * this.#scale
    return [
      Math.max(0, Math.floor(pixel(from))),
      Math.min(this.#size, Math.ceil(pixel(to))),
    ]
  }
}
