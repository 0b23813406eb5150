import { MedusaError } from "@medusajs/framework/utils"

type Detail = { field: string; message: string }

/** What the tree does not let happen; the code is stable. */
export class CategoryRefusal extends MedusaError {
  constructor(
    code: string,
    message: string,
    readonly details: Detail[]
  ) {
    super(MedusaError.Types.INVALID_DATA, message, code)
  }
}

const one = (code: string, message: string, field: string, said: string) =>
  new CategoryRefusal(code, message, [{ field, message: said }])

export const invalidName = () =>
  one(
    "invalid_name",
    "A category needs a name of at most 100 characters.",
    "name",
    "must be 1 to 100 characters"
  )

export const invalidHandle = () =>
  one(
    "invalid_handle",
    "This cannot be part of an address.",
    "handle",
    "must be lower-case letters a to z, digits and single hyphens between them, at most 100"
  )

export const nameTaken = () =>
  one(
    "category_name_taken",
    "Another category there has this name already.",
    "name",
    "is already taken"
  )

export const parentMissing = () =>
  one(
    "parent_not_found",
    "There is no such category to put it under.",
    "parent_category_id",
    "does not exist"
  )

export const insideItself = () =>
  one(
    "category_inside_itself",
    "A category cannot be under itself or under one of those below it.",
    "parent_category_id",
    "is the category itself or below it"
  )

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`

export const hasChildren = (count: number) =>
  one(
    "category_has_children",
    `There ${count === 1 ? "is" : "are"} ${counted(count, "category", "categories")} below it. Move or delete what is below first.`,
    "id",
    `has ${counted(count, "category", "categories")} below it`
  )

export const hasProducts = (count: number) =>
  one(
    "category_has_products",
    `There ${count === 1 ? "is" : "are"} ${counted(count, "product", "products")} in it. Take them out first.`,
    "id",
    `has ${counted(count, "product", "products")}`
  )
