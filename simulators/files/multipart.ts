import type { SimulatorRequest } from "../frame/http"

export type Form = {
  fields: Record<string, string>
  file?: { name: string; type: string; bytes: Buffer }
}

/** The parts of a multipart body; undefined when it is none. */
export async function readMultipart({
  headers,
  bytes,
}: SimulatorRequest): Promise<Form | undefined> {
  const type = headers["content-type"] ?? ""
  if (!/^multipart\/form-data\b/i.test(type)) {
    return undefined
  }
  const body = new Uint8Array(bytes)
  const form = await new Response(body, { headers: { "content-type": type } })
    .formData()
    .catch(() => undefined)
  if (!form) {
    return undefined
  }
  const fields: Record<string, string> = {}
  let file: Form["file"]
  for (const [name, value] of form) {
    if (typeof value === "string") {
      fields[name] = value
    } else if (name === "file") {
      const content = Buffer.from(await value.arrayBuffer())
      file = { name: value.name, type: value.type, bytes: content }
    }
  }
  return { fields, file }
}
