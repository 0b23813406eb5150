"use strict"

/**
 * Loaded with `--require` into every program that `npm start` runs. Its
 * standard input is a pipe whose other end only the parent holds; when the
 * parent is gone, even by `kill -9`, the pipe closes and the program ends with
 * its whole process group.
 */
const { isMainThread } = require("node:worker_threads")

const GRACE = 5_000

if (isMainThread && process.env.DUKA_TETHER) {
  // Programs that this one starts have another standard input.
  delete process.env.DUKA_TETHER

  const end = () => {
    setTimeout(() => process.kill(0, "SIGKILL"), GRACE).unref()
    process.kill(0, "SIGTERM")
  }
  // The parent read these too. A program that reports that its report could
  // not be written would turn in circles instead of ending.
  process.stdout.on("error", () => undefined)
  process.stderr.on("error", () => undefined)
  process.stdin.once("close", end)
  process.stdin.on("error", () => undefined)
  process.stdin.resume()
  process.stdin.unref()
}
