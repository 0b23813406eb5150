import { once } from "node:events"
import { contentOf } from "../content"
import { newKey } from "../keys"
import { collecting } from "../write-stream"

describe("the content of a file", () => {
  const bytes = Buffer.from([0x89, 0x50, 0xff, 0])

  it.each([
    ["base64", bytes.toString("base64"), "image/png", bytes],
    ["a character per byte", bytes.toString("latin1"), "image/png", bytes],
    ["text", "নাম", "text/csv", Buffer.from("নাম")],
    ["text", "নাম", "application/json", Buffer.from("নাম")],
  ])("is understood as %s", (_, content, type, expected) => {
    expect(contentOf(content, type)).toEqual(expected)
  })
})

describe("a key", () => {
  const stem = (filename: string, mimeType?: string) =>
    newKey({ filename, mimeType, access: "public" }).replace(
      /-[0-9A-Z]{26}/,
      "-*"
    )

  it.each([
    ["Front View.PNG", "Front-View-*.png"],
    ["a\\b//./../c.png", "a/b/c-*.png"],
    ["été.jpg", "ete-*.jpg"],
    ["~x~.tar.gz", "x-.tar-*.gz"],
    [".png", "png-*"],
    ["..", "file-*"],
    [`${"a".repeat(300)}.png`, `${"a".repeat(100)}-*.png`],
  ])("of %s is plain", (filename, expected) => {
    expect(stem(filename)).toBe(expected)
  })

  it.each([
    ["photo", "image/png", "photo-*.png"],
    ["photo", "video/webm", "photo-*.webm"],
    ["data", "text/csv", "data-*"],
    ["photo.jpg", "image/png", "photo-*.jpg"],
  ])("of %s that is %s has an ending", (filename, type, expected) => {
    expect(stem(filename, type)).toBe(expected)
  })
})

describe("what is written piece by piece", () => {
  it("is refused at the end when it is too much, and blocks nobody", async () => {
    const { writeStream, promise } = collecting(
      () => Promise.resolve("kept"),
      10
    )
    for (const piece of ["12345", "67890", "1"]) {
      if (!writeStream.write(piece)) {
        await once(writeStream, "drain")
      }
    }
    writeStream.end()

    await expect(promise).rejects.toThrow(
      "The file is larger than 10 bytes, which is too much for this store."
    )
  })

  it("is told by the promise alone when the store fails", async () => {
    const { writeStream, promise } = collecting(() =>
      Promise.reject(new Error("Closed."))
    )
    writeStream.end("x")

    await expect(promise).rejects.toThrow("Closed.")
  })
})
