import type { CreateFileDTO, Logger } from "@medusajs/framework/types"
import { FileService } from "../service"
import type { FileProviderService } from "../upstream"

/** A store that refuses some names, and to take back others. */
function bed(stubborn = "none") {
  const kept = new Set<string>()
  const warnings: string[] = []
  const provider = {
    upload: ({ filename }: CreateFileDTO) => {
      if (filename.startsWith("bad")) {
        return Promise.reject(new Error(`No ${filename}.`))
      }
      kept.add(filename)
      return Promise.resolve({ key: filename, url: `https://cdn/${filename}` })
    },
    delete: ({ fileKey }: { fileKey: string }) => {
      if (fileKey === stubborn) {
        return Promise.reject(new Error("Busy."))
      }
      kept.delete(fileKey)
      return Promise.resolve()
    },
  } as unknown as FileProviderService
  const logger = {
    warn: (text: string) => void warnings.push(text),
  } as unknown as Logger
  const files = new FileService({ fileProviderService: provider, logger })
  const create = (...names: string[]) =>
    files.createFiles(
      names.map((filename) => ({
        filename,
        mimeType: "image/png",
        content: "",
      }))
    )
  return { files, create, kept, warnings }
}

it("answers in the order of the files", async () => {
  const { create } = bed()

  expect(await create("a", "b")).toEqual([
    { id: "a", url: "https://cdn/a" },
    { id: "b", url: "https://cdn/b" },
  ])
})

it("answers with one file to one", async () => {
  const { files } = bed()

  expect(
    await files.createFiles({
      filename: "a",
      mimeType: "image/png",
      content: "",
    })
  ).toEqual({ id: "a", url: "https://cdn/a" })
})

it("keeps nothing of an upload of which a part failed", async () => {
  const { create, kept, warnings } = bed()

  await expect(create("a", "bad", "b")).rejects.toThrow("No bad.")
  expect([...kept]).toEqual([])
  expect(warnings).toEqual([])
})

it("says what it could not take back, and still why it had to", async () => {
  const { create, kept, warnings } = bed("b")

  await expect(create("a", "b", "bad")).rejects.toThrow("No bad.")
  expect([...kept]).toEqual(["b"])
  expect(warnings).toEqual([
    "An upload failed, and b, which came with it, could not be taken back: Busy.",
  ])
})
