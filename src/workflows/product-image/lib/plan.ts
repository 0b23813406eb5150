import { Refusal } from "../../refusal"
import type {
  AddImages,
  EditImage,
  ImageChange,
  ProductImage,
  RemoveImage,
} from "../types"
import type { Gallery } from "./read"

/** What is to be written, by URL, because new images have no id yet. */
export type ImagePlan = {
  images: { id?: string; url: string }[]
  thumbnail?: string
  alts: { url: string; alt: string }[]
  variants: { id: string; thumbnail: string }[]
}

const refuse = (code: string, field: string, message: string) =>
  new Refusal(code, message, {
    kind: "NOT_ALLOWED",
    details: [{ field, message }],
  })

const kept = ({ images }: Gallery) => images.map(({ id, url }) => ({ id, url }))

function planAdd(gallery: Gallery, { add }: AddImages): ImagePlan {
  const urls = gallery.images.map(({ url }) => url)
  add.forEach(({ url }, at) => {
    if (urls.includes(url)) {
      throw refuse(
        "image_exists",
        `images.${at}.url`,
        "The product has this image already."
      )
    }
    urls.push(url)
  })
  return {
    images: [...kept(gallery), ...add.map(({ url }) => ({ url }))],
    alts: add.flatMap(({ url, alt }) => (alt ? { url, alt } : [])),
    variants: [],
  }
}

function imageIn({ images }: Gallery, id: string): ProductImage {
  const image = images.find((one) => one.id === id)
  if (!image) {
    throw new Refusal("image_not_found", "The product has no such image.", {
      kind: "NOT_FOUND",
    })
  }
  return image
}

function moved(gallery: Gallery, id: string, rank: number) {
  const images = kept(gallery)
  const rest = images.filter((image) => image.id !== id)
  rest.splice(rank, 0, ...images.filter((image) => image.id === id))
  return rest
}

function planEdit(gallery: Gallery, edit: EditImage): ImagePlan {
  const image = imageIn(gallery, edit.image_id)
  edit.primary_of?.forEach((id, at) => {
    const field = `primary_of.${at}`
    if (!gallery.variants.some((variant) => variant.id === id)) {
      throw refuse(
        "variant_not_of_product",
        field,
        "The product has no such variant."
      )
    }
    if (image.variant_ids.length && !image.variant_ids.includes(id)) {
      throw refuse(
        "image_of_other_variant",
        field,
        "The image is kept for other variants; add it to this one first."
      )
    }
  })
  return {
    images:
      edit.rank === undefined
        ? kept(gallery)
        : moved(gallery, image.id, edit.rank),
    ...(edit.primary ? { thumbnail: image.url } : {}),
    alts: edit.alt === undefined ? [] : [{ url: image.url, alt: edit.alt }],
    variants: (edit.primary_of ?? []).map((id) => ({
      id,
      thumbnail: image.url,
    })),
  }
}

function planRemove(gallery: Gallery, { remove }: RemoveImage): ImagePlan {
  const image = imageIn(gallery, remove)
  if (image.is_primary) {
    throw refuse(
      "image_is_primary",
      "image_id",
      "It is the primary image of the product. Choose another one first."
    )
  }
  if (image.primary_of.length) {
    const titles = gallery.variants
      .filter(({ id }) => image.primary_of.includes(id))
      .map(({ title }) => title)
    throw refuse(
      "image_is_primary",
      "image_id",
      `It is the primary image of ${titles.join(", ")}. Choose another one there first.`
    )
  }
  return {
    images: kept(gallery).filter(({ id }) => id !== image.id),
    alts: [],
    variants: [],
  }
}

export function planImages(gallery: Gallery, change: ImageChange): ImagePlan {
  if ("add" in change) {
    return planAdd(gallery, change)
  }
  return "remove" in change
    ? planRemove(gallery, change)
    : planEdit(gallery, change)
}
