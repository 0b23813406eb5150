import { Refusal } from "../../../../workflows/refusal"

type Metadata = Record<string, unknown>

const REQUEST = "original_box"

/** What the server writes about boxes, or what somebody may think it reads. */
const isOurs = (key: string) => /^(is_)?original_box/.test(key)

const isNo = (value: unknown) =>
  value === false || value === null || value === ""

/**
 * Of all metadata a shopper may send with a line, one key means something:
 * `original_box: true`. Other keys of ours are left out, and the shop's own
 * stay as they are. A line that does not ask looks like one that never did,
 * so that Medusa adds equal lines up.
 *
 * @param no - What a request that is taken back is written as.
 */
export function cleanLineMetadata(
  metadata: Metadata | null | undefined,
  { field, no }: { field: string; no: Metadata }
): Metadata | null | undefined {
  if (!metadata) {
    return metadata
  }
  const asked = metadata[REQUEST]
  if (asked !== undefined && asked !== true && !isNo(asked)) {
    throw new Refusal("invalid_data", "A line asks for its box with `true`.", {
      details: [{ field: `${field}.${REQUEST}`, message: "must be a boolean" }],
    })
  }
  return {
    ...Object.fromEntries(
      Object.entries(metadata).filter(([key]) => !isOurs(key))
    ),
    ...(asked === true ? { [REQUEST]: true } : {}),
    ...(asked !== undefined && isNo(asked) ? no : {}),
  }
}
