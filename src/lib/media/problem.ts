export type MediaProblemCode =
  | "file_type_not_allowed"
  | "file_damaged"
  | "file_too_large"
  | "image_too_large"

/** Why bytes are not taken; the message is for the person who chose the file. */
export class MediaProblem extends Error {
  constructor(
    readonly code: MediaProblemCode,
    message: string
  ) {
    super(message)
  }
}

export const damaged = (what: string) =>
  new MediaProblem("file_damaged", `The file is damaged: ${what}.`)
