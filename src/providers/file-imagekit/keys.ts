/** No path has it: ImageKit would make `_` of it. */
const MARK = "~"

export type ImageKitKey = { path: string; fileId?: string }

/** The id of the file is in its key: ImageKit deletes by nothing else. */
export const keyOf = ({ path, fileId }: ImageKitKey): string =>
  fileId ? `${path}${MARK}${fileId}` : path

/** A key that was given before the upload, to a stream, has no id yet. */
export function readKey(key: string): ImageKitKey {
  const [path, fileId] = key.split(MARK)
  return { path, fileId }
}
