/** By this key of a line's metadata a shopper asks for the box. */
export const REQUEST_KEY = "original_box"

/** On the line of a box: the id of the line whose box it is. Ours to write. */
export const BOUND_KEY = "original_box_of"

/** On the cart: what has changed about its boxes. Ours to write. */
export const NOTICES_KEY = "original_box_notices"

type Metadata = Record<string, unknown> | null | undefined

export const asksForBox = ({ metadata }: { metadata?: Metadata }): boolean =>
  metadata?.[REQUEST_KEY] === true

/** An empty text removes a key when metadata is merged, as Medusa does. */
export const REMOVED = ""
