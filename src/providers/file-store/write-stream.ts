import { Writable } from "node:stream"
import { invalidFile } from "./errors"

/** Exports are written piece by piece, but these stores want one request. */
export const STREAM_LIMIT = 200 * 1024 * 1024

/**
 * Collects what is written, and hands all of it over at the end. Medusa's
 * exports wait for the promise and listen to no event of the stream, so every
 * failure is told there, and only at the end: a writer that waits for `drain`
 * would wait for ever.
 */
export function collecting<Result>(
  finish: (bytes: Buffer) => Promise<Result>,
  limit = STREAM_LIMIT
) {
  const chunks: Buffer[] = []
  let size = 0
  const end = () => {
    if (size > limit) {
      throw invalidFile(
        `The file is larger than ${limit} bytes, which is too much for this store. Use an S3-compatible one.`
      )
    }
    return finish(Buffer.concat(chunks))
  }
  let settle: (result: Result) => void
  const writeStream = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.length
      if (size > limit) {
        chunks.length = 0
      } else {
        chunks.push(chunk)
      }
      done()
    },
    final(done) {
      Promise.resolve()
        .then(end)
        .then(
          (result) => {
            settle(result)
            done()
          },
          (error: Error) => done(error)
        )
    },
  })
  const promise = new Promise<Result>((resolve, reject) => {
    settle = resolve
    writeStream.on("error", reject)
    writeStream.on("close", () =>
      reject(invalidFile("The upload was broken off."))
    )
  })
  // Who only pipes into the stream hears of the error there.
  promise.catch(() => undefined)
  return { writeStream, promise }
}
