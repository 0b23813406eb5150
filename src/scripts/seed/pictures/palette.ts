import type { Bitmap } from "./png"

/** A picture as numbers of at most 256 colours. */
export type PalettePicture = {
  width: number
  height: number
  indices: Uint8Array
  /** Red, green and blue of each colour, one after another. */
  palette: Uint8Array
}

const BITS = 6
const SHIFT = 8 - BITS
const CELLS = 1 << (BITS * 3)
const COLOURS = 256

/** What the picture has of one cell of the colour cube. */
type Bin = { cell: number; count: number; mean: readonly number[] }

type Box = { bins: Bin[]; axis: number; spread: number }

const cellOf = (pixels: Uint8Array, at: number) =>
  ((pixels[at] >> SHIFT) << (BITS * 2)) |
  ((pixels[at + 1] >> SHIFT) << BITS) |
  (pixels[at + 2] >> SHIFT)

function binsOf({ pixels }: Bitmap): Bin[] {
  const counts = new Uint32Array(CELLS)
  const sums = new Float64Array(CELLS * 3)
  for (let at = 0; at < pixels.length; at += 3) {
    const cell = cellOf(pixels, at)
    counts[cell]++
    sums[cell * 3] += pixels[at]
    sums[cell * 3 + 1] += pixels[at + 1]
    sums[cell * 3 + 2] += pixels[at + 2]
  }
  const bins: Bin[] = []
  counts.forEach((count, cell) => {
    if (count) {
      const mean = [0, 1, 2].map((axis) => sums[cell * 3 + axis] / count)
      bins.push({ cell, count, mean })
    }
  })
  return bins
}

const averageOf = (bins: readonly Bin[], axis: number) => {
  const pixels = bins.reduce((sum, { count }) => sum + count, 0)
  return bins.reduce((sum, b) => sum + b.mean[axis] * b.count, 0) / pixels
}

/** How wrong a box is, along the axis on which it is most so. */
function boxOf(bins: Bin[]): Box {
  const spreads = [0, 1, 2].map((axis) => {
    const average = averageOf(bins, axis)
    return bins.reduce(
      // The root keeps a small highlight from losing against a wide wall.
      (sum, b) => sum + Math.sqrt(b.count) * (b.mean[axis] - average) ** 2,
      0
    )
  })
  const spread = Math.max(...spreads)
  return { bins, axis: spreads.indexOf(spread), spread }
}

function split({ bins, axis }: Box): Box[] {
  const average = averageOf(bins, axis)
  const lower = bins.filter((bin) => bin.mean[axis] <= average)
  const upper = bins.filter((bin) => bin.mean[axis] > average)
  return [boxOf(lower), boxOf(upper)]
}

/** Splits the worst group of colours until there are as many as fit. */
export function toPalette(bitmap: Bitmap): PalettePicture {
  const boxes = [boxOf(binsOf(bitmap))]
  while (boxes.length < COLOURS) {
    const worst = boxes.reduce((a, b) => (b.spread > a.spread ? b : a))
    if (worst.spread === 0) {
      break
    }
    boxes.splice(boxes.indexOf(worst), 1, ...split(worst))
  }
  const palette = new Uint8Array(boxes.length * 3)
  const indexOf = new Uint8Array(CELLS)
  boxes.forEach(({ bins }, index) => {
    for (const axis of [0, 1, 2]) {
      palette[index * 3 + axis] = Math.round(averageOf(bins, axis))
    }
    for (const { cell } of bins) {
      indexOf[cell] = index
    }
  })
  const { width, height, pixels } = bitmap
  const indices = new Uint8Array(width * height)
  for (let at = 0; at < indices.length; at++) {
    indices[at] = indexOf[cellOf(pixels, at * 3)]
  }
  return { width, height, indices, palette }
}
